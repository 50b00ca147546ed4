/** Suggestions: Keep, Merge, Tighten, Split or Pause a segment, each with its reason and none from noise (S1.5, S1.18, S1.28). Pure. */
import type { SegmentResult } from '../lanes/segmentResults';
import { nearestSet } from '../rules/sameRules';
import { counted, shownNumber, shownShare, type Figure } from '../facts/figure';
import { ALL_TIERS } from '../rules/plan';
import { type Settings } from '../rules/settings';
import { trialsToTellApart } from '../stats/evidence';
import { shownRate } from '../stats/rates';
import { CLAIM_LEVEL, claimsOf, NO_CLAIMS, type Claims, type Expected, type TierReplies } from './claims';
import { diagnose, stillNeeded, type Diagnosis } from './diagnosis';
import { grouped, poolRates, type PooledRates, type ResultRow } from './results';

export const SUGGESTIONS = ['Keep', 'Merge', 'Tighten', 'Split', 'Pause'] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

export interface SegmentReview {
  readonly segment: string;
  /** Over the months pooled, as they are shown. */
  readonly rates: PooledRates;
  readonly diagnosis: Diagnosis;
  /** Contacts until a difference from the other segments as large as this one would show; null without results or difference. */
  readonly more: number | null;
  /** Null without results and without anything to fix. */
  readonly suggestion: Suggestion | null;
  readonly why: string;
  /** What moved since the month closed before, and what results say of fit, as sentences (S1.18). */
  readonly changes: readonly string[];
}

/** Frozen figures of the month closed before. */
export interface Frozen {
  readonly coverage: Figure;
  readonly reachable: Figure;
}

export interface ReviewFacts {
  readonly segments: readonly SegmentResult[];
  /** Matches that two segments share. */
  readonly overlap: readonly (readonly number[])[];
  /** Rows of the months pooled, by the segments' present names: what is shown. */
  readonly rows: readonly ResultRow[];
  /** All rows up to now: what claims rest on. */
  readonly history: readonly ResultRow[];
  readonly expected: Expected;
  readonly settings: Settings;
  /** By segment. */
  readonly before: ReadonlyMap<string, Frozen>;
}

/** A measured share counts as changed from five points on. */
const CHANGED = 0.05;

interface Case {
  readonly result: SegmentResult;
  readonly index: number;
  readonly history: readonly ResultRow[];
  readonly rates: PooledRates;
  readonly claims: Claims;
  readonly diagnosis: Diagnosis;
}

/** One review a segment, in plan order. */
export function reviewSegments(facts: ReviewFacts): readonly SegmentReview[] {
  const { segments, history, rows, expected, settings } = facts;
  const names = segments.map(({ segment }) => segment.name);
  const claims = claimsOf(names, history, expected, settings);
  const level = CLAIM_LEVEL / Math.max(1, segments.length);
  const cases = segments.map((result, index): Case => {
    const own = history.filter(({ segment }) => segment === result.segment.name);
    const claim = claims[index] ?? NO_CLAIMS;
    return {
      result,
      index,
      history: own,
      rates: poolRates(rows.filter(({ segment }) => segment === result.segment.name)),
      claims: claim,
      diagnosis: diagnose(poolRates(own), claim, expected, level),
    };
  });
  const byResults = cases.map((one) => suggestByResults(one, settings));
  return cases.map((one) => {
    const [suggestion, why] = suggest(facts, one, cases, byResults);
    return {
      segment: one.result.segment.name,
      rates: one.rates,
      diagnosis: one.diagnosis,
      more: moreContacts(facts, one, level),
      suggestion,
      why,
      changes: changesOf(one, facts),
    };
  });
}

type Advice = readonly [suggestion: Suggestion | null, why: string];

/** A small segment is merged, unless its results call for a pause; all others go by their results. */
function suggest(facts: ReviewFacts, one: Case, cases: readonly Case[], byResults: readonly Advice[]): Advice {
  const own = byResults[one.index] ?? [null, ''];
  if (own[0] === 'Pause' || one.result.available >= facts.settings.smallestSegment) return own;
  return ['Merge', mergeReason(facts, one, cases, byResults)];
}

