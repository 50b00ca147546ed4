/** Segments suggested from the list: at most two conditions each, enough available accounts, together most of the ICP with little overlap. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Operator } from '../rules/rule';
import { fieldChoices } from './fieldChoices';
import { fieldOf, PROFILE_FIELDS } from './fields';
import { rangeRule, valuesRule, type FirstRule } from './firstRule';
import { NEARLY_ALL } from './separating';
import { valuesByCode, type CountryNames } from './values';

/** More than these is no focus. */
const MOST_SEGMENTS = 7;
/** Values or ranges of a field that are tried, the most frequent ones. */
const MOST_OF_FIELD = 12;
/** A segment of more of the ICP is no slice of it, unless a slice could hardly be smaller. */
const LARGEST = 1 / 3;
const LARGEST_OF_FEW = 0.5;

/** What is suggested for: positions of accounts by 1. */
export interface SegmentGround {
  readonly accounts: Accounts;
  readonly names: CountryNames;
  /** Accounts that segments draw from. */
  readonly drawn: Uint8Array;
  readonly available: Uint8Array;
  /** Accounts that match segments of the plan already. */
  readonly taken: Uint8Array;
  /** Fewest available accounts of a segment. */
  readonly smallest: number;
}

/** A condition as a row of `Plan Rules` has it. */
export interface SegmentCondition {
  readonly field: string;
  readonly operator: Operator;
  readonly value: string | number;
}

export interface SuggestedSegment {
  readonly name: string;
  readonly conditions: readonly SegmentCondition[];
  /** Drawn accounts that meet all conditions, and of them the available ones. */
  readonly matches: number;
  readonly available: number;
  /** Available ones that an earlier segment has already. */
  readonly overlap: number;
}

export interface Suggested {
  readonly segments: readonly SuggestedSegment[];
  /** Available drawn accounts, and of them those in no segment in the end. */
  readonly free: number;
  readonly left: number;
  /** Why there are none; '' where there are. */
  readonly reason: string;
}

/** A condition, and 1 for each account that meets it. */
interface Candidate {
  readonly says: string;
  readonly rule: FirstRule;
  readonly met: Uint8Array;
}

/** One or two candidates. */
interface Pair {
  readonly parts: readonly Candidate[];
  readonly members: readonly number[];
}

/**
 * Greedy: each time the candidate that adds most available accounts in no segment yet, less those in one already; ties fall to fewer conditions and then to
 * the order of fields and values. It ends at seven, or where nothing adds more than it repeats.
 */
export function suggestSegments(ground: SegmentGround): Suggested {
  const { drawn, available, smallest } = ground;
  const free = Array.from(drawn.keys()).filter((account) => drawn[account] === 1 && available[account] === 1);
  if (free.length < smallest) return none(free.length, leftOf(free, ground.taken), 'small', smallest);
  const pairs = pairsOf(candidatesOf(ground, free), free, smallest);
  const covered = Uint8Array.from(ground.taken);
  const segments: SuggestedSegment[] = [];
  while (segments.length < MOST_SEGMENTS) {
    const best = bestOf(pairs, covered);
    if (best === undefined) break;
    segments.push(segmentOf(best, ground, covered));
    for (const account of best.members) covered[account] = 1;
  }
  const left = leftOf(free, covered);
  return segments.length === 0
    ? none(free.length, left, left === 0 ? 'covered' : 'alike', smallest)
    : { segments, free: free.length, left, reason: '' };
}

function leftOf(free: readonly number[], covered: Uint8Array): number {
  return free.filter((account) => covered[account] !== 1).length;
}

function none(free: number, left: number, why: 'small' | 'covered' | 'alike', smallest: number): Suggested {
  const reasons = {
    small: `The ICP has ${free} available accounts; a segment needs ${smallest}. Widen the ICP, or lower Small segment in Plan Settings.`,
    covered: 'Every available ICP account is in a segment already.',
    alike: `No value or pair of values holds ${smallest} available ICP accounts that are in no segment yet, and not most of the ICP.`,
  };
  return { segments: [], free, left, reason: reasons[why] };
}

