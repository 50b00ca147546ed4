/** Data validation: the rule, its builder, and the rules of a tab. */
import type { Box } from '../document/a1';
import { boxAddress, intersects } from '../document/a1';
import { boxOf } from '../document/cellWrites';
import type { SharedDocument } from '../document/document';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { notImitated } from '../faults/signals';
import type { RangePlace } from './rangePlace';
import { fullAddress } from './rangePlace';

/** A criterion in the engine's words. */
export interface Criterion {
  readonly type: string;
  readonly values: readonly string[];
  readonly displayStyle?: string;
}

const CRITERIA: Readonly<Record<string, string>> = {
  isValueInList: 'VALUE_IN_LIST',
  isValueInRange: 'VALUE_IN_RANGE',
  isBoolean: 'CHECKBOX',
  customFormula: 'CUSTOM_FORMULA',
  isBetween: 'NUMBER_BETWEEN',
};

export class DataValidation extends Imitated {
  readonly kind = 'DataValidation';

  constructor(
    run: Execution,
    readonly criterion: Criterion,
    readonly rejects: boolean,
    readonly help: string | null = null,
  ) {
    super(run);
  }

  getAllowInvalid(): boolean {
    return !this.rejects;
  }

  getHelpText(): string | null {
    return this.help;
  }

  getCriteriaType(): string {
    return CRITERIA[this.criterion.type] ?? this.criterion.type;
  }

  getCriteriaValues(): unknown[] {
    return this.criterion.type === 'isValueInList' ? [[...this.criterion.values], true] : [...this.criterion.values];
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.run, this.criterion, this.rejects);
  }
}

export class DataValidationBuilder extends Imitated {
  readonly kind = 'DataValidationBuilder';
  private help: string | null = null;

  constructor(
    run: Execution,
    private criterion?: Criterion,
    private rejects = true,
  ) {
    super(run);
  }

  requireValueInList(values: readonly unknown[], showDropdown = true): this {
    this.criterion = { type: 'isValueInList', values: values.map(String), displayStyle: showDropdown ? 'arrow' : 'plainText' };
    return this;
  }

  requireValueInRange(range: RangePlace, showDropdown = true): this {
    this.criterion = { type: 'isValueInRange', values: [fullAddress(range)], displayStyle: showDropdown ? 'arrow' : 'plainText' };
    return this;
  }

  requireCheckbox(): this {
    this.criterion = { type: 'isBoolean', values: [] };
    return this;
  }

  requireFormulaSatisfied(formula: string): this {
    this.criterion = { type: 'customFormula', values: [formula] };
    return this;
  }

  requireNumberBetween(low: number, high: number): this {
    this.criterion = { type: 'isBetween', values: [String(low), String(high)] };
    return this;
  }

  setAllowInvalid(isAllowed: boolean): this {
    this.rejects = !isAllowed;
    return this;
  }

  setHelpText(text: string): this {
    this.help = text;
    return this;
  }

  build(): DataValidation {
    return new DataValidation(
      this.run,
      this.criterion ?? notImitated('DataValidationBuilder.build without a criterion'),
      this.rejects,
      this.help,
    );
  }
}

/** The validation of a cell, row and column counted from 1; null where it has none. */
export function validationAt(run: Execution, gid: number, row: number, column: number): DataValidation | null {
  const { engine } = run.document;
  const at = { row, column, rows: 1, columns: 1 };
  const rule = engine.getters
    .getDataValidationRules(engine.sheetId(gid))
    .find(({ ranges }) => ranges.some(({ zone }) => intersects(boxOf(zone), at)));
  return rule ? new DataValidation(run, rule.criterion, rule.isBlocking === true) : null;
}

/** A new rule replaces what the range had; null removes it. Removal goes through a rule of its own, which cuts the others. */
export function setValidation(document: SharedDocument, gid: number, box: Box, rule: DataValidation | null): void {
  const { engine } = document;
  const sheetId = engine.sheetId(gid);
  const id = `rule${document.nextId()}`;
  const criterion = rule?.criterion ?? { type: 'isBoolean', values: [] };
  engine.dispatch('ADD_DATA_VALIDATION_RULE', {
    sheetId,
    rule: { id, criterion, isBlocking: rule?.rejects ?? false },
    ranges: [engine.getters.getRangeDataFromXc(sheetId, boxAddress(box))],
  });
  if (!rule) engine.dispatch('REMOVE_DATA_VALIDATION_RULE', { sheetId, id });
}
