/** Lists to take along: the best accounts, a segment's people, and what is worth enriching; in the columns and row caps of each tool. */
import { missingFields } from '../../src/domain/explain/missing';
import { ACCOUNT_STATUSES } from '../../src/domain/segments/availability';
import { EXCLUDED_TIER, TIER_4, tierName } from '../../src/domain/score/tier';
import { POSSIBLE } from '../../src/domain/score/icp';
import { shownScore } from '../../src/domain/facts/rounding';
import { fold } from '../../src/domain/facts/text';
import { tierReason } from '../../src/domain/explain/tierReason';
import { workOf } from '../../src/sheet/run/work';
import { hasColumn, nameOf, shownOf, type PageLists } from '../plan/lists';
import type { Live } from '../plan/live';

/** A tool that takes CSV files: what its headers are called, and how many rows a file may hold. */
export interface Target {
  readonly name: string;
  /** People are one row a verified contact; accounts one row an account. */
  readonly rows: 'accounts' | 'people';
  readonly cap: number;
  /** Header by what stands under it. */
  readonly columns: readonly (readonly [header: string, what: string])[];
}

/** What stands under the headers of tools that take accounts, and of those that take people. */
const ACCOUNT = ['Account name', 'Domain', 'Industry', 'Employees', 'Country', 'Tier', 'Fit', 'Segment', 'Why'];
const PERSON = ['Email', 'First name', 'Last name', 'Account name', 'Domain', 'Title', 'Tier', 'Segment'];

function target(name: string, rows: Target['rows'], cap: number, headers: readonly string[], whats: readonly string[]): Target {
  return { name, rows, cap, columns: headers.map((header, position) => [header, whats[position] ?? ''] as const) };
}

export const TARGETS: readonly Target[] = [
  target(
    'HubSpot',
    'accounts',
    249_999,
    [
      ...['Company name', 'Company domain name', 'Industry', 'Number of employees', 'Country/Region'],
      ...['ICP tier', 'Fit score', 'Segment', 'Why this tier'],
    ],
    ACCOUNT,
  ),
  target(
    'Salesforce',
    'accounts',
    50_000,
    ['Account Name', 'Website', 'Industry', 'Employees', 'Billing Country', 'ICP Tier', 'Fit Score', 'Segment', 'Tier Reason'],
    ACCOUNT,
  ),
  target(
    'Apollo',
    'accounts',
    10_000,
    ['Account Name', 'Account Website', 'Tier', 'Segment', 'Why'],
    ['Account name', 'Domain', 'Tier', 'Segment', 'Why'],
  ),
  target(
    'Outreach',
    'people',
    100_000,
    ['Email', 'First name', 'Last name', 'Company', 'Website', 'Title', 'Tier', 'Segment'],
    PERSON,
  ),
  target(
    'Smartlead',
    'people',
    10_000,
    ['email', 'first_name', 'last_name', 'company_name', 'website', 'title', 'tier', 'segment'],
    PERSON,
  ),
];

export type Table = readonly (readonly (string | number)[])[];

export interface Part {
  readonly file: string;
  readonly rows: Table;
}

/** Which accounts to take: those of a segment, those of a tier and better; all prospects where neither is given. */
export interface Wanted {
  readonly segment?: number;
  /** Place in `ALL_TIERS`. */
  readonly worst?: number;
}

/** The first prospects in work order, each account once. Customers, open deals and what has no tier are none. */
export function bestAccounts(live: Live, most: number, { segment, worst }: Wanted = {}): readonly number[] {
  const { tiering, segmentation, availability, lists } = live.runResult;
  const isWanted = (account: number): boolean =>
    (tiering.final[account] ?? EXCLUDED_TIER) <= (worst ?? TIER_4) &&
    availability.available[account] === 1 &&
    lists.accounts.isDuplicate[account] !== true &&
    (segment === undefined || segmentation.assigned[account] === segment);
  return workOf(live).order.accounts.filter(isWanted).slice(0, most);
}

/** Header and rows for a tool, in parts of at most its cap. */
export function partsFor(
  target: Target,
  lists: PageLists,
  live: Live,
  accounts: readonly number[],
  name: string,
): readonly Part[] {
  const header = target.columns.map(([title]) => title);
  const rows =
    target.rows === 'accounts'
      ? accounts.map((account) => rowOf(target, (what) => cellOf(lists, live, account, what)))
      : peopleRows(target, lists, live, accounts);
  return partsOf([header, ...rows], target.cap, `${name} for ${target.name}`);
}

