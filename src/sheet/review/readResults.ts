/** `Results`: people contacted and what came of it, by month, segment, tier and variant. Poor cells are left out and told, never guessed. */
import { ALL_TIERS } from '../../domain/rules/plan';
import { monthName, monthOf, type Month } from '../../domain/review/month';
import { RESULT_EVENTS, type ResultEvent, type ResultRow } from '../../domain/review/results';
import { addressText, noTitles, sourceOf, tabTitle, type Address, type Titles } from '../address';
import type { Cell } from '../grid';
import { fold } from '../../domain/facts/text';
import { dayOfCell, missingHeaders, type PlanGrid, type PlanTable, type PlanTableRow } from '../plan/planTable';
import { readNumber, readShare } from '../plan/readSettings';
import { clipped, makeProblem, type Problem } from '../problem';
import type { ProblemCode } from '../problemCode';

/** A problem before its address is written. */
type Found = Omit<Problem, 'at'> & { readonly at: Address };

export interface ReadResults {
  readonly rows: readonly ResultRow[];
  readonly problems: readonly Problem[];
}

/**
 * `segments` are the plan's names; `renamed` leads from older names to them, results of other names are kept under the name typed.
 * Names of months up to `closed` are those of then, so that a name given to another segment since does not take them along.
 * Results after the month `until` are left out.
 */
export function readResults(
  table: PlanTable,
  segments: readonly string[],
  renamed: ReadonlyMap<string, string>,
  until: Month,
  closed: Month | undefined,
  titles: Titles = noTitles,
): ReadResults {
  const problems: Found[] = [];
  const present = new Map(segments.map((name) => [fold(name), name]));
  const older = new Map([...renamed].map(([old, name]) => [fold(old), name]));
  const nameOf = (typed: string, month: Month): string | undefined =>
    closed !== undefined && month <= closed ? (older.get(typed) ?? present.get(typed)) : (present.get(typed) ?? older.get(typed));
  const seen = new Map<string, PlanTableRow>();
  const rows = table.rows.flatMap((row): ResultRow[] => {
    const month = monthIn(row, until, problems);
    const contacted = countIn(row, 'Contacted', problems);
    if (month === undefined || contacted === null) return [];
    const known = nameOf(fold(row.text('Segment')), month);
    const segment = known ?? row.text('Segment');
    if (segment !== '' && known === undefined) problems.push(unknownSegment(row, segment));
    const outcomes = Object.fromEntries(
      RESULT_EVENTS.map((outcome) => [outcome, eventsIn(row, outcome, contacted, problems)]),
    ) as Record<ResultEvent, number | null>;
    problems.push(...stepsAbove(row, outcomes));
    const cycleDays = figureIn(row, 'Cycle days', Infinity, problems);
    const churn = figureIn(row, 'Churn', 1, problems);
    const read = {
      source: sourceOf(row.at('Month')),
      month,
      segment,
      tier: tierIn(row, problems),
      variant: row.text('Variant'),
      contacted,
      ...outcomes,
      cycleDays,
      churn,
    };
    const name = JSON.stringify([month, fold(row.text('Segment')), read.tier ?? '', read.variant]);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, row);
    else problems.push(twice(row, addressText(first.at('Month'), titles)));
    return [read];
  });
  return { rows, problems: problems.map((found) => ({ ...found, at: addressText(found.at, titles) })) };
}

/** Why a tab of results cannot be used: it lacks a column that is not optional; undefined where it has them, or holds nothing. */
export function resultsNotUsed({ tab, grid }: PlanGrid, titles?: Titles): Problem | undefined {
  const missing = grid.length > 1 ? missingHeaders('results', grid) : [];
  if (missing.length === 0) return undefined;
  const title = tabTitle(tab, titles);
  const columns = missing.map((header) => `"${header}"`).join(', ');
  return makeProblem({
    severity: 'problem',
    code: 'RESULTS_NOT_USED',
    at: title,
    found: missing.join(', '),
    message: `${clipped(title)} is not used: it has no column ${columns}.`,
    fix: 'Add it, blank where nothing was counted.',
  });
}

/** `2026-05`, `May 2026`, `05/2026` or any day of the month. */
export function readMonth(cell: Cell): Month | undefined {
  const slashed = typeof cell === 'string' ? /^\s*(\d{1,2})[./](\d{4})\s*$/.exec(cell) : null;
  if (slashed !== null) {
    const month = Number(slashed[1]);
    return month >= 1 && month <= 12 ? Number(slashed[2]) * 12 + month - 1 : undefined;
  }
  const day = dayOfCell(cell);
  return day === undefined ? undefined : monthOf(day);
}

