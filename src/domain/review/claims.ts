/** What results show of each segment, valid at every monthly look: chance alone claims anything in at most one year of twenty (S1.5, S1.6, S1.39). Pure. */
import { ALL_TIERS } from '../rules/plan';
import type { Settings } from '../rules/settings';
import { tierGuide, type ShareRange } from '../score/tierGuide';
import { discoveries, evidenceAgainst, evidenceAgainstRatio, evidenceBeyond, type Counts } from '../stats/evidence';
import type { Rate } from '../stats/rates';
import { grouped, poolRates, type ResultEvent, type ResultRow } from './results';

/** Of all claims of a plan together, over all looks. */
const LEVEL = 0.05;
/** Replies, meetings, bounces, against the others, tiers inside: each gets its share of the level. */
const KINDS = 5;
export const CLAIM_LEVEL = LEVEL / KINDS;

/** What replies and meetings are compared with. */
export interface Expected {
  readonly replyRate: ShareRange;
  readonly meetingRate: ShareRange;
}

/** `below` and `above` a mark only where that is shown. */
type Side = 'below' | 'above' | 'not shown';

export interface TierReplies {
  readonly tier: number;
  readonly replies: Rate;
}

export interface Claims {
  /** Replies, by the lower end of what is expected. */
  readonly replies: Side;
  readonly meetingsAreLow: boolean;
  /** People who bounce, above the shares that coverage wants and must have. */
  readonly bounces: 'none' | 'noisy' | 'unaffordable';
  /** Replies than those of the other segments together; null where no difference is shown. */
  readonly isBetter: boolean | null;
  /** The best and the worst tier, where the worst one fails and the best does not. */
  readonly split: { readonly best: TierReplies; readonly worst: TierReplies } | null;
}

export const NO_CLAIMS: Claims = { replies: 'not shown', meetingsAreLow: false, bounces: 'none', isBetter: null, split: null };

/** The claims of each segment, from all its results up to now: a rate over some months alone would forget how often it was looked at. */
export function claimsOf(
  segments: readonly string[],
  rows: readonly ResultRow[],
  expected: Expected,
  settings: Settings,
): readonly Claims[] {
  const own = segments.map((name) => rows.filter(({ segment }) => segment === name));
  const others = segments.map((name) => rows.filter(({ segment }) => segment !== name && segment !== ''));
  const [replyMark, meetingMark] = [expected.replyRate[0], expected.meetingRate[0]];
  const [noisy, unaffordable] = [1 - settings.coverageWanted, 1 - settings.coverageLow];
  const replies = own.map((each) => countsOf(each, 'replies'));
  const bounced = own.map((each) => countsOf(each, 'bounced'));
  const rest = others.map((each) => countsOf(each, 'replies'));
  const shown = {
    replies: holding(replies.map((counts) => evidenceAgainst(counts, replyMark))),
    meetings: holding(own.map((each) => evidenceBeyond(countsOf(each, 'meetings'), meetingMark, 'below'))),
    noisy: holding(bounced.map((counts) => evidenceBeyond(counts, noisy, 'above'))),
    unaffordable: holding(bounced.map((counts) => evidenceBeyond(counts, unaffordable, 'above'))),
    others: holding(replies.map((counts, index) => evidenceAgainstRatio(counts, rest[index] ?? NONE, 1))),
  };
  const tiers = own.map(tierSplit);
  const splits = holding(tiers.map((split) => split?.evidence ?? 0));
  return segments.map((_, index) => {
    const counts = replies[index] ?? NONE;
    const isBetter = shareOf(counts) > shareOf(rest[index] ?? NONE);
    return {
      replies: shown.replies[index] !== true ? 'not shown' : shareOf(counts) < replyMark ? 'below' : 'above',
      meetingsAreLow: shown.meetings[index] === true,
      bounces: shown.unaffordable[index] === true ? 'unaffordable' : shown.noisy[index] === true ? 'noisy' : 'none',
      isBetter: shown.others[index] === true ? isBetter : null,
      split: splits[index] === true ? (tiers[index] ?? null) : null,
    };
  });
}

const NONE: Counts = { successes: 0, trials: 0 };

function holding(evidence: readonly number[]): readonly boolean[] {
  return discoveries(evidence, CLAIM_LEVEL);
}

function countsOf(rows: readonly ResultRow[], event: ResultEvent): Counts {
  return poolRates(rows)[event] ?? NONE;
}

function shareOf({ successes, trials }: Counts): number {
  return trials === 0 ? 0 : successes / trials;
}

/**
 * The best and the worst tier inside a segment, and the evidence that the worst one fails and answers less (S1.4, S1.5). That a better tier
 * answers more often is no reason to split: it is expected to (S3.16–S3.19).
 */
function tierSplit(rows: readonly ResultRow[]): (NonNullable<Claims['split']> & { readonly evidence: number }) | null {
  const rates = [...grouped(rows, ({ tier }) => tier)].flatMap(([tier, own]) => {
    const { replies } = poolRates(own);
    return tier === undefined || tier >= ALL_TIERS.length || replies === null ? [] : [{ tier, replies }];
  });
  rates.sort((a, b) => b.replies.rate - a.replies.rate);
  const [best, worst] = [rates[0], rates[rates.length - 1]];
  if (best === undefined || worst === undefined || best === worst) return null;
  const markOf = ({ tier }: TierReplies): number => tierGuide()[tier]?.replyRate[0] ?? 0;
  if (best.replies.rate < markOf(best)) return null;
  // The best and the worst of n were picked among n·(n−1)/2 pairs.
  const pairs = (rates.length * (rates.length - 1)) / 2;
  const fails = evidenceBeyond(worst.replies, markOf(worst), 'below');
  const evidence = Math.min(fails, evidenceAgainstRatio(best.replies, worst.replies, 1)) - Math.log(pairs);
  return { best, worst, evidence };
}
