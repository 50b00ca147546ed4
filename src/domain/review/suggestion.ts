/** Suggestions: Keep, Merge, Tighten, Split or Pause a segment, each with its reason and none from noise (S1.5, S1.18, S1.28). Pure. */
import type { SegmentResult } from '../lanes/segmentResults';
import { nearestSet } from '../rules/sameRules';
import { counted, shownNumber, shownShare, type Figure } from '../facts/figure';
import { ALL_TIERS, type Level } from '../rules/plan';
import { type Settings } from '../rules/settings';
import { CONFIDENCE, contactsNeeded, isAbove, shownRate, type Rate } from '../stats/rates';
import { levelOf } from '../lanes/segmentScore';
import { splitFlag } from '../lanes/splitFlag';
import { tierGuide } from '../score/tierGuide';
import { againstRange, diagnose, stillNeeded, type Diagnosis, type Expected } from './diagnosis';
import { grouped, poolRates, type PooledRates, type ResultRow } from './results';

export const SUGGESTIONS = ['Keep', 'Merge', 'Tighten', 'Split', 'Pause'] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

export interface SegmentReview {
  readonly segment: string;
  readonly rates: PooledRates;
  readonly diagnosis: Diagnosis;
  /** Contacts until a difference from the other segments as large as this one would show; null without results or difference. */
  readonly more: number | null;
  readonly suggestion: Suggestion;
  readonly why: string;
  /** Changes to urgency or reach in the plan (S1.18), as sentences. */
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
  /** Pooled rows, by the segments' present names. */
  readonly rows: readonly ResultRow[];
  readonly expected: Expected;
  readonly settings: Settings;
  /** By segment. */
  readonly before: ReadonlyMap<string, Frozen>;
}

/** A measured share counts as changed from five points on. */
const CHANGED = 0.05;

/** One review a segment, in plan order. With k segments each claim is held to 95 % of all k together. */
export function reviewSegments(facts: ReviewFacts): readonly SegmentReview[] {
  const k = Math.max(1, facts.segments.length);
  return facts.segments.map((result, index) => reviewOne(facts, result, index, (1 - CONFIDENCE) / k));
}

function reviewOne(facts: ReviewFacts, result: SegmentResult, index: number, level: number): SegmentReview {
  const { name } = result.segment;
  const own = facts.rows.filter(({ segment }) => segment === name);
  const wide = poolRates(own, 1 - level);
  const others = poolRates(facts.rows.filter(({ segment }) => segment !== name && segment !== '')).replies;
  const rates = poolRates(own);
  const against = rates.replies !== null && others !== null ? splitFlag(rates.replies, others, level) : null;
  const diagnosis = diagnose(wide, facts.expected, 1 - level);
  const isBetter = against?.verdict === 'split' ? against.difference > 0 : null;
  const [suggestion, why] = suggest(facts, { result, index, own, rates, wide, diagnosis, others, isBetter, level });
  return {
    segment: name,
    rates,
    diagnosis,
    more:
      rates.replies === null || others === null
        ? null
        : stillNeeded(contactsNeeded(rates.replies.rate, others.rate, 1 - level), rates.contacted),
    suggestion,
    why,
    changes: [...urgencyChange(result, isBetter, rates.replies, others), ...reachChanges(result, facts.before.get(name))],
  };
}

interface Case {
  readonly result: SegmentResult;
  readonly index: number;
  readonly own: readonly ResultRow[];
  /** As they are shown, at 95 %. */
  readonly rates: PooledRates;
  /** At the confidence at which claims are made. */
  readonly wide: PooledRates;
  readonly diagnosis: Diagnosis;
  readonly others: Rate | null;
  /** Than the other segments together; null where no difference is shown. */
  readonly isBetter: boolean | null;
  readonly level: number;
}

