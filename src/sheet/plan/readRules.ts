/** Rows of `Plan ICP` and `Plan Rules`, read into rules of the domain. */
import type { SourceId } from '../../domain/facts/phrase';
import { fold, joined } from '../../domain/facts/text';
import {
  DIMENSIONS,
  IF_BLANK,
  IMPORTANCE_WEIGHTS,
  RULE_TYPES,
  type BoundRule,
  type Condition,
  type Dimension,
  type IcpRule,
  type IfBlank,
  type RuleType,
  type Test,
} from '../../domain/rules/rule';
import { sourceOf, type Address } from '../address';
import { POINT, readQuantity } from '../parse/number';
import { wordOf, type ClosedList, type ProblemCollector } from './closedList';
import { readTest, type CountriesOf } from './operand';
import type { PlanTable, PlanTableRow } from './planTable';

const DIMENSION_LIST: ClosedList<Dimension> = {
  name: 'dimension',
  code: 'DIMENSION_UNKNOWN',
  words: DIMENSIONS,
  aliases: new Map<string, Dimension>([
    ['technological', 'Technographic'],
    ['operational', 'Situational'],
    ['trigger', 'Situational'],
    ['environmental', 'Situational'],
    ['intent', 'Behavioral'],
    ['behavioural', 'Behavioral'],
  ]),
};
const TYPE_LIST: ClosedList<RuleType> = { name: 'rule type', code: 'TYPE_UNKNOWN', words: RULE_TYPES };
const BOUND_LIST: ClosedList<'Include' | 'Exclude'> = { name: 'rule type', code: 'TYPE_UNKNOWN', words: ['Include', 'Exclude'] };
const BLANK_LIST: ClosedList<IfBlank> = { name: 'answer for blanks', code: 'IF_BLANK_UNKNOWN', words: IF_BLANK };
const ACTIVE_LIST: ClosedList<'Yes' | 'No'> = {
  name: 'answer',
  code: 'ACTIVE_UNKNOWN',
  words: ['Yes', 'No'],
  aliases: new Map([
    ['true', 'Yes'],
    ['false', 'No'],
  ]),
};

/** A rule with the 1-based row of its tab and its source, for problems found later. */
export type ReadRule<T> = T & { readonly row: number; readonly source: SourceId };

/** The rule with the cell it was read from. */
export function withSource<T extends object>(rule: T, row: PlanTableRow, header = 'Field'): ReadRule<T> {
  return { ...rule, row: row.row, source: sourceOf(row.at(header)) };
}

/** Active rules of the profile; refusals go to `findings`. */
export function readIcpRules(
  table: PlanTable,
  countriesOf: CountriesOf,
  findings: ProblemCollector,
): readonly ReadRule<IcpRule>[] {
  return table.rows.flatMap((row) => {
    if (!isActive(row, findings)) return [];
    const type = optionalWord(TYPE_LIST, row, 'Type', findings) ?? 'Score';
    const dimension = optionalWord(DIMENSION_LIST, row, 'Dimension', findings) ?? 'Firmographic';
    const condition = readCondition(row, dimension, countriesOf, findings);
    const weight = readWeight(row, type, findings);
    if (condition === undefined) return [];
    return [withSource({ ...condition, type, dimension, weight, why: row.text('Why') }, row)];
  });
}

/** Rules of the market or of one segment. */
export interface OwnedRules {
  /** As the first of them names it, and where. */
  readonly for: string;
  readonly at: Address;
  /** Those that could be read, in plan order. */
  readonly rules: readonly ReadRule<BoundRule & { readonly for: string }>[];
}

