/** One run: what was read, what the domain made of it, and the numbers that tabs, formulas and JSON all show. */
import type { Lists } from '../../domain/facts/accounts';
import { outreachSupply, type OutreachSupply, type Reachable } from '../../domain/market/capacity';
import type { Check } from '../../domain/facts/check';
import { shareCredits, type CreditPlan } from '../../domain/lanes/credits';
import { openBook, type ContactBook } from '../../domain/people/contactBook';
import { countIn, verifiedAccounts } from '../../domain/people/coverage';
import { fitSignalGrid, type FitSignalGrid } from '../../domain/score/grid';
import { IN_ICP } from '../../domain/score/icp';
import { alignedAccounts } from '../../domain/score/layers';
import { sizeMarket, type Market } from '../../domain/market/market';
import { outreachPlan, type OutreachLine } from '../../domain/market/outreach';
import type { Plan } from '../../domain/rules/plan';
import { planChecks } from '../../domain/checks/planChecks';
import { computeAccounts, type AccountResults } from '../../domain/segments/run';
import { NO_RESULTS, segmentResults, type OutreachResults, type SegmentResult } from '../../domain/lanes/segmentResults';
import { noTitles, type Titles } from '../address';
import type { ReadLists } from '../lists/readLists';
import { titleContains } from '../parse/title';
import { writeChecks } from './writeChecks';

/** What the domain makes of a plan and its lists. */
export interface RunResults {
  readonly plan: Plan;
  readonly runResult: AccountResults;
  /** Null without contacts. */
  readonly book: ContactBook | null;
  readonly segments: readonly SegmentResult[];
  readonly market: Market;
  /** Fit by signal; null without signal rules. */
  readonly grid: FitSignalGrid | null;
  /** 1 for each account whose three layers agree; null where the plan lacks one of them. */
  readonly aligned: Uint8Array | null;
  /** Null when an input of the reverse funnel is unknown. */
  readonly outreach: readonly OutreachLine[] | null;
  /** What that outreach needs against whom it can write to. */
  readonly supply: OutreachSupply;
  /** Null without a budget for enrichment. */
  readonly credits: CreditPlan | null;
  /** Of the whole plan first, then of the segments in launch order. */
  readonly checks: readonly Check[];
}

/** The results with the lists as they were read from tabs. */
export interface Run extends RunResults {
  readonly read: ReadLists;
}

/** Computes everything from lists of tabs; nothing is written and nothing is refused here. */
export function runPlan(read: ReadLists, plan: Plan, results: OutreachResults = NO_RESULTS, titles?: Titles): Run {
  return { read, ...computeRun(read.lists, plan, openContacts(read.lists), results, titles) };
}

/** The contacts by account and title; null without contacts. */
export function openContacts({ accounts, contacts }: Lists): ContactBook | null {
  return openBook(contacts, accounts.size, titleContains);
}

/** The one composition of a run, for tabs, formulas, sidebar and JSON. `book` is {@link openContacts} of the lists, `titles` those of plan tabs given by id. */
export function computeRun(
  lists: Lists,
  plan: Plan,
  book: ContactBook | null,
  results: OutreachResults = NO_RESULTS,
  titles: Titles = noTitles,
): RunResults {
  const runResult = computeAccounts(lists, plan);
  const { counts, icp, profile, scores, tiering, availability } = runResult;
  const market = sizeMarket(
    { listed: counts.listed, icp: icp.accounts, confirmed: icp.confirmed, possible: icp.possible },
    plan.market,
    plan.settings,
  );
  const outreach = outreachPlan(plan.market, plan.settings.rounding, plan.settings.businessDaysPerMonth);
  const segments = segmentResults(runResult, book, results);
  const emails = outreach?.find(({ step }) => step === 'emails')?.value ?? null;
  const supply = outreachSupply(emails, reachableIcp(runResult, book), plan.settings);
  const ranked = [...segments].sort((a, b) => a.rank - b.rank);
  const found = [...planChecks({ runResult, market, segments, book, supply }), ...ranked.flatMap((result) => result.checks)];
  const checks = writeChecks(found, titles);
  const { enrichmentCredits, creditsPerAccount } = plan.settings;
  const asks = segments.map(({ segment, rank, checks: own, unverified }) => ({
    segment: segment.name,
    rank,
    isFailing: own.some(({ id, status }) => id !== 'coverage' && status === 'Fail'),
    accounts: unverified,
  }));
  const credits = enrichmentCredits === undefined ? null : shareCredits(enrichmentCredits, creditsPerAccount, asks);
  const grid = fitSignalGrid(profile, scores, tiering, availability.available, plan.settings);
  const aligned = alignedAccounts(profile, scores, plan.settings);
  return { plan, runResult, book, segments, market, grid, aligned, outreach, supply, credits, checks };
}

/** The verified people at the ICP's available accounts; without contacts those accounts that have a verified email, each once, null when nothing says so. */
function reachableIcp({ lists, icp, availability }: AccountResults, book: ContactBook | null): Reachable {
  const isProspect = (account: number): boolean =>
    ((icp.membership[account] ?? 0) & IN_ICP) !== 0 && availability.available[account] === 1;
  if (book !== null) {
    const people = book.contacts.filter(({ account, isVerified }) => isVerified && isProspect(account));
    return { unit: 'people', count: new Set(people.map(({ person }) => person)).size };
  }
  const verified = verifiedAccounts(lists.accounts, null);
  const open = icp.membership.map((_, account) => (isProspect(account) && lists.accounts.isDuplicate[account] !== true ? 1 : 0));
  return { unit: 'accounts', count: verified === null ? null : countIn(open, verified) };
}
