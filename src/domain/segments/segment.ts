/** Segments: which accounts match each, which one each is assigned to, and why the rest are in none. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Day } from '../facts/fact';
import type { Matched, MatchState } from '../rules/match';
import type { Segment } from '../rules/plan';
import type { BoundRule } from '../rules/rule';
import { failsBound } from '../score/exclusion';
import { UNKNOWN, matchRules } from '../rules/match';

/** What segmenting needs of a segment. */
export type SegmentRules = Pick<Segment, 'name' | 'priority' | 'rules'>;

/** Values of `assigned` where there is no segment. */
export const NOT_DRAWN = -1;
export const NO_LANE = -2;
export const DATA_MISSING = -3;

/** Segments are in the order given throughout; accounts in the list's order. */
export interface Segmentation<S extends SegmentRules = Segment> {
  readonly segments: readonly S[];
  /** Per segment, 1 for each drawn account that matches. */
  readonly matches: readonly Uint8Array[];
  /** Per account, index of its segment, or NOT_DRAWN, NO_LANE, DATA_MISSING. */
  readonly assigned: Int32Array;
  readonly matchCounts: readonly number[];
  readonly assignedCounts: readonly number[];
  /** Accounts that match both; on the diagonal, matches. */
  readonly overlap: readonly (readonly number[])[];
  readonly drawn: number;
  readonly unassigned: { readonly noLane: number; readonly dataMissing: number };
  /** Rules whose field has no column; the caller refuses the run, here they are left out. */
  readonly absent: readonly BoundRule[];
}

/** Per account of one segment: an Include is not met or an Exclude is met; an Include is unknown. Neither: it matches. */
const FAILED = 1;
const OPEN = 2;

/**
 * Matches, assignment by priority (blank last, ties by order given) and overlaps over the accounts where `isDrawn` is 1 (all when undefined).
 * All Includes match and no Exclude is met; an unknown Include is no match, an unknown Exclude stays; without a rule nothing matches.
 */
export function segmentAccounts<S extends SegmentRules>(
  accounts: Accounts,
  segments: readonly S[],
  asOf: Day,
  isDrawn: Uint8Array | undefined,
): Segmentation<S> {
  const ruled = segments.map(({ rules }) => matchRules(accounts, rules, asOf));
  const states = ruled.map(({ matched }) => statesOf(matched, accounts.size));
  const matches = states.map((state) => state.map((bits, i) => (bits === 0 && isDrawn?.[i] !== 0 ? 1 : 0)));
  const assigned = assign(states, matches, orderOf(segments), accounts.size, isDrawn);
  const overlap = overlapOf(matches, accounts.size);
  const tally = tallyOf(assigned, segments.length);
  return {
    segments,
    matches,
    assigned,
    matchCounts: overlap.map((row, index) => row[index] ?? 0),
    overlap,
    ...tally,
    absent: ruled.flatMap(({ absent }) => absent),
  };
}

/** Segment indices, first to be served first. */
function orderOf(segments: readonly SegmentRules[]): readonly number[] {
  const rank = (index: number): number => segments[index]?.priority ?? Infinity;
  return segments.map((_, index) => index).sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
}

function statesOf(matched: readonly Matched<BoundRule>[], size: number): Uint8Array {
  const states = new Uint8Array(size);
  if (matched.length === 0) return states.fill(FAILED);
  for (const { rule, attribute, outcomes } of matched) {
    const bitsOfCode = Uint8Array.from(outcomes, (outcome) => bitsOf(rule, outcome as MatchState));
    for (let i = 0; i < size; i++) states[i] = (states[i] ?? 0) | (bitsOfCode[attribute.codes[i] ?? 0] ?? 0);
  }
  return states;
}

function bitsOf(rule: BoundRule, outcome: MatchState): number {
  if (failsBound(rule, outcome)) return FAILED;
  return outcome === UNKNOWN && rule.type === 'Include' ? OPEN : 0;
}

function assign(
  states: readonly Uint8Array[],
  matches: readonly Uint8Array[],
  order: readonly number[],
  size: number,
  isDrawn: Uint8Array | undefined,
): Int32Array {
  const assigned = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    if (isDrawn?.[i] === 0) assigned[i] = NOT_DRAWN;
    else assigned[i] = order.find((segment) => matches[segment]?.[i] === 1) ?? vacancyOf(states, i);
  }
  return assigned;
}

/** Data is missing where a segment would match if its unknown Includes were met. */
function vacancyOf(states: readonly Uint8Array[], index: number): number {
  return states.some((state) => state[index] === OPEN) ? DATA_MISSING : NO_LANE;
}

function overlapOf(matches: readonly Uint8Array[], size: number): number[][] {
  const overlap = matches.map(() => matches.map(() => 0));
  for (let i = 0; i < size; i++) {
    matches.forEach((match, a) => {
      const row = overlap[a];
      if (match[i] === 1 && row) matches.forEach((other, b) => (row[b] = (row[b] ?? 0) + (other[i] ?? 0)));
    });
  }
  return overlap;
}

function tallyOf(assigned: Int32Array, segments: number): Pick<Segmentation, 'assignedCounts' | 'drawn' | 'unassigned'> {
  // The three values without a segment are below zero; shifted, every value is a place.
  const counts = new Array<number>(segments - DATA_MISSING).fill(0);
  for (const value of assigned) counts[value - DATA_MISSING] = (counts[value - DATA_MISSING] ?? 0) + 1;
  const countOf = (value: number): number => counts[value - DATA_MISSING] ?? 0;
  return {
    assignedCounts: Array.from({ length: segments }, (_, index) => countOf(index)),
    drawn: assigned.length - countOf(NOT_DRAWN),
    unassigned: { noLane: countOf(NO_LANE), dataMissing: countOf(DATA_MISSING) },
  };
}
