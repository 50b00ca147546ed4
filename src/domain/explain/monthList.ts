/** This month: the accounts to work until the month ends, by launch order of segments, as far as the team and its owners can take them. Pure. */
import { minusMonths, partsOf } from '../facts/day';
import type { Day, Fact } from '../facts/fact';
import { fold } from '../facts/text';
import type { SegmentResult } from '../lanes/segmentResults';
import type { ContactBook } from '../people/contactBook';
import type { Capacity } from '../rules/settings';
import type { AccountResults } from '../segments/run';
import { NEEDS_DATA, TIER_2 } from '../score/tier';
import { reachOf, UNVERIFIED, type Reach } from './reach';

/** An account contacted within so many months is left alone. */
const RECENT_MONTHS = 1;

/** 1 for each account that `Last contacted` lies within the month before the as-of day, both ends in. */
export function recentlyContacted(runResult: AccountResults): Uint8Array {
  return contactedSince(runResult, minusMonths(runResult.plan.asOf, RECENT_MONTHS));
}

/**
 * At most `Accounts per month`, less what was contacted since the month began, in the order given; none without the setting. An account is taken
 * that has a tier, is available, no duplicate and not recently contacted, and with contacts has a verified one in a wanted role.
 * With segments those go first that are launched first, none that fails unless all do, then the ICP that is in none.
 */
export function monthList(
  runResult: AccountResults,
  segments: readonly SegmentResult[],
  book: ContactBook | null,
  order: readonly number[],
): ReadonlySet<number> {
  const { accountsPerMonth, accountsPerMonthByOwner } = runResult.plan.settings;
  const taken = new Set<number>();
  if (accountsPerMonth === undefined) return taken;
  const room = roomOf(runResult, accountsPerMonth, accountsPerMonthByOwner);
  const isOpen = openTest(runResult, book);
  for (const account of launchOrder(runResult, segments, order)) {
    if (isOpen(account) && room.take(account)) taken.add(account);
  }
  return taken;
}

/** Whether an account can be worked now. */
function openTest(runResult: AccountResults, book: ContactBook | null): (account: number) => boolean {
  const { tiering, availability, lists } = runResult;
  const recent = recentlyContacted(runResult);
  const reach = book === null ? undefined : reachOf(runResult, book);
  return (account) =>
    (tiering.final[account] ?? NEEDS_DATA) < NEEDS_DATA &&
    availability.available[account] === 1 &&
    lists.accounts.isDuplicate[account] !== true &&
    recent[account] !== 1 &&
    isReached(reach, account);
}

/** Where neither its segment nor any persona wants a role, any verified contact will do. */
function isReached(reach: Reach | undefined, account: number): boolean {
  if (reach === undefined) return true;
  const level = reach.levels[account] ?? UNVERIFIED;
  return level === 0 || (level < UNVERIFIED && !reach.wantsRole(account));
}

function launchOrder(
  { segmentation, tiering }: AccountResults,
  segments: readonly SegmentResult[],
  order: readonly number[],
): readonly number[] {
  if (segments.length === 0) return order;
  const areAllFailing = segments.every(({ verdict }) => verdict === 'Fail');
  const lanes = segments
    .map(({ rank, verdict }, index) => ({ rank, index, isLaunched: areAllFailing || verdict !== 'Fail' }))
    .filter(({ isLaunched }) => isLaunched)
    .sort((a, b) => a.rank - b.rank);
  const rest = order.filter(
    (account) => (segmentation.assigned[account] ?? -1) < 0 && (tiering.final[account] ?? NEEDS_DATA) <= TIER_2,
  );
  return [...lanes.flatMap(({ index }) => order.filter((account) => segmentation.assigned[account] === index)), ...rest];
}

/** What the team, and each owner that has a capacity of its own, can still take this month. */
function roomOf(
  runResult: AccountResults,
  accountsPerMonth: number,
  byOwner: readonly Capacity[],
): { take(account: number): boolean } {
  const { lists, plan } = runResult;
  const contacted = contactedSince(runResult, plan.asOf - partsOf(plan.asOf).day + 1);
  const owners = lists.accounts.attribute('Account owner');
  const ownerOf = (account: number): string => owners?.facts[owners.codes[account] ?? -1]?.text ?? '';
  const left = new Map(byOwner.map(({ owner, accounts }) => [fold(owner), accounts]));
  let total = accountsPerMonth;
  const use = (account: number): void => {
    total -= 1;
    const owner = left.get(ownerOf(account));
    if (owner !== undefined) left.set(ownerOf(account), owner - 1);
  };
  contacted.forEach((isContacted, account) => {
    if (isContacted === 1 && lists.accounts.isDuplicate[account] !== true) use(account);
  });
  return {
    take: (account) => {
      if (total <= 0 || (left.get(ownerOf(account)) ?? 1) <= 0) return false;
      use(account);
      return true;
    },
  };
}

function contactedSince({ lists, plan }: AccountResults, from: Day): Uint8Array {
  const column = lists.accounts.attribute('Last contacted');
  const mask = new Uint8Array(lists.accounts.size);
  if (column === undefined) return mask;
  const isWithin = column.facts.map(({ day }: Fact) => (day !== undefined && day >= from && day <= plan.asOf ? 1 : 0));
  return mask.map((_, account) => isWithin[column.codes[account] ?? -1] ?? 0);
}