/** Market bounds and segment rules by the folded name they are for, in plan order. */
export function readBoundRules(
  table: PlanTable,
  countriesOf: CountriesOf,
  findings: ProblemCollector,
): ReadonlyMap<string, OwnedRules> {
  const owners = new Map<string, OwnedRules>();
  for (const row of table.rows) {
    const owner = row.text('For');
    if (owner === '') {
      findings.refuse(
        'FOR_MISSING',
        row.at('For'),
        '',
        'The rule does not say what it is for.',
        'Write TAM or a segment of Plan Segments.',
      );
      continue;
    }
    const type = optionalWord(BOUND_LIST, row, 'Type', findings) ?? 'Include';
    const condition = readCondition(row, 'Firmographic', countriesOf, findings);
    const known = owners.get(fold(owner)) ?? { for: owner, at: row.at('For'), rules: [] };
    const rules = condition === undefined ? known.rules : [...known.rules, withSource({ ...condition, type, for: owner }, row)];
    owners.set(fold(owner), { ...known, rules });
  }
  return owners;
}

/** Yes when the Active cell is blank; a word that is neither is refused. */
export function isActive(row: PlanTableRow, findings: ProblemCollector): boolean {
  return (optionalWord(ACTIVE_LIST, row, 'Active', findings) ?? 'Yes') === 'Yes';
}

/** The word of a cell, or undefined when the cell is blank or was refused. */
export function optionalWord<T extends string>(
  list: ClosedList<T>,
  row: PlanTableRow,
  header: string,
  findings: ProblemCollector,
): T | undefined {
  const text = row.text(header);
  return text === '' ? undefined : wordOf(list, text, row.at(header), findings);
}

/** Field, operator and value of a row; undefined after a refusal. */
export function readCondition(
  row: PlanTableRow,
  dimension: Dimension,
  countriesOf: CountriesOf,
  findings: ProblemCollector,
): Condition | undefined {
  const field = row.text('Field');
  if (field === '') {
    findings.refuse(
      'FIELD_MISSING',
      row.at('Field'),
      '',
      'The rule has no Field.',
      'Write a header of the accounts tab, e.g. Industry.',
    );
  }
  const test = readTest(row, countriesOf, findings);
  const ifBlank = optionalWord(BLANK_LIST, row, 'If blank', findings);
  if (field === '' || test === undefined) return undefined;
  const value = row.text('Value');
  const name = row.text('Rule') || joined([field, test.operator, value], ' ');
  return { name, field, test, ifBlank: ifBlank ?? defaultIfBlank(dimension, test) };
}

/** An empty hiring column means that none was found; an empty head count means nobody knows. */
function defaultIfBlank(dimension: Dimension, test: Test): IfBlank {
  return dimension === 'Behavioral' || dimension === 'Situational' || test.operator === 'within last' ? 'no' : 'unknown';
}

/** Blank is Medium for a Score rule and none for a Must; an Exclude never weighs. */
function readWeight(row: PlanTableRow, type: RuleType, findings: ProblemCollector): number | undefined {
  const text = row.text('Importance');
  if (text === '') return type === 'Score' ? IMPORTANCE_WEIGHTS.Medium : undefined;
  const words = Object.entries(IMPORTANCE_WEIGHTS);
  const weight = words.find(([word]) => fold(word) === fold(text))?.[1] ?? exactNumber(text);
  if (weight === undefined || weight < 0) {
    const allowed = words.map(([word, points]) => `${word} (${points})`).join(', ');
    findings.refuse(
      weight === undefined ? 'IMPORTANCE_UNKNOWN' : 'WEIGHT_NEGATIVE',
      row.at('Importance'),
      text,
      weight === undefined ? `"${text}" is no importance.` : `The importance ${text} is below 0.`,
      `Use one of: ${allowed}, or a number of 0 or more; 0 switches a rule off.`,
    );
    return undefined;
  }
  return type === 'Exclude' ? undefined : weight;
}

function exactNumber(text: string): number | undefined {
  const quantity = readQuantity(text, POINT);
  return quantity !== undefined && quantity.low === quantity.high && Number.isFinite(quantity.low) ? quantity.low : undefined;
}