function monthIn(row: PlanTableRow, until: Month, problems: Found[]): Month | undefined {
  const month = readMonth(row.cell('Month'));
  const found = row.text('Month');
  if (month === undefined) {
    const what = found === '' ? 'The row has no month' : `"${clipped(found)}" is no month`;
    problems.push(problem('RESULT_MONTH', row, 'Month', `${what}, so it is in no rate.`, 'Write it as 2026-05.'));
  } else if (month > until) {
    const message = `${monthName(month)} lies after the as-of month ${monthName(until)}, so it is in no rate.`;
    problems.push(problem('RESULT_FUTURE', row, 'Month', message, 'Correct the month, or As of.'));
  }
  return month === undefined || month > until ? undefined : month;
}

/** A whole number of people; null where blank or unusable. Nobody contacted is no result. */
function countIn(row: PlanTableRow, header: string, problems: Found[]): number | null {
  const found = row.text(header);
  const count = found.includes('%') ? undefined : readNumber(row.cell(header));
  const least = header === 'Contacted' ? 1 : 0;
  if (count !== undefined && Number.isSafeInteger(count) && count >= least) return count;
  if (found !== '' || header === 'Contacted') {
    const message = `"${clipped(found)}" is no number of people under ${header}${header === 'Contacted' ? ', so the row is in no rate' : ''}.`;
    problems.push(problem('RESULT_COUNT', row, header, message, 'Type people, not emails or a rate.'));
  }
  return null;
}

/** More than were contacted is no rate of at most 100 %. */
function eventsIn(row: PlanTableRow, outcome: ResultEvent, contacted: number, problems: Found[]): number | null {
  const header = headerOf(outcome);
  const count = countIn(row, header, problems);
  if (count === null || count <= contacted) return count;
  const message = `${header} ${count} of ${contacted} contacted is more than 100 %, so ${header} is in no rate.`;
  problems.push(problem('RESULT_ABOVE_ALL', row, header, message, 'Count people once, not their emails.'));
  return null;
}

function headerOf(outcome: ResultEvent): string {
  return outcome.charAt(0).toUpperCase() + outcome.slice(1);
}

/** More at a step than at the one before is a slip, or came another way: told, and counted. */
function stepsAbove(row: PlanTableRow, outcomes: Readonly<Record<ResultEvent, number | null>>): readonly Found[] {
  return RESULT_EVENTS.slice(1, 4).flatMap((outcome, position) => {
    const before = RESULT_EVENTS[position] ?? outcome;
    const [count, of] = [outcomes[outcome] ?? 0, outcomes[before] ?? Infinity];
    const message = `${headerOf(outcome)} ${count} of ${of} ${headerOf(before)} is more than 100 %; both are counted.`;
    return count > of ? [note(problem('RESULT_ABOVE_STEP', row, headerOf(outcome), message, 'Correct the wrong one.'))] : [];
  });
}

/** A number of a column the team added; Churn is a share. */
function figureIn(row: PlanTableRow, header: string, most: number, problems: Found[]): number | null {
  const found = row.text(header);
  const value = header === 'Churn' ? readShare(row.cell(header)) : readNumber(row.cell(header));
  if (value !== undefined && value >= 0 && value <= most) return value;
  const message = `"${clipped(found)}" is no number under ${header}, so it is in no mean.`;
  if (found !== '')
    problems.push(
      problem('RESULT_FIGURE', row, header, message, most === 1 ? 'Type a share of a year, e.g. 22%.' : 'Type days.'),
    );
  return null;
}

function tierIn(row: PlanTableRow, problems: Found[]): number | undefined {
  const found = row.text('Tier');
  if (found === '') return undefined;
  const position = ALL_TIERS.findIndex((tier) => fold(tier) === fold(found) || fold(tier) === `tier ${fold(found)}`);
  if (position >= 0) return position;
  const message = `"${clipped(found)}" is no tier; the row counts for its segment only.`;
  problems.push(problem('RESULT_TIER', row, 'Tier', message, `Use one of: ${ALL_TIERS.slice(0, 4).join(', ')}.`));
  return undefined;
}

function unknownSegment(row: PlanTableRow, segment: string): Found {
  const message = `"${clipped(segment)}" is no segment of the plan now; its results judge none.`;
  return problem('RESULT_SEGMENT', row, 'Segment', message, 'Write the present name, if it was renamed or merged.');
}

function twice(row: PlanTableRow, first: string): Found {
  const message = `The same stands at ${first} already; both are counted.`;
  return note(problem('RESULT_TWICE', row, 'Month', message, 'Clear one, if they are the same people.'));
}

function note(given: Found): Found {
  return { ...given, severity: 'note' };
}

function problem(code: ProblemCode, row: PlanTableRow, header: string, message: string, fix: string): Found {
  const text = makeProblem({ severity: 'problem', code, at: '', found: row.text(header), message, fix });
  return { ...text, at: row.at(header) };
}