/** Missing cells in the order of how many ICP accounts they could make: possible ones before those that need data, heaviest field first. */
export function enrichmentRows(lists: PageLists, { runResult }: Live): Table {
  const { tiering, scores, icp, profile } = runResult;
  const isPossible = (account: number): boolean => ((icp.membership[account] ?? 0) & POSSIBLE) !== 0;
  const counts = new Map<string, number>();
  const wanted = tiering.final.reduce<{ readonly account: number; readonly fields: readonly string[] }[]>(
    (found, tier, account) => {
      const fields = tier === EXCLUDED_TIER ? [] : missingFields(profile, account);
      const lifts = (scores.high[account] ?? 0) > (scores.low[account] ?? 0) || isPossible(account);
      if (fields.length > 0 && lifts) found.push({ account, fields });
      return found;
    },
    [],
  );
  for (const { account, fields } of wanted) {
    const weight = isPossible(account) ? 1 : 0;
    for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + weight);
  }
  const rows = wanted.flatMap(({ account, fields }) =>
    fields.map((field) => [
      lists.meta.keys[account] ?? '',
      nameOf(lists, account),
      shownOf(lists, 'Domain', account),
      field,
      tierName(tiering.final[account]),
      counts.get(field) ?? 0,
      isPossible(account) ? 'Could become ICP' : 'Could move',
    ]),
  );
  rows.sort((a, b) => Number(b[5]) - Number(a[5]) || byText(String(a[6]), String(b[6])) || byText(String(a[0]), String(b[0])));
  return [
    ['Account key', 'Account', 'Domain', 'Missing', 'Tier now', 'Accounts this field could lift', 'What it could do'],
    ...rows,
  ];
}

/** Whom no prospecting may reach, each account once: customers, open deals, and who must not be contacted, in the order of the list. */
export function suppressionRows(lists: PageLists, { runResult }: Live): Table {
  const { status } = runResult.availability;
  const seen = new Set<string>();
  const rows = lists.meta.keys.flatMap((key, account) => {
    const word = ACCOUNT_STATUSES[status[account] ?? 0] ?? '';
    if (word === '' || seen.size === seen.add(key).size) return [];
    return [[nameOf(lists, account), bareDomain(shownOf(lists, 'Domain', account)), word, key]];
  });
  return [['Account name', 'Domain', 'Status', 'Account key'], ...rows];
}

/** Rows cut into files of at most `cap` rows under the same header. */
export function partsOf([header = [], ...rows]: Table, cap: number, name: string): readonly Part[] {
  const parts = Math.max(1, Math.ceil(rows.length / cap));
  const file = fileName(name);
  return Array.from({ length: parts }, (_, part) => ({
    file: parts === 1 ? `${file}.csv` : `${file}-part-${part + 1}of${parts}.csv`,
    rows: [header, ...rows.slice(part * cap, (part + 1) * cap)],
  }));
}

/** Fields a tool's columns ask for that the page may not hold yet. */
export function fieldsFor(lists: PageLists): readonly string[] {
  return ['Account name', 'Domain', 'Industry', 'Employees', 'Country'].filter(
    (field) => hasColumn(lists, field) && !lists.columns.has(fold(field)),
  );
}

function peopleRows(target: Target, lists: PageLists, live: Live, accounts: readonly number[]): Table {
  const position = new Map(accounts.map((account, index) => [account, index]));
  const people = (lists.lists.contacts?.all ?? []).filter(({ account, isVerified }) => isVerified && position.has(account));
  const sent = new Set<string>();
  return [...people]
    .sort((a, b) => (position.get(a.account) ?? 0) - (position.get(b.account) ?? 0))
    .filter(({ email }) => sent.size !== sent.add(fold(email)).size)
    .map(({ account, name, email, title }) => {
      const [first = '', ...rest] = name.split(/\s+/);
      const own = new Map([
        ['Email', email],
        ['Title', title],
        ['First name', first],
        ['Last name', rest.join(' ')],
      ]);
      return rowOf(target, (what) => own.get(what) ?? cellOf(lists, live, account, what));
    });
}

function rowOf({ columns }: Target, cell: (what: string) => string): readonly string[] {
  return columns.map(([, what]) => cell(what));
}

function cellOf(lists: PageLists, { runResult }: Live, account: number, what: string): string {
  if (what === 'Tier') return tierName(runResult.tiering.final[account]);
  if (what === 'Fit') return shownScore(runResult.scores.fit[account] ?? NaN);
  if (what === 'Segment') return runResult.segmentation.segments[runResult.segmentation.assigned[account] ?? -1]?.name ?? '';
  if (what === 'Why') return tierReason(runResult, account);
  if (what === 'Account name') return nameOf(lists, account);
  if (what === 'Domain') return bareDomain(shownOf(lists, what, account));
  if (what === 'Employees') return wholeNumber(lists, account);
  return shownOf(lists, what, account);
}

/** `https://www.acme.com/about` as tools match companies by it: `acme.com`. */
function bareDomain(text: string): string {
  return (/^(?:[a-z][a-z\d+.-]*:\/\/)?(?:[^@/\s]*@)?(?:www\.)?([^/?#:\s]+)/i.exec(text.trim())?.[1] ?? '').toLowerCase();
}

/** Head count as an integer, a band by its lower end: tools refuse `51-200` in a number. '' where it is no number. */
function wholeNumber({ lists }: PageLists, account: number): string {
  const column = lists.accounts.attribute('Employees');
  const low = column?.facts[column.codes[account] ?? -1]?.quantity?.low;
  return low === undefined || !Number.isFinite(low) ? '' : String(Math.round(low));
}

function fileName(text: string): string {
  return (
    text
      .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80) || 'list'
  );
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
