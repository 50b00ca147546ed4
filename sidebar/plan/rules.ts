/** Rows of the draft as the domain's rules and segments; a Value that nobody has read yet leaves its rule out. */
import type { Level, Segment } from '../../src/domain/rules/plan';
import { LEVELS } from '../../src/domain/rules/plan';
import type { BoundRule, Condition, Dimension, IcpRule, IfBlank, Operator, Test } from '../../src/domain/rules/rule';
import { DIMENSIONS, IF_BLANK, IMPORTANCE_WEIGHTS, OPERATORS, RULE_TYPES } from '../../src/domain/rules/rule';
import type { PlanRow } from '../../src/commands/protocol/requests';
import type { ReadValue } from '../../src/commands/protocol/columns';
import type { Cell, Draft } from './entries';
import { isSame, rowsOf } from './entries';
import { numberOf, readValue, type KnownCountries } from './value';

/** Readings of the server by `valueKey`; they win over the page's own. */
export interface Readings {
  readonly byServer: ReadonlyMap<string, ReadValue>;
  /** What the page knows of the countries a field's values may name. */
  readonly countriesFor: (field: string) => KnownCountries;
}

export function valueKey(operator: string, value: Cell): string {
  return JSON.stringify([operator.trim().toLowerCase(), value]);
}

export function textOf(row: PlanRow, name: string): string {
  return String(row[name] ?? '').trim();
}

/** The word of a list that a cell is, case aside. */
export function wordIn<T extends string>(words: readonly T[], text: string): T | undefined {
  return words.find((word) => isSame(word, text));
}

/** Test of a row, or why there is none: a message of the server, or '' while it is still being read. */
export function testOf(
  row: PlanRow,
  { byServer, countriesFor }: Readings,
): Test | { readonly message: string; readonly fix: string } {
  const operator = wordIn(OPERATORS, textOf(row, 'Operator'));
  const value = row.Value ?? '';
  const read = byServer.get(valueKey(operator ?? '', value));
  if (read !== undefined) return 'test' in read ? read.test : read;
  const test = operator === undefined ? undefined : readValue(operator, value, countriesFor(textOf(row, 'Field')));
  return test ?? { message: '', fix: '' };
}

/** Rules of the profile in plan order, each with the row it is made from. */
export function icpRules(draft: Draft, readings: Readings): readonly (IcpRule & { readonly id: number })[] {
  return draft.icp.flatMap(({ id, after }) => {
    if (after === null || !isOn(after)) return [];
    const dimension = dimensionOf(textOf(after, 'Dimension'));
    const type = wordIn(RULE_TYPES, textOf(after, 'Type')) ?? 'Score';
    const condition = conditionOf(after, dimension, readings);
    if (condition === undefined) return [];
    return [{ ...condition, id, type, dimension, weight: weightOf(after, type), why: textOf(after, 'Why') }];
  });
}

/** Rules of the market (`TAM`) or of one segment. */
export function boundRules(draft: Draft, owner: string, readings: Readings): readonly (BoundRule & { readonly id: number })[] {
  return draft.rules.flatMap(({ id, after }) => {
    if (after === null || !isSame(textOf(after, 'For'), owner)) return [];
    const condition = conditionOf(after, 'Firmographic', readings);
    const type = isSame(textOf(after, 'Type'), 'Exclude') ? 'Exclude' : 'Include';
    return condition === undefined ? [] : [{ ...condition, id, type }];
  });
}

/** Active segments in plan order. */
export function segmentsOf(draft: Draft, readings: Readings): readonly Segment[] {
  return rowsOf(draft, 'segments')
    .filter((row) => isOn(row) && textOf(row, 'Segment') !== '')
    .map((row) => ({
      name: textOf(row, 'Segment'),
      priority: numberOf(row.Priority ?? ''),
      hypothesis: textOf(row, 'Hypothesis'),
      painPoint: textOf(row, 'Pain point'),
      buyerRoles: textOf(row, 'Buyer roles')
        .split(/[;|,\n]/)
        .map((role) => role.trim())
        .filter((role) => role !== ''),
      offerAngle: textOf(row, 'Offer angle'),
      urgency: numberOf(row.Urgency ?? ''),
      competition: wordIn<Level>(LEVELS, textOf(row, 'Competition')),
      owner: textOf(row, 'Owner'),
      rules: boundRules(draft, textOf(row, 'Segment'), readings),
    }));
}

export function isOn(row: PlanRow): boolean {
  return !/^(no|false)$/i.test(textOf(row, 'Active'));
}

/** Weight as typed: a word or a number. Blank is Medium for a Score rule and none for a Must; an Exclude never weighs. */
export function weightOf(row: PlanRow, type = wordIn(RULE_TYPES, textOf(row, 'Type')) ?? 'Score'): number | undefined {
  if (type === 'Exclude') return undefined;
  const text = textOf(row, 'Importance');
  if (text === '') return type === 'Score' ? IMPORTANCE_WEIGHTS.Medium : undefined;
  const word = wordIn(Object.keys(IMPORTANCE_WEIGHTS) as (keyof typeof IMPORTANCE_WEIGHTS)[], text);
  return word === undefined ? numberOf(row.Importance ?? '') : IMPORTANCE_WEIGHTS[word];
}

function conditionOf(row: PlanRow, dimension: Dimension, readings: Readings): Condition | undefined {
  const field = textOf(row, 'Field');
  const test = testOf(row, readings);
  if (field === '' || 'message' in test) return undefined;
  const name = textOf(row, 'Rule') || [field, test.operator, textOf(row, 'Value')].filter((part) => part !== '').join(' ');
  return { name, field, test, ifBlank: wordIn(IF_BLANK, textOf(row, 'If blank')) ?? defaultIfBlank(dimension, test.operator) };
}

function defaultIfBlank(dimension: Dimension, operator: Operator): IfBlank {
  return dimension === 'Behavioral' || dimension === 'Situational' || operator === 'within last' ? 'no' : 'unknown';
}

const ALIASES: readonly (readonly [Dimension, RegExp])[] = [
  ['Technographic', /^technological$/i],
  ['Situational', /^(operational|trigger|environmental)$/i],
  ['Behavioral', /^(intent|behavioural)$/i],
];

function dimensionOf(text: string): Dimension {
  return wordIn(DIMENSIONS, text) ?? ALIASES.find(([, words]) => words.test(text))?.[0] ?? 'Firmographic';
}
