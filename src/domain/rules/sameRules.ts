/** Rule sets: when two rules ask the same, how alike two sets are, which segment lies nearest to another. Pure. */
import { fold } from '../facts/text';
import type { Condition, Term, Test } from './rule';

/** What a rule asks, the order of its values and its name aside: two rules with equal keys are met by the same accounts. */
export function ruleKey({ field, test, type = 'Include' }: Condition & { readonly type?: string }): string {
  const sign = type === 'Exclude' ? '−' : '+';
  return `${sign}${fold(field)} ${JSON.stringify(plainTest(test))}`;
}

/** Rules in common ÷ rules in either, 0–1; 0 when both are empty. */
export function jaccard(a: readonly Condition[], b: readonly Condition[]): number {
  const [first, second] = [new Set(a.map(ruleKey)), new Set(b.map(ruleKey))];
  const common = [...first].filter((key) => second.has(key)).length;
  const either = first.size + second.size - common;
  return either === 0 ? 0 : common / either;
}

/** The other set that shares the most accounts, then the most alike by rules, then by order; undefined when nothing is shared at all. */
export function nearestSet(
  sets: readonly { readonly rules: readonly Condition[] }[],
  index: number,
  overlap: readonly number[],
  isFit: (other: number) => boolean = () => true,
): number | undefined {
  const own = sets[index]?.rules ?? [];
  const fields = new Set(own.map(({ field }) => field));
  const likeness = sets.map(({ rules }, other) => {
    const sharedFields = new Set(rules.map(({ field }) => field).filter((field) => fields.has(field))).size;
    return other === index || !isFit(other) ? [] : [overlap[other] ?? 0, jaccard(own, rules), sharedFields];
  });
  let best: number | undefined;
  likeness.forEach((mine, other) => {
    if (mine.some((value) => value > 0) && (best === undefined || isGreater(mine, likeness[best] ?? []))) best = other;
  });
  return best;
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  const position = a.findIndex((value, index) => value !== b[index]);
  return position >= 0 && (a[position] ?? 0) > (b[position] ?? 0);
}

/** `is` asks the same as `in` with one value; terms are compared by text. */
function plainTest(test: Test): unknown {
  if (!('terms' in test)) return test;
  const { operator, terms } = test;
  const word = operator === 'is' ? 'in' : operator === 'is not' ? 'not in' : operator;
  return [word, terms.map(({ text }: Term) => text).sort()];
}
