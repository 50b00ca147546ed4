/** Conditional format rules: the rule, its builder, and the rules of a tab, which are only ever set all at once. */
import { boxAddress, parseBox } from '../document/a1';
import type { EngineRule, EngineStyle } from '../engine/library';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { notImitated } from '../faults/signals';
import { asText } from '../text';
import type { RangePlace } from './rangePlace';

type EngineRuleBody = Readonly<Record<string, unknown>>;

export class ConditionalFormatRule extends Imitated {
  readonly kind = 'ConditionalFormatRule';

  constructor(
    run: Execution,
    readonly gid: number | undefined,
    readonly ranges: readonly string[],
    readonly rule: EngineRuleBody,
  ) {
    super(run);
  }

  getRanges(): object[] {
    const { gid } = this;
    if (gid === undefined) return [];
    const size = this.run.document.engine.size(gid);
    return this.ranges.flatMap((range) => {
      const box = parseBox(range, size);
      return box ? [this.run.setup.makers.range(this.run, gid, box)] : [];
    });
  }

  getBooleanCondition(): BooleanCondition | null {
    return this.rule.type === 'CellIsRule' ? new BooleanCondition(this.run, this.rule) : null;
  }

  getGradientCondition(): GradientCondition | null {
    return this.rule.type === 'ColorScaleRule' ? new GradientCondition(this.run, this.rule) : null;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run, this.gid, this.ranges, this.rule);
  }
}

class GradientCondition extends Imitated {
  readonly kind = 'GradientCondition';

  constructor(
    run: Execution,
    private readonly rule: EngineRuleBody,
  ) {
    super(run);
  }

  getMinColor(): string {
    return this.point('minimum').color;
  }

  getMinValue(): string {
    return this.point('minimum').value;
  }

  getMidColor(): string {
    return this.point('midpoint').color;
  }

  getMidValue(): string {
    return this.point('midpoint').value;
  }

  getMaxColor(): string {
    return this.point('maximum').color;
  }

  getMaxValue(): string {
    return this.point('maximum').value;
  }

  private point(end: 'minimum' | 'midpoint' | 'maximum'): { readonly color: string; readonly value: string } {
    const point = this.rule[end] as { readonly color: number; readonly value?: string } | undefined;
    if (point === undefined) return { color: '', value: '' };
    return { color: `#${point.color.toString(16).padStart(6, '0')}`, value: point.value ?? '' };
  }
}

class BooleanCondition extends Imitated {
  readonly kind = 'BooleanCondition';

  constructor(
    run: Execution,
    private readonly rule: EngineRuleBody,
  ) {
    super(run);
  }

  getCriteriaType(): string {
    const types: Readonly<Record<string, string>> = {
      isEqual: 'TEXT_EQUAL_TO',
      customFormula: 'CUSTOM_FORMULA',
      dateIsBefore: 'DATE_BEFORE_RELATIVE',
      containsText: 'TEXT_CONTAINS',
    };
    return types[String(this.rule.operator)] ?? String(this.rule.operator);
  }

  getCriteriaValues(): unknown[] {
    const { dateValue, values } = this.rule;
    return dateValue === undefined ? [...((values as readonly unknown[] | undefined) ?? [])] : [asText(dateValue)];
  }

  getBackground(): string | null {
    return (this.rule.style as EngineStyle | undefined)?.fillColor ?? null;
  }

  getFontColor(): string | null {
    return (this.rule.style as EngineStyle | undefined)?.textColor ?? null;
  }
}

export class ConditionalFormatRuleBuilder extends Imitated {
  readonly kind = 'ConditionalFormatRuleBuilder';
  private style: EngineStyle;
  private rule: EngineRuleBody;

  constructor(
    run: Execution,
    private gid?: number,
    private ranges: readonly string[] = [],
    rule: EngineRuleBody = {},
  ) {
    super(run);
    this.rule = rule;
    this.style = { ...(rule.style as EngineStyle | undefined) };
  }

  setRanges(ranges: readonly RangePlace[]): this {
    this.gid = ranges[0]?.gid;
    this.ranges = ranges.map(({ box }) => boxAddress(box));
    return this;
  }

  whenTextEqualTo(text: string): this {
    this.rule = cellIs('isEqual', [text]);
    return this;
  }

  whenTextContains(text: string): this {
    this.rule = cellIs('containsText', [text]);
    return this;
  }

  whenTextStartsWith(text: string): this {
    this.rule = cellIs('beginsWithText', [text]);
    return this;
  }

  whenCellEmpty(): this {
    this.rule = cellIs('isEmpty', []);
    return this;
  }

  whenCellNotEmpty(): this {
    this.rule = cellIs('isNotEmpty', []);
    return this;
  }

  whenNumberGreaterThan(number: number): this {
    this.rule = cellIs('isGreaterThan', [String(number)]);
    return this;
  }