function suggest(facts: ReviewFacts, one: Case): readonly [Suggestion, string] {
  const { result, rates, wide, diagnosis } = one;
  const { settings } = facts;
  if (result.available < settings.smallestSegment) return ['Merge', mergeReason(facts, one)];
  const { bounced } = wide;
  const bounces = `${rates.bounced === null ? '' : shownRate(rates.bounced)} bounce`;
  if (bounced !== null && isAbove(bounced, 1 - settings.coverageLow, 1 - one.level))
    return ['Pause', `${bounces}: unaffordable until the data is fixed.`];
  const split = splitReason(one);
  if (split !== '') return ['Split', split];
  if (bounced !== null && isAbove(bounced, 1 - settings.coverageWanted, 1 - one.level))
    return ['Tighten', `${bounces}: narrow toward better data.`];
  if (diagnosis.verdict === 'low reply') {
    const isPoor = one.isBetter === false && result.available <= settings.smallSegment;
    return isPoor
      ? ['Pause', `${diagnosis.sentence} It answers less than the others and is small.`]
      : ['Tighten', diagnosis.sentence];
  }
  return ['Keep', diagnosis.sentence];
}

/** The nearest segment by rules, and what the two would be together (S1.28). */
function mergeReason({ segments, overlap, settings }: ReviewFacts, { result, index }: Case): string {
  const small = `${counted(result.available, 'available account')}, fewer than ${shownNumber(settings.smallestSegment)}`;
  const sets = segments.map(({ segment }) => ({ rules: segment.rules }));
  const other = segments[nearestSet(sets, index, overlap[index] ?? []) ?? -1];
  if (other === undefined) return `${small}. None resembles it: loosen its narrowest rule.`;
  const shared = overlap[index]?.[segments.indexOf(other)] ?? 0;
  const together = result.matches + other.matches - shared;
  return `${small}. With ${other.segment.name}, the nearest by rules, it would have ${counted(together, 'account')}.`;
}

/**
 * Tiers inside the segment of which one fails clearly and the other does not are two segments (S1.4, S1.5). That a better tier answers
 * more often is no reason: it is expected to (S3.16–S3.19).
 */
function splitReason({ own, level }: Case): string {
  const rates = [...grouped(own, ({ tier }) => tier)].flatMap(([tier, rows]) => {
    const { replies } = poolRates(rows);
    return tier === undefined || replies === null ? [] : [{ tier, replies }];
  });
  rates.sort((a, b) => b.replies.rate - a.replies.rate);
  const [best, worst] = [rates[0], rates[rates.length - 1]];
  if (best === undefined || worst === undefined || best === worst) return '';
  // The best and the worst of n were picked among n·(n−1)/2 pairs.
  const pairs = (rates.length * (rates.length - 1)) / 2;
  if (splitFlag(best.replies, worst.replies, level / pairs).verdict !== 'split') return '';
  const fails = ({ tier, replies }: typeof best): boolean =>
    againstRange(replies, tierGuide()[tier]?.replyRate ?? [0, 1]) === 'below';
  if (!fails(worst) || fails(best)) return '';
  const said = ({ tier, replies }: typeof best): string => `${ALL_TIERS[tier] ?? ''} answers ${shownRate(replies)}`;
  return `${said(best)}, ${said(worst)}: keep the winner apart.`;
}

/** A segment that outperforms rises, one that falls behind sinks (S1.18). */
function urgencyChange(
  { segment }: SegmentResult,
  isBetter: boolean | null,
  own: Rate | null,
  others: Rate | null,
): readonly string[] {
  const { urgency } = segment;
  if (isBetter === null || own === null || others === null) return [];
  const reason = `replies ${shownRate(own)}, the others ${shownRate(others)}`;
  if (urgency === undefined) return [`Type an Urgency: ${reason}.`];
  const wanted = Math.min(10, Math.max(1, urgency + (isBetter ? 1 : -1)));
  return wanted === urgency ? [] : [`Urgency ${shownNumber(urgency)} → ${shownNumber(wanted)}: ${reason}.`];
}

function reachChanges({ coverage, reachable }: SegmentResult, before: Frozen | undefined): readonly string[] {
  if (before === undefined) return [];
  return [
    ...levelChange('Data coverage', before.coverage, coverage),
    ...levelChange('Reachable buyers', before.reachable, reachable),
  ];
}

function levelChange(name: string, before: Figure, now: Figure): readonly string[] {
  if (before === null || now === null) return [];
  const [from, to]: readonly (Level | null)[] = [levelOf(before), levelOf(now)];
  if (from === to || Math.abs(now - before) < CHANGED) return [];
  return [`${name} ${from ?? ''} → ${to ?? ''}: measured ${shownShare(before)}, now ${shownShare(now)}.`];
}
