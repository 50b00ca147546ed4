/** `Plan Segments`, `Plan Personas` and `Overrides`, read into the domain. */
import type { Day } from '../../domain/facts/fact';
import { HAND_BACKS, type HandBack } from '../../domain/rules/handBack';
import { readDay } from '../parse/date';
import { LEVELS, ROLES, TIERS, type Level, type Override, type Persona, type Segment } from '../../domain/rules/plan';
import { OPERATORS, type BoundRule, type Condition } from '../../domain/rules/rule';
import { sourceOf } from '../address';
import { clipped } from '../problem';
import { isBlank } from '../parse/blank';
import { fold } from '../../domain/facts/text';
import { wordOf, type ClosedList, type ProblemCollector } from './closedList';
import type { CountriesOf } from './operand';
import type { PlanTable, PlanTableRow } from './planTable';
import { isActive, optionalWord, readCondition, withSource, type OwnedRules, type ReadRule } from './readRules';
import { readNumber } from './readSettings';

const LEVEL_LIST: ClosedList<Level> = { name: 'level', code: 'LEVEL_UNKNOWN', words: LEVELS };
const OVERRIDE_LIST: ClosedList<Override['tier']> = {
  name: 'tier',
  code: 'TIER_UNKNOWN',
  words: [...TIERS, 'Excluded'],
};

type RulesByOwner = ReadonlyMap<string, OwnedRules>;

/** Active segments with their rules, in plan order. A rule for a name that is neither TAM nor a segment is refused. */
export function readSegments(table: PlanTable, rules: RulesByOwner, findings: ProblemCollector): readonly Segment[] {
  const names = new Set<string>(['tam']);
  const segments: Segment[] = [];
  for (const row of table.rows) {
    const name = row.text('Segment');
    if (!isUsableName(name, names, row, findings)) continue;
    names.add(fold(name));
    if (isActive(row, findings)) segments.push(segmentOf(row, name, rules.get(fold(name))?.rules ?? [], findings));
  }
  for (const [name, owner] of rules) {
    if (names.has(name)) continue;
    findings.refuse(
      'SEGMENT_UNKNOWN',
      owner.at,
      owner.for,
      `A rule is for "${clipped(owner.for)}", which is no segment of Plan Segments.`,
      'Add the segment to Plan Segments, or write TAM or the name of a segment.',
    );
  }
  return segments;
}

function isUsableName(name: string, taken: ReadonlySet<string>, row: PlanTableRow, findings: ProblemCollector): boolean {
  if (name === '') {
    findings.refuse(
      'SEGMENT_UNNAMED',
      row.at('Segment'),
      '',
      'The segment has no name.',
      'Write one in the column Segment, or clear the row.',
    );
    return false;
  }
  if (!taken.has(fold(name))) return true;
  const why =
    fold(name) === 'tam'
      ? '"TAM" stands for the market and cannot name a segment.'
      : `The segment "${clipped(name)}" stands here a second time.`;
  findings.refuse('SEGMENT_TWICE', row.at('Segment'), name, why, 'Give each segment a name of its own.');
  return false;
}

function segmentOf(row: PlanTableRow, name: string, rules: readonly BoundRule[], findings: ProblemCollector): Segment {
  return {
    name,
    source: sourceOf(row.at('Segment')),
    priority: numberIn(row, 'Priority', () => true, 'a number', findings),
    hypothesis: saidIn(row, 'Hypothesis'),
    painPoint: saidIn(row, 'Pain point'),
    buyerRoles: itemsOf(saidIn(row, 'Buyer roles')),
    offerAngle: saidIn(row, 'Offer angle'),
    urgency: numberIn(row, 'Urgency', (value) => value >= 1 && value <= 10, 'a number from 1 to 10', findings),
    competition: optionalWord(LEVEL_LIST, row, 'Competition', findings),
    owner: row.text('Owner'),
    rules,
  };
}

/** What a cell says; `-` and `n/a` say nothing. */
function saidIn(row: PlanTableRow, header: string): string {
  return isBlank(row.cell(header)) ? '' : row.text(header);
}

/** Personas in plan order; a persona without a name or a role is left out with a note. */
export function readPersonas(table: PlanTable, findings: ProblemCollector): readonly Persona[] {
  return table.rows.flatMap((row) => {
    const name = row.text('Persona');
    const roleText = row.text('Role');
    const role =
      roleText === ''
        ? ''
        : wordOf({ name: 'buyer role', code: 'ROLE_UNKNOWN', words: ROLES }, roleText, row.at('Role'), findings);
    return role === undefined || (name === '' && role === '') ? [] : [{ name, role, titles: itemsOf(row.text('Titles')) }];
  });
}