  whenNumberGreaterThanOrEqualTo(number: number): this {
    this.rule = cellIs('isGreaterOrEqualTo', [String(number)]);
    return this;
  }

  whenNumberLessThan(number: number): this {
    this.rule = cellIs('isLessThan', [String(number)]);
    return this;
  }

  whenNumberBetween(low: number, high: number): this {
    this.rule = cellIs('isBetween', [String(low), String(high)]);
    return this;
  }

  whenFormulaSatisfied(formula: string): this {
    this.rule = cellIs('customFormula', [formula]);
    return this;
  }

  whenDateBefore(when: unknown): this {
    this.rule = { ...cellIs('dateIsBefore', []), dateValue: relative(when) };
    return this;
  }

  whenDateAfter(when: unknown): this {
    this.rule = { ...cellIs('dateIsAfter', []), dateValue: relative(when) };
    return this;
  }

  whenDateEqualTo(when: unknown): this {
    this.rule = { ...cellIs('dateIs', []), dateValue: relative(when) };
    return this;
  }

  setGradientMinpointWithValue(color: string, type: unknown, value: string): this {
    this.rule = { ...this.rule, type: 'ColorScaleRule', minimum: threshold(color, type, value) };
    return this;
  }

  setGradientMidpointWithValue(color: string, type: unknown, value: string): this {
    this.rule = { ...this.rule, type: 'ColorScaleRule', midpoint: threshold(color, type, value) };
    return this;
  }

  setGradientMaxpointWithValue(color: string, type: unknown, value: string): this {
    this.rule = { ...this.rule, type: 'ColorScaleRule', maximum: threshold(color, type, value) };
    return this;
  }

  setBackground(color: string | null): this {
    this.style = { ...this.style, ...(color === null ? {} : { fillColor: color }) };
    return this;
  }

  setFontColor(color: string | null): this {
    this.style = { ...this.style, ...(color === null ? {} : { textColor: color }) };
    return this;
  }

  setBold(isBold: boolean): this {
    this.style = { ...this.style, bold: isBold };
    return this;
  }

  setItalic(isItalic: boolean): this {
    this.style = { ...this.style, italic: isItalic };
    return this;
  }

  build(): ConditionalFormatRule {
    const rule = this.rule.type === 'CellIsRule' ? { ...this.rule, style: this.style } : this.rule;
    return new ConditionalFormatRule(this.run, this.gid, this.ranges, rule);
  }
}

/** Conditional format rules of a tab, in the order in which they apply. */
export function rulesOf(run: Execution, gid: number): ConditionalFormatRule[] {
  run.reading();
  const { engine } = run.document;
  return engine.getters
    .getConditionalFormats(engine.sheetId(gid))
    .map(({ ranges, rule }) => new ConditionalFormatRule(run, gid, ranges, rule));
}

/** Queues the replacement of all rules of the tab. */
export function setRules(run: Execution, gid: number, rules: readonly ConditionalFormatRule[]): void {
  run.queue('setConditionalFormatRules', {
    cells: 1,
    rows: 1,
    check: () => {
      run.document.assertEditable(run.setup.user, gid);
    },
    apply: () => {
      const { engine } = run.document;
      const sheetId = engine.sheetId(gid);
      for (const { id } of [...engine.getters.getConditionalFormats(sheetId)])
        engine.dispatch('REMOVE_CONDITIONAL_FORMAT', { sheetId, id });
      for (const { ranges, rule } of rules) {
        const cf: Omit<EngineRule, 'ranges'> = { id: `rule${run.document.nextId()}`, rule };
        engine.dispatch('ADD_CONDITIONAL_FORMAT', {
          sheetId,
          cf,
          ranges: ranges.map((range) => engine.getters.getRangeDataFromXc(sheetId, range)),
        });
      }
    },
  });
}

function cellIs(operator: string, values: readonly string[]): EngineRuleBody {
  return { type: 'CellIsRule', operator, values };
}

function relative(when: unknown): string {
  const words: Readonly<Record<string, string>> = {
    TODAY: 'today',
    TOMORROW: 'tomorrow',
    YESTERDAY: 'yesterday',
    PAST_WEEK: 'lastWeek',
    PAST_MONTH: 'lastMonth',
    PAST_YEAR: 'lastYear',
  };
  return words[String(when)] ?? notImitated('a conditional format at a fixed date');
}

function threshold(
  color: string,
  type: unknown,
  value: string,
): { readonly color: number; readonly type: string; readonly value: string } {
  const types: Readonly<Record<string, string>> = {
    NUMBER: 'number',
    PERCENT: 'percentage',
    PERCENTILE: 'percentile',
    MIN: 'value',
    MAX: 'value',
  };
  return { color: parseInt(color.replace('#', ''), 16), type: types[String(type)] ?? 'number', value };
}
