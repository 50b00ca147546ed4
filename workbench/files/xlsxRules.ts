/** Drop-down lists and conditional formats between XLSX and the workbook. What one of them cannot hold is left out. */
import type { CellStyle, ConditionalRule, DataValidation, Workbook } from 'hucre/xlsx';
import type { ConditionalFormat, Validation } from '../core/document/workbookData';
import { sheetsFormula } from './formulas';
import { colorOf, rgbOf } from './xlsxStyles';

/** Lists typed into the rule; lists that point at cells have no counterpart here and are left out. */
export function readValidation(rule: DataValidation): Validation[] {
  if (rule.type !== 'list' || rule.values === undefined) return [];
  return rule.range.split(' ').map((range) => ({
    range,
    values: rule.values ?? [],
    rejects: rule.showErrorMessage === true && (rule.errorStyle ?? 'stop') === 'stop',
  }));
}

/** One format for each range of the rule; none where the workbook has no such rule. */
export function readConditional(rule: ConditionalRule, book: Workbook): ConditionalFormat[] {
  const formula = Array.isArray(rule.formula) ? rule.formula[0] : rule.formula;
  const looks = conditionalStyles(rule, book);
  const kept = ruleOf(rule, formula, looks);
  return kept === undefined ? [] : rule.range.split(' ').map((range) => ({ range, rule: kept }));
}

interface RuleStyles {
  readonly fill?: string;
  readonly textColor?: string;
  readonly bold?: boolean;
}

function ruleOf(rule: ConditionalRule, formula: string | undefined, looks: RuleStyles): ConditionalFormat['rule'] | undefined {
  if (rule.type === 'colorScale') return scaleOf(rule);
  if (formula === undefined) return undefined;
  const quoted = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (rule.type === 'cellIs' && rule.operator === 'equal' && quoted !== undefined) {
    return { kind: 'textEquals', text: quoted.replace(/""/g, '"'), ...looks };
  }
  if (rule.type !== 'expression') return undefined;
  const when = WHEN.find(([, day]) => dateBefore(rule.range, day) === formula)?.[0];
  return when === undefined
    ? { kind: 'formula', formula: sheetsFormula(formula), ...looks }
    : { kind: 'dateBefore', when, ...looks };
}

function conditionalStyles(rule: ConditionalRule, book: Workbook): RuleStyles {
  const pattern = rule.style?.fill?.type === 'pattern' ? rule.style.fill : undefined;
  const fill = colorOf(pattern?.bgColor, book) ?? colorOf(pattern?.fgColor, book);
  const textColor = colorOf(rule.style?.font?.color, book);
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(textColor === undefined ? {} : { textColor }),
    ...(rule.style?.font?.bold === true ? { bold: true } : {}),
  };
}

/** Scales between two or three typed numbers: fixed ends keep the colors' meaning from month to month. */
function scaleOf(rule: ConditionalRule): ConditionalFormat['rule'] | undefined {
  const points = (rule.colorScale?.cfvo ?? []).map(({ type, value }, index) => ({
    isNumber: type === 'num',
    value: Number(value),
    color: `#${(rule.colorScale?.colors[index] ?? '').slice(-6).toLowerCase()}`,
  }));
  const [low, high] = [points[0], points[points.length - 1]];
  if (low === undefined || high === undefined || points.length < 2 || points.length > 3) return undefined;
  if (points.some(({ isNumber, color }) => !isNumber || color.length !== 7)) return undefined;
  const ends = { low: low.value, high: high.value, lowColor: low.color, highColor: high.color };
  const [, middle] = points;
  return {
    kind: 'scale',
    ...ends,
    ...(points.length === 3 && middle ? { middle: { value: middle.value, color: middle.color } } : {}),
  };
}

/** XLSX keeps a typed list in one text of 255 characters separated by commas; a list that does not fit is left out. */
export function writtenValidation(rule: Validation, title: string, notes: string[]): DataValidation[] {
  if (rule.values.join(',').length > 255 || rule.values.some((value) => /[",]/.test(value))) {
    notes.push(`${title}!${rule.range}: the drop-down list does not fit an XLSX file and was left out.`);
    return [];
  }
  return [
    {
      type: 'list',
      range: spaced(rule.range),
      values: [...rule.values],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: rule.rejects ? 'stop' : 'warning',
    },
  ];
}

/** The rule that XLSX keeps for a format; a lower priority number wins. */
export function writtenConditional(format: ConditionalFormat, priority: number): ConditionalRule {
  const { rule } = format;
  const range = spaced(format.range);
  if (rule.kind === 'scale') {
    const { low, lowColor, middle, high, highColor } = rule;
    const points = [{ value: low, color: lowColor }, ...(middle ? [middle] : []), { value: high, color: highColor }];
    const cfvo = points.map(({ value }) => ({ type: 'num' as const, value: String(value) }));
    return { type: 'colorScale', priority, range, colorScale: { cfvo, colors: points.map(({ color }) => `FF${rgbOf(color)}`) } };
  }
  const font = {
    ...(rule.bold === true ? { bold: true } : {}),
    ...(rule.textColor === undefined ? {} : { color: { rgb: rgbOf(rule.textColor) } }),
  };
  const style: CellStyle = {
    ...(Object.keys(font).length === 0 ? {} : { font }),
    // In a conditional format XLSX takes the background color, elsewhere the foreground one.
    ...(rule.fill === undefined
      ? {}
      : {
          fill: {
            type: 'pattern' as const,
            pattern: 'solid' as const,
            fgColor: { rgb: rgbOf(rule.fill) },
            bgColor: { rgb: rgbOf(rule.fill) },
          },
        }),
  };
  if (rule.kind === 'textEquals') {
    return { type: 'cellIs', operator: 'equal', formula: `"${rule.text.replace(/"/g, '""')}"`, priority, range, style };
  }
  if (rule.kind === 'dateBefore') {
    const day = WHEN.find(([when]) => when === rule.when)?.[1] ?? 'TODAY()';
    return { type: 'expression', formula: dateBefore(range, day), priority, range, style };
  }
  return { type: 'expression', formula: rule.formula.replace(/^=/, ''), priority, range, style };
}

/** XLSX parts the ranges of a rule by spaces. */
function spaced(ranges: string): string {
  return ranges.replace(/, */g, ' ');
}

const WHEN = [
  ['today', 'TODAY()'],
  ['tomorrow', 'TODAY()+1'],
  ['yesterday', 'TODAY()-1'],
] as const;

/** By a formula, because XLSX's own comparison takes a blank cell for a day long past. */
function dateBefore(range: string, day: string): string {
  const first = range.split(/[: ]/)[0] ?? 'A1';
  return `AND(ISNUMBER(${first}),${first}<${day})`;
}
