/** Protections: as in Sheets, one without a shorter list of editors protects nothing. */
import type { Box } from '../document/a1';
import type { StoredProtection } from '../document/document';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import type { RangePlace } from './rangePlace';

export class Protection extends Imitated {
  readonly kind = 'Protection';

  constructor(
    run: Execution,
    readonly stored: StoredProtection,
  ) {
    super(run);
  }

  getDescription(): string {
    return this.stored.description;
  }

  setDescription(description: string): this {
    this.stored.description = description;
    return this;
  }

  isWarningOnly(): boolean {
    return this.stored.warningOnly;
  }

  setWarningOnly(isWarningOnly: boolean): this {
    this.stored.warningOnly = isWarningOnly;
    return this;
  }

  getEditors(): Editor[] {
    return this.stored.editors.map((email) => new Editor(this.run, email));
  }

  addEditor(email: string): this {
    this.stored.editors.push(email);
    return this;
  }

  removeEditor(email: string): this {
    this.stored.editors = this.stored.editors.filter((editor) => editor !== email);
    this.stored.warningOnly = false;
    return this;
  }

  removeEditors(emails: readonly string[]): this {
    this.stored.editors = this.stored.editors.filter((editor) => !emails.includes(editor));
    this.stored.warningOnly = false;
    return this;
  }

  canEdit(): boolean {
    this.run.reading();
    return this.run.document.mayEdit(this.run.setup.user, this.stored.sheet, this.stored.box);
  }

  canDomainEdit(): boolean {
    return false;
  }

  setDomainEdit(): this {
    return this;
  }

  getProtectionType(): string {
    return this.stored.box ? 'RANGE' : 'SHEET';
  }

  getRange(): object {
    const { sheet, box } = this.stored;
    return this.run.setup.makers.range(this.run, sheet, box ?? { row: 1, column: 1, ...this.run.document.engine.size(sheet) });
  }

  getUnprotectedRanges(): object[] {
    return this.stored.unprotected.map((box) => this.run.setup.makers.range(this.run, this.stored.sheet, box));
  }

  setUnprotectedRanges(ranges: readonly RangePlace[]): this {
    this.stored.unprotected = ranges.map(({ box }) => box);
    return this;
  }

  remove(): void {
    this.run.restructuring('remove');
    const { protections } = this.run.document;
    const index = protections.indexOf(this.stored);
    if (index >= 0) protections.splice(index, 1);
  }
}

class Editor extends Imitated {
  readonly kind = 'User';

  constructor(
    run: Execution,
    private readonly email: string,
  ) {
    super(run);
  }

  getEmail(): string {
    return this.email;
  }
}

/** A protection of the whole tab without a box. Until editors are removed it lets everyone in, as one that only warns does. */
export function newProtection(run: Execution, gid: number, box?: Box): Protection {
  run.restructuring('protect', gid);
  const stored = { sheet: gid, description: '', warningOnly: true, editors: [], unprotected: [], ...(box ? { box } : {}) };
  run.document.protections.push(stored);
  return new Protection(run, stored);
}
