/** Successors: under which name a segment of the closed month stands now, told by its rules, else by its accounts, never by its name. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Day } from '../facts/fact';
import { ruleKey } from '../rules/sameRules';
import type { Segment } from '../rules/plan';
import { segmentAccounts } from '../segments/segment';

/** A segment as one of the two months has it. */
export type NamedRules = Pick<Segment, 'name' | 'rules' | 'priority'>;

export interface SegmentMonth {
  readonly segments: readonly NamedRules[];
  readonly accounts: Accounts;
  readonly asOf: Day;
}

export interface Successor {
  readonly from: string;
  readonly to: string;
  /** Of the old segment's accounts those still listed, and those among them that the new one takes; undefined where the rules are the same. */
  readonly accounts: { readonly listed: number; readonly taken: number } | undefined;
}

/** A segment that takes so many of another's accounts has taken it over. The bound is ours. */
const TAKEN = 0.9;

/**
 * Renamed: exactly one segment asks now what the old one asked, under another name. Merged: the old name is gone, and a segment whose rules
 * are new takes nearly all of its accounts. A segment without rules has no successor.
 */
export function successorsOf(before: SegmentMonth, now: SegmentMonth): readonly Successor[] {
  const old = new Set(before.segments.map(setKey));
  const changed = now.segments.filter((segment) => !old.has(setKey(segment)));
  return before.segments.flatMap((segment): readonly Successor[] => {
    const { name, rules } = segment;
    const same = now.segments.filter((each) => setKey(each) === setKey(segment));
    if (rules.length === 0 || same.some((each) => each.name === name)) return [];
    const [only] = same;
    if (only !== undefined) return same.length === 1 ? [{ from: name, to: only.name, accounts: undefined }] : [];
    return now.segments.some((each) => each.name === name) ? [] : mergedInto(before, segment, now, changed);
  });
}

function mergedInto(
  before: SegmentMonth,
  old: NamedRules,
  now: SegmentMonth,
  changed: readonly NamedRules[],
): readonly Successor[] {
  const had = keysOf(before, old);
  const present = new Set(now.accounts.keys);
  const listed = [...had].filter((key) => present.has(key));
  const [best] = changed
    .map((segment) => {
      const takes = keysOf(now, segment);
      return { segment, taken: listed.filter((key) => takes.has(key)).length };
    })
    .sort((a, b) => b.taken - a.taken);
  return best !== undefined && listed.length > 0 && best.taken / listed.length >= TAKEN
    ? [{ from: old.name, to: best.segment.name, accounts: { listed: listed.length, taken: best.taken } }]
    : [];
}

/** Account keys that meet its rules, in the ICP or not. */
function keysOf({ accounts, asOf }: SegmentMonth, segment: NamedRules): ReadonlySet<string> {
  const [matches] = segmentAccounts(accounts, [segment], asOf, undefined).matches;
  return new Set(accounts.keys.filter((_, account) => matches?.[account] === 1));
}

function setKey({ rules }: NamedRules): string {
  return [...new Set(rules.map(ruleKey))].sort().join('\n');
}
