/** Conditional formats and validations between workbook data and the engine's own shapes. */
import type { ConditionalFormat, Validation } from '../document/workbookData';
import type { EngineRule, EngineStyle, EngineValidation } from './library';

/** A conditional format as the engine takes it, under the id; several ranges stand apart by commas. */
export function engineRule(format: ConditionalFormat, id: string): EngineRule {
  return { id, ranges: format.range.split(',').map((range) => range.trim()), rule: ruleOf(format) };
}

/** Rules the workbook data cannot say are left to the engine: undefined. */
export function conditionalFormat(rule: EngineRule): ConditionalFormat | undefined {
  const range = rule.ranges.join(',');
  const of = rule.rule as { type: string; operator?: string; values?: string[]; style?: EngineStyle; dateValue?: string };
  if (of.type === 'ColorScaleRule') return scaleOf(range, rule.rule as unknown as ScaleRule);
  if (of.type !== 'CellIsRule') return undefined;
  const look = ruleStyleOf(of.style ?? {});
  const value = of.values?.[0] ?? '';
  if (of.operator === 'isEqual') return { range, rule: { kind: 'textEquals', text: value, ...look } };
  if (of.operator === 'customFormula') return { range, rule: { kind: 'formula', formula: value, ...look } };
  const when = of.dateValue;
  if (of.operator === 'dateIsBefore' && (when === 'today' || when === 'tomorrow' || when === 'yesterday'))
    return { range, rule: { kind: 'dateBefore', when, ...look } };
  return undefined;
}

/** A drop-down as the engine takes it, under the id; it blocks other entries where the validation rejects them. */
export function engineValidation(validation: Validation, id: string): EngineValidation {
  return {
    id,
    ranges: validation.range.split(','),
    criterion: { type: 'isValueInList', values: validation.values, displayStyle: 'arrow' },
    isBlocking: validation.rejects,
  };
}

function ruleOf({ rule }: ConditionalFormat): Readonly<Record<string, unknown>> {
  if (rule.kind === 'scale')
    return {
      type: 'ColorScaleRule',
      minimum: { type: 'number', value: String(rule.low), color: parseInt(rule.lowColor.slice(1), 16) },
      ...(rule.middle && {
        midpoint: { type: 'number', value: String(rule.middle.value), color: parseInt(rule.middle.color.slice(1), 16) },
      }),
      maximum: { type: 'number', value: String(rule.high), color: parseInt(rule.highColor.slice(1), 16) },
    };
  const style = styleOf(rule);
  if (rule.kind === 'textEquals') return { type: 'CellIsRule', operator: 'isEqual', values: [rule.text], style };
  if (rule.kind === 'formula') return { type: 'CellIsRule', operator: 'customFormula', values: [rule.formula], style };
  return { type: 'CellIsRule', operator: 'dateIsBefore', values: [], dateValue: rule.when, style };
}

interface RuleStyle {
  readonly fill?: string;
  readonly textColor?: string;
  readonly bold?: boolean;
}

function styleOf(look: RuleStyle): EngineStyle {
  return {
    ...(look.fill ? { fillColor: look.fill } : {}),
    ...(look.textColor ? { textColor: look.textColor } : {}),
    ...(look.bold ? { bold: true } : {}),
  };
}

function ruleStyleOf(style: EngineStyle): RuleStyle {
  return {
    ...(style.fillColor ? { fill: style.fillColor } : {}),
    ...(style.textColor ? { textColor: style.textColor } : {}),
    ...(style.bold ? { bold: true } : {}),
  };
}

interface ScaleRule {
  readonly minimum: { readonly color: number; readonly value?: string };
  readonly midpoint?: { readonly color: number; readonly value?: string };
  readonly maximum: { readonly color: number; readonly value?: string };
}

function scaleOf(range: string, { minimum, midpoint, maximum }: ScaleRule): ConditionalFormat {
  const hex = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;
  return {
    range,
    rule: {
      kind: 'scale',
      low: Number(minimum.value ?? 0),
      high: Number(maximum.value ?? 0),
      lowColor: hex(minimum.color),
      highColor: hex(maximum.color),
      ...(midpoint && { middle: { value: Number(midpoint.value ?? 0), color: hex(midpoint.color) } }),
    },
  };
}
