/** Developer metadata on the spreadsheet, its tabs, rows and columns; PROJECT visibility is one script's own. */
import type { Box } from '../document/a1';
import type { StoredMetadata } from '../document/document';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { notImitated } from '../faults/signals';
import { asText } from '../text';

const LONGEST = 30_000;

interface Given {
  readonly key: string;
  readonly value?: unknown;
  readonly visibility?: unknown;
}

export class DeveloperMetadata extends Imitated {
  readonly kind = 'DeveloperMetadata';

  constructor(
    run: Execution,
    readonly stored: StoredMetadata,
  ) {
    super(run);
  }

  getId(): number {
    return this.stored.id;
  }

  getKey(): string {
    return this.stored.key;
  }

  getValue(): string {
    return this.stored.value;
  }

  getVisibility(): string {
    return this.stored.visibility;
  }

  getLocation(): MetadataLocation {
    return new MetadataLocation(this.run, this.stored);
  }

  setKey(key: string): this {
    this.run.restructuring('setKey');
    this.stored.key = key;
    return this;
  }

  setValue(value: string): this {
    this.run.restructuring('setValue');
    this.stored.value = value;
    return this;
  }

  setVisibility(visibility: 'DOCUMENT' | 'PROJECT'): this {
    this.run.restructuring('setVisibility');
    this.stored.visibility = visibility;
    return this;
  }

  remove(): void {
    this.run.restructuring('remove');
    const { metadata } = this.run.document;
    const index = metadata.indexOf(this.stored);
    if (index >= 0) metadata.splice(index, 1);
  }
}

class MetadataLocation extends Imitated {
  readonly kind = 'DeveloperMetadataLocation';

  constructor(
    run: Execution,
    private readonly stored: StoredMetadata,
  ) {
    super(run);
  }

  getLocationType(): string {
    return locationType(this.stored);
  }

  getSheet(): object | null {
    return this.stored.sheet === undefined || this.stored.box ? null : this.run.setup.makers.sheet(this.run, this.stored.sheet);
  }

  getColumn(): object | null {
    return this.stored.dimension === 'column' ? rangeOf(this.run, this.stored) : null;
  }

  getRow(): object | null {
    return this.stored.dimension === 'row' ? rangeOf(this.run, this.stored) : null;
  }
}

/** Searches metadata of a place and below. */
export class MetadataFinder extends Imitated {
  readonly kind = 'DeveloperMetadataFinder';
  private readonly wanted: { key?: string; value?: string; visibility?: string; id?: number; type?: string } = {};

  constructor(
    run: Execution,
    private readonly gid?: number,
  ) {
    super(run);
  }

  withKey(key: string): this {
    this.wanted.key = key;
    return this;
  }

  withValue(value: string): this {
    this.wanted.value = value;
    return this;
  }

  withVisibility(visibility: string): this {
    this.wanted.visibility = visibility;
    return this;
  }

  withId(id: number): this {
    this.wanted.id = id;
    return this;
  }

  withLocationType(type: string): this {
    this.wanted.type = type;
    return this;
  }

  find(): DeveloperMetadata[] {
    this.run.reading();
    const { key, value, visibility, id, type } = this.wanted;
    return visible(this.run)
      .filter((stored) => this.gid === undefined || stored.sheet === this.gid)
      .filter(
        (stored) =>
          (key ?? stored.key) === stored.key &&
          (value ?? stored.value) === stored.value &&
          (visibility ?? stored.visibility) === stored.visibility,
      )
      .filter((stored) => (id ?? stored.id) === stored.id && (type ?? locationType(stored)) === locationType(stored))
      .map((stored) => new DeveloperMetadata(this.run, stored));
  }
}

/** Adds metadata to the spreadsheet, to a tab, or to one whole row or column of it. @throws ServiceError for any other range and for longer texts than are imitated. */
export function createMetadata(run: Execution, { key, value, visibility }: Given, gid?: number, box?: Box): void {
  run.restructuring('addDeveloperMetadata', gid);
  const second = value === 'PROJECT' || value === 'DOCUMENT' ? value : undefined;
  const text = second && visibility === undefined ? '' : asText(value);
  if (key.length + text.length > LONGEST) notImitated(`developer metadata longer than ${LONGEST} characters`);
  const seen = visibility === 'PROJECT' || (second === 'PROJECT' && visibility === undefined) ? 'PROJECT' : 'DOCUMENT';
  run.document.metadata.push({
    sheet: gid,
    id: run.document.nextId(),
    key,
    value: text,
    visibility: seen,
    script: run.setup.script,
    ...(box && gid !== undefined ? wholeLine(run, gid, box) : {}),
  });
}

/** Metadata at exactly this place that the script may see: the spreadsheet without a gid, the tab without a rectangle. */
export function metadataWithin(run: Execution, gid: number | undefined, box?: Box): DeveloperMetadata[] {
  return visible(run)
    .filter((stored) => stored.sheet === gid && (box ? sameBox(stored.box, box) : !stored.box))
    .map((stored) => new DeveloperMetadata(run, stored));
}

function rangeOf(run: Execution, { sheet, box }: StoredMetadata): object | null {
  return sheet === undefined || !box ? null : run.setup.makers.range(run, sheet, box);
}

function visible(run: Execution): StoredMetadata[] {
  return run.document.metadata.filter(({ visibility, script }) => visibility === 'DOCUMENT' || script === run.setup.script);
}

function sameBox(a: Box | undefined, b: Box): boolean {
  return a?.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** Only whole single rows and columns carry metadata. */
function wholeLine(run: Execution, gid: number, box: Box): { readonly box: Box; readonly dimension: 'row' | 'column' } {
  const { rows, columns } = run.document.engine.size(gid);
  if (box.rows === 1 && box.columns === columns) return { box, dimension: 'row' };
  if (box.columns === 1 && box.rows === rows) return { box, dimension: 'column' };
  return notImitated('developer metadata on a range that is no whole row or column');
}

function locationType({ sheet, dimension }: StoredMetadata): string {
  if (sheet === undefined) return 'SPREADSHEET';
  return dimension === undefined ? 'SHEET' : dimension === 'row' ? 'ROW' : 'COLUMN';
}