function suggestByResults({ result, rates, history, claims, diagnosis }: Case, settings: Settings): Advice {
  const all = poolRates(history);
  const bounced = rates.bounced ?? all.bounced;
  const bounces = `${bounced === null ? '' : shownRate(bounced)} bounce`;
  if (claims.bounces === 'unaffordable') return ['Pause', `${bounces}: unaffordable until the data is fixed.`];
  if (claims.split !== null) return ['Split', splitReason(claims.split)];
  if (claims.bounces === 'noisy') return ['Tighten', `${bounces}: narrow toward better data.`];
  if (diagnosis.verdict === 'low reply') {
    const isPoor = claims.isBetter === false && result.available <= settings.smallSegment;
    return isPoor
      ? ['Pause', `${diagnosis.sentence} It answers less than the others and is small.`]
      : ['Tighten', diagnosis.sentence];
  }
  return [diagnosis.verdict === 'no results' ? null : 'Keep', diagnosis.sentence];
}

/** The nearest segment by accounts shared, then by rules, and what the two would be together (S1.28); none that is to pause, nor a worse one for a better. */
function mergeReason(
  { segments, overlap, settings }: ReviewFacts,
  { result, index, claims }: Case,
  cases: readonly Case[],
  byResults: readonly Advice[],
): string {
  const small = `${counted(result.available, 'available account')}, fewer than ${shownNumber(settings.smallestSegment)}`;
  const isFit = (other: number): boolean =>
    byResults[other]?.[0] !== 'Pause' && !(claims.isBetter === true && cases[other]?.claims.isBetter === false);
  const sets = segments.map(({ segment }) => ({ rules: segment.rules }));
  const other = segments[nearestSet(sets, index, overlap[index] ?? [], isFit) ?? -1];
  if (other === undefined) return `${small}. None that would do resembles it: loosen its narrowest rule.`;
  const shared = overlap[index]?.[segments.indexOf(other)] ?? 0;
  const together = result.matches + other.matches - shared;
  const nearest = shared > 0 ? `which shares ${counted(shared, 'account')}` : 'the nearest by rules';
  return `${small}. With ${other.segment.name}, ${nearest}, it would have ${counted(together, 'account')}.`;
}

function splitReason({ best, worst }: NonNullable<Claims['split']>): string {
  const said = ({ tier, replies }: TierReplies): string => `${ALL_TIERS[tier] ?? ''} answers ${shownRate(replies)}`;
  return `${said(best)}, ${said(worst)}: keep the winner apart.`;
}

function moreContacts({ history }: ReviewFacts, { result, history: own }: Case, level: number): Figure {
  const mine = poolRates(own);
  const others = poolRates(history.filter(({ segment }) => segment !== result.segment.name && segment !== '')).replies;
  if (mine.replies === null || others === null) return null;
  return stillNeeded(trialsToTellApart(mine.replies.rate, others.rate, level), mine.contacted);
}

function changesOf({ result, history, claims }: Case, { before, settings }: ReviewFacts): readonly string[] {
  const { coverage, reachable, segment, fitMove } = result;
  const then = before.get(segment.name);
  return [
    ...(fitMove === 0
      ? []
      : [`Results move fit in its score by ${fitMove > 0 ? '+' : '−'}${shownNumber(Math.abs(fitMove), 1)}.`]),
    ...shareChange('Data coverage', then?.coverage ?? null, coverage),
    ...shareChange('Reachable buyers', then?.reachable ?? null, reachable),
    ...(claims.bounces === 'none' ? bounceRise(history, 1 - settings.coverageWanted) : []),
  ];
}

function shareChange(name: string, before: Figure, now: Figure): readonly string[] {
  if (before === null || now === null || Math.abs(now - before) < CHANGED) return [];
  return [`${name} ${now < before ? 'fell' : 'rose'} from ${shownShare(before)} to ${shownShare(now)}.`];
}

/** Bounces of the newest month above the mark and above the month before: a fact, no claim, so that older months cannot hide it. */
function bounceRise(rows: readonly ResultRow[], mark: number): readonly string[] {
  const months = [...grouped(rows, ({ month }) => month)].sort(([a], [b]) => a - b);
  const rates = months.flatMap(([, own]) => poolRates(own).bounced ?? []);
  const [before, last] = rates.slice(-2);
  if (before === undefined || last === undefined || last.rate < mark || last.rate <= before.rate) return [];
  const shown = rates.slice(-3).map(({ rate }) => shownShare(rate));
  return [`Bounces rise month by month: ${shown.join(', ')}. Verify addresses before the next send.`];
}