/** What `Overrides` says: tiers set by hand, and accounts handed back. */
export interface ReadOverrides {
  readonly overrides: readonly ReadOverride[];
  readonly handBacks: readonly HandBack[];
}

/**
 * Both in the tab's order; `Rule: Field operator Value` stands for the accounts that meet it. A blank tier hands the account back where the
 * reason begins with one of {@link HAND_BACKS}; else it is refused, as a blank key is.
 */
export function readOverrides(table: PlanTable, countriesOf: CountriesOf, findings: ProblemCollector): ReadOverrides {
  const handBacks: HandBack[] = [];
  const overrides = table.rows.flatMap((row) => {
    const handBack = handBackOf(row, findings);
    if (handBack !== undefined) handBacks.push(handBack);
    return handBack === undefined ? overrideOf(row, countriesOf, findings) : [];
  });
  return { overrides, handBacks };
}

function overrideOf(row: PlanTableRow, countriesOf: CountriesOf, findings: ProblemCollector): readonly ReadOverride[] {
  const key = row.text('Account key');
  const tier = optionalWord(OVERRIDE_LIST, row, 'Tier', findings);
  if (key === '' || row.text('Tier') === '') {
    findings.refuse(
      'OVERRIDE_INCOMPLETE',
      row.at(key === '' ? 'Account key' : 'Tier'),
      '',
      'An override needs an account key and a tier.',
      `Fill in both, clear the row, or begin Reason with: ${HAND_BACKS.join(', ')}.`,
    );
  }
  if (key === '' || tier === undefined) return [];
  const override = { key, tier, reason: row.text('Reason'), by: row.text('By') };
  if (!OVERRIDE_BY_RULE.test(key)) return [override];
  const rule = readCondition(ruleRow(row, key.replace(OVERRIDE_BY_RULE, '')), 'Firmographic', countriesOf, findings);
  return rule === undefined ? [] : [{ ...override, rule: withSource(rule, row, 'Account key') }];
}

/** Of a single account alone. */
function handBackOf(row: PlanTableRow, findings: ProblemCollector): HandBack | undefined {
  const key = row.text('Account key');
  const why = HAND_BACKS.find((word) => fold(row.text('Reason')).startsWith(word));
  if (key === '' || row.text('Tier') !== '' || why === undefined || OVERRIDE_BY_RULE.test(key)) return undefined;
  return { key, why, date: dayIn(row, 'Date', findings), until: dayIn(row, 'Until', findings) };
}

function dayIn(row: PlanTableRow, header: string, findings: ProblemCollector): Day | undefined {
  const text = row.text(header);
  const day = text === '' ? undefined : readDay(text, { order: undefined, isDateColumn: false });
  if (text !== '' && day === undefined)
    findings.refuse('OVERRIDE_INCOMPLETE', row.at(header), text, `"${text}" is no date.`, 'Write it as YYYY-MM-DD.');
  return day;
}

export type ReadOverride = Override & { readonly rule?: ReadRule<Condition> };

/** How an Account key begins that is a rule: `Rule: Country in DACH`. */
export const OVERRIDE_BY_RULE = /^rule:\s*/i;

/** The row as a rule's, its Account key taken apart. What is no rule is all Field, so that the missing operator is refused. */
function ruleRow(row: PlanTableRow, text: string): PlanTableRow {
  // The first operator that stands as words of its own, the longest where several begin; a field in quotes may hold one.
  const operators = [...OPERATORS].sort((a, b) => b.length - a.length).join('|');
  const form = new RegExp(`^(?:"([^"]+)"|(.+?))\\s+(${operators})(?:\\s+([^]*))?$`, 'i');
  const [, quoted, bare = text, operator = '', value = ''] = form.exec(text) ?? [];
  const cells = new Map([
    ['Field', quoted ?? bare],
    ['Operator', operator],
    ['Value', value],
  ]);
  const textOf = (header: string): string => cells.get(header) ?? '';
  return { row: row.row, cell: textOf, text: textOf, at: () => row.at('Account key') };
}

function numberIn(
  row: PlanTableRow,
  header: string,
  isAllowed: (value: number) => boolean,
  allowed: string,
  findings: ProblemCollector,
): number | undefined {
  if (row.text(header) === '') return undefined;
  const value = readNumber(row.cell(header));
  if (value !== undefined && isAllowed(value)) return value;
  findings.refuse(
    'NUMBER_UNUSABLE',
    row.at(header),
    row.text(header),
    `"${clipped(row.text(header))}" is no ${header}.`,
    `Use ${allowed}, or leave it blank.`,
  );
  return undefined;
}

/** Items separated by `;`, `|`, `,` or line breaks. */
function itemsOf(text: string): readonly string[] {
  return text
    .split(/[;|,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