function bestOf(pairs: readonly Pair[], covered: Uint8Array): Pair | undefined {
  let [best, most] = [undefined as Pair | undefined, 0];
  for (const pair of pairs) {
    const repeated = pair.members.reduce((sum, account) => sum + (covered[account] ?? 0), 0);
    const gain = pair.members.length - 2 * repeated;
    if (gain > most) [best, most] = [pair, gain];
  }
  return best;
}

/** Single conditions before pairs, so that of equals the simpler one is found first. */
function pairsOf(candidates: readonly Candidate[], free: readonly number[], smallest: number): readonly Pair[] {
  const largest = Math.max(LARGEST * free.length, Math.min(LARGEST_OF_FEW * free.length, 2 * smallest));
  const isOf = (count: number): boolean => count >= smallest && count <= largest;
  const membersOf = (parts: readonly Candidate[], among: readonly number[]): readonly number[] =>
    among.filter((account) => parts.every(({ met }) => met[account] === 1));
  const singles = candidates.map((candidate) => ({ parts: [candidate], members: membersOf([candidate], free) }));
  const pairs = singles.flatMap((one, place) =>
    singles.slice(place + 1).flatMap((other) => {
      const [a, b] = [one.parts[0], other.parts[0]];
      if (a === undefined || b === undefined || a.rule.field === b.rule.field) return [];
      const members = membersOf([b], one.members);
      // A pair that is no smaller than one of its parts says nothing more than that.
      const isNarrower = members.length < one.members.length && members.length < other.members.length;
      return isOf(members.length) && isNarrower ? [{ parts: [a, b], members }] : [];
    }),
  );
  return [...singles.filter(({ members }) => isOf(members.length)), ...pairs];
}

/** Values and ranges that enough of the free accounts meet, and not nearly all. */
function candidatesOf({ accounts, names, smallest }: SegmentGround, free: readonly number[]): readonly Candidate[] {
  return PROFILE_FIELDS.flatMap((field) => conditionsOn(accounts, field, names)).filter(({ met }) => {
    const count = free.reduce((sum, account) => sum + (met[account] ?? 0), 0);
    return count >= smallest && count < NEARLY_ALL * free.length;
  });
}

function conditionsOn(accounts: Accounts, field: string, names: CountryNames): readonly Candidate[] {
  const choices = fieldChoices(accounts, field, names);
  const column = fieldOf(accounts, field)?.column;
  if (choices === undefined || column === undefined) return [];
  const met = (holds: (code: number) => boolean): Uint8Array => {
    const isMet = column.facts.map((_, code) => (holds(code) ? 1 : 0));
    return Uint8Array.from(column.codes, (code) => isMet[code] ?? 0);
  };
  if (choices.kind === 'values') {
    const byCode = valuesByCode(column, names);
    return choices.values.slice(0, MOST_OF_FIELD).map((value) => ({
      says: value.shown,
      rule: valuesRule(field, [value]),
      met: met((code) => byCode[code]?.some(({ key }) => key === value.key) === true),
    }));
  }
  const { currency } = choices;
  return choices.ranges.slice(0, MOST_OF_FIELD).map((range) => ({
    says: `${field} ${range.says}`,
    rule: rangeRule(field, range, currency),
    met: met((code) => {
      const quantity = column.facts[code]?.quantity;
      const isOther = currency !== undefined && quantity?.currency !== undefined && quantity.currency !== currency;
      return quantity !== undefined && !isOther && range.low <= quantity.low && quantity.high <= range.high;
    }),
  }));
}

function segmentOf({ parts, members }: Pair, { drawn }: SegmentGround, covered: Uint8Array): SuggestedSegment {
  const matches = drawn.reduce(
    (sum, isDrawn, account) => sum + (isDrawn === 1 && parts.every(({ met }) => met[account] === 1) ? 1 : 0),
    0,
  );
  return {
    name: parts.map(({ says }) => says).join(', '),
    conditions: parts.map(({ rule: { field, operator, value } }) => ({ field, operator, value })),
    matches,
    available: members.length,
    overlap: members.filter((account) => covered[account] === 1).length,
  };
}
