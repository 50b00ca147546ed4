/** Lists to take along: the best accounts, a segment's people, and what is worth enriching; in the columns and row caps of each tool. */
import { missingFields } from '../../src/domain/explain/missing';
import { ACCOUNT_STATUSES } from '../../src/domain/segments/availability';
import { EXCLUDED_TIER, TIER_4, tierName } from '../../src/domain/score/tier';
import { POSSIBLE } from '../../src/domain/score/icp';
import { shownScore } from '../../src/domain/facts/rounding';
import { fold } from '../../src/domain/facts/text';
import { tierReason } from '../../src/domain/explain/tierReason';
import { verifiedAccounts } from '../../src/domain/people/coverage';
import { workOf } from '../../src/sheet/run/work';
import { hasColumn, nameOf, shownOf, type PageLists } from '../plan/lists';
import type { Live } from '../plan/live';
import type { Holding, Target } from './targets';

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
      ? accounts.map((account) => rowOf(target, (holding) => cellOf(lists, live, account, holding)))
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

/** Accounts to find an address for, in their order: those where no contact has a verified one, or every one when nothing says who has. */
export function unverifiedRows(lists: PageLists, { runResult, book }: Live, accounts: readonly number[]): Table {
  const verified = verifiedAccounts(runResult.lists.accounts, book);
  const rows = accounts
    .filter((account) => verified?.[account] !== 1)
    .map((account) => {
      const segment = runResult.segmentation.segments[runResult.segmentation.assigned[account] ?? -1];
      return [
        nameOf(lists, account),
        bareDomain(shownOf(lists, 'Domain', account)),
        tierName(runResult.tiering.final[account]),
        segment?.name ?? '',
        segment?.buyerRoles.join('; ') ?? '',
        lists.meta.keys[account] ?? '',
      ];
    });
  return [['Account name', 'Domain', 'Tier', 'Segment', 'Roles to find', 'Account key'], ...rows];
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
      const own = new Map<Holding, string>([
        ['Email', email],
        ['Title', title],
        ['First name', first],
        ['Last name', rest.join(' ')],
      ]);
      return rowOf(target, (holding) => own.get(holding) ?? cellOf(lists, live, account, holding));
    });
}

function rowOf({ columns }: Target, cell: (holding: Holding) => string): readonly string[] {
  return columns.map(([, holding]) => cell(holding));
}

function cellOf(lists: PageLists, { runResult }: Live, account: number, holding: Holding): string {
  const segment = runResult.segmentation.segments[runResult.segmentation.assigned[account] ?? -1];
  if (holding === 'Tier') return tierName(runResult.tiering.final[account]);
  if (holding === 'Fit') return shownScore(runResult.scores.fit[account] ?? NaN);
  if (holding === 'Segment') return segment?.name ?? '';
  if (holding === 'Problem') return segment?.painPoint ?? '';
  if (holding === 'Offer') return segment?.offerAngle ?? '';
  if (holding === 'Why') return tierReason(runResult, account);
  if (holding === 'Account name') return nameOf(lists, account);
  if (holding === 'Domain') return bareDomain(shownOf(lists, holding, account));
  if (holding === 'Employees') return wholeNumber(lists, account);
  return shownOf(lists, holding, account);
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
