/** Segment results: what a team reads of each segment before it launches one. Pure. */
import type { CitedCheck, Verdict } from '../facts/check';
import { verdictOf } from '../facts/check';
import type { ContactBook } from '../people/contactBook';
import { countIn, reachableAccounts, shareIn, countMembers, verifiedAccounts } from '../people/coverage';
import type { Figure } from '../facts/figure';
import { settled } from '../facts/figure';
import { citation, phrase } from '../facts/phrase';
import { wantedPhrases } from '../people/buyerRoles';
import type { Plan, Segment } from '../rules/plan';
import { rankSegments } from './rank';
import { segmentRates, type ResultCounts } from './rate';
import { BAD_DATA } from '../segments/availability';
import type { AccountResults } from '../segments/run';
import { isBlankScore } from '../score/score';
import { checkSegment } from './segmentCheck';
import { levelOf, scoreSegment, type SegmentScore } from './segmentScore';
import { TIER_2 } from '../score/tier';

/** One segment. Shares are 0–1; null is not known. */
export interface SegmentResult {
  readonly segment: Segment;
  readonly matches: number;
  /** Matches that are available: what size, coverage and reachable are judged on. */
  readonly available: number;
  /** Matches that are customers already. */
  readonly customers: number;
  readonly assigned: number;
  /** Available accounts among the assigned. */
  readonly work: number;
  readonly coverage: Figure;
  readonly reachable: Figure;
  /** Mean fit of the matches as a share, blanks left out. */
  readonly meanFit: Figure;
  /** What results move it by in the score, −0.2 to 0.2; 0 where they show nothing or fit is blank. */
  readonly fitMove: number;
  readonly score: SegmentScore;
  readonly checks: readonly CitedCheck[];
  readonly verdict: Verdict;
  /** Of its own results, drawn toward that of all; 1 where results tell nothing. */
  readonly rate: number;
  /** What launching it promises: `reachableTop`, or `work` where that is unknown, times `rate`. */
  readonly expected: number;
  /** 1 is launched first. */
  readonly rank: number;
  /** Of `work`, Tier 1 and 2. */
  readonly top: number;
  /** Of `work`, accounts without a verified email, each once, all of them when nothing says who has one; and those handed back for bad data. */
  readonly unverified: number;
  /** Of `top`, accounts with a verified contact in a wanted role; null where reachable is. */
  readonly reachableTop: Figure;
}

/** What outreach brought, by the segments' names. */
export interface OutreachResults {
  /** Rows of the months pooled. */
  readonly pooled: readonly ResultCounts[];
  /** By segment, as {@link fitMoves} says. */
  readonly fitMoves: ReadonlyMap<string, number>;
}

export const NO_RESULTS: OutreachResults = { pooled: [], fitMoves: new Map() };

/** Results of all active segments in plan order. `book` is null without contacts. */
export function segmentResults(
  runResult: AccountResults,
  book: ContactBook | null,
  { pooled, fitMoves }: OutreachResults = NO_RESULTS,
): readonly SegmentResult[] {
  const verified = verifiedAccounts(runResult.lists.accounts, book);
  const { segments } = runResult.plan;
  const rates = segmentRates(
    segments.map(({ name }) => name),
    pooled,
  );
  const unranked = segments.map((segment, index) => {
    const result = resultOf(runResult, book, verified, segment, index, fitMoves.get(segment.name) ?? 0);
    const rate = rates[index] ?? 1;
    return { ...result, rate, expected: settled((result.reachableTop ?? result.work) * rate) };
  });
  const ranks = rankSegments(
    unranked.map(({ verdict, expected, score, segment }) => ({
      verdict,
      expected,
      score: score.score,
      priority: segment.priority,
    })),
  );
  return unranked.map((result, index) => ({ ...result, rank: ranks[index] ?? index + 1 }));
}

function resultOf(
  runResult: AccountResults,
  book: ContactBook | null,
  verified: Uint8Array | null,
  segment: Segment,
  index: number,
  move: number,
): Omit<SegmentResult, 'rank' | 'rate' | 'expected'> {
  const { segmentation, availability, plan } = runResult;
  const matching = segmentation.matches[index] ?? new Uint8Array(0);
  const open = matching.map((isIn, account) => isIn & (availability.available[account] ?? 0));
  const reach = reachableAccounts(book, wantedPhrases(segment.buyerRoles, plan.personas));
  const [coverage, reachable] = [shareIn(open, verified), shareIn(open, reach)];
  const meanFit = meanFitOf(runResult, matching);
  const available = countMembers(open);
  const checks = checksOf(segment, available, coverage, plan);
  const work = availableAssigned(runResult, index);
  const top = work.filter((account) => (runResult.tiering.final[account] ?? Infinity) <= TIER_2);
  return {
    segment,
    matches: segmentation.matchCounts[index] ?? 0,
    available,
    customers: countIn(matching, availability.customers),
    assigned: segmentation.assignedCounts[index] ?? 0,
    work: work.length,
    coverage,
    reachable,
    meanFit,
    fitMove: meanFit === null ? 0 : move,
    score: scoreSegment({
      fit: meanFit === null ? null : settled(Math.min(1, Math.max(0, meanFit + move))),
      urgency: segment.urgency ?? null,
      reachable: levelOf(reachable),
      coverage: levelOf(coverage),
      competition: segment.competition ?? null,
    }),
    checks,
    verdict: verdictOf(checks),
    top: top.length,
    unverified: segmentation.assigned.filter(
      (segment, account) =>
        segment === index &&
        runResult.lists.accounts.isDuplicate[account] !== true &&
        (availability.status[account] === BAD_DATA || (availability.available[account] === 1 && verified?.[account] !== 1)),
    ).length,
    reachableTop: reach === null || reachable === null ? null : countIn(top, reach),
  };
}

function checksOf(segment: Segment, available: number, coverage: Figure, plan: Plan): readonly CitedCheck[] {
  const { name, painPoint, buyerRoles, competition, source } = segment;
  const facts = { segment: name, accounts: available, coverage, painPoint, buyerRoles, competition };
  const checks = checkSegment(facts, plan.settings);
  return checks.map((check) =>
    check.status === 'Pass' ? check : { ...check, actual: phrase`${check.actual}${citation(source)}` },
  );
}

/** Accounts of the segment that can be worked. */
function availableAssigned({ segmentation, availability }: AccountResults, index: number): readonly number[] {
  const work: number[] = [];
  segmentation.assigned.forEach((segment, account) => {
    if (segment === index && availability.available[account] === 1) work.push(account);
  });
  return work;
}

/** Fit and not the basis of tiers: the segment's score asks how well its accounts fit. */
function meanFitOf({ scores }: AccountResults, matching: Uint8Array): Figure {
  let sum = 0;
  let count = 0;
  matching.forEach((isIn, account) => {
    const fit = scores.fit[account] ?? NaN;
    if (isIn === 0 || isBlankScore(fit)) return;
    sum += fit;
    count += 1;
  });
  return count === 0 ? null : sum / count / 100;
}
