/** Nearest name of a list, for a sentence that asks "did you mean". Suggestions only: nothing is ever read by likeness. */
import { plain } from '../parse/text';

/** The name nearest to a text: the same words first, then at most a third of its letters mistyped; undefined when none is near. */
export function nearestOf(text: string, names: readonly string[]): string | undefined {
  const wanted = plain(text).slice(0, 60);
  if (wanted === '') return undefined;
  let best: { readonly name: string; readonly cost: number } | undefined;
  for (const name of names) {
    const cost = costOf(wanted, plain(name).slice(0, 60));
    if (cost !== undefined && cost < (best?.cost ?? Infinity)) best = { name, cost };
  }
  return best?.name;
}

/** 0 for the same letters, under 1 for shared words, else the number of typing slips; undefined when too far apart. */
function costOf(wanted: string, name: string): number | undefined {
  if (name === '') return undefined;
  if (wanted.replace(/ /g, '') === name.replace(/ /g, '')) return 0;
  const slips = slipsBetween(wanted, name);
  const length = Math.min(wanted.length, name.length);
  if (length > 2 && slips <= Math.max(1, Math.floor(length / 3)) && slips <= 3) return slips;
  const shared = sharedWords(wanted.split(' '), name.split(' '));
  return shared === 0 ? undefined : 10 - shared;
}

/** Words of one name that the other holds too, letters per letters of the longer; short words do not count. */
function sharedWords(one: readonly string[], other: readonly string[]): number {
  const letters = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);
  const common = one.filter((word) => word.length > 3 && other.includes(word));
  return letters(common) / Math.max(letters(one), letters(other));
}

/** Typing slips: letters left out, put in, exchanged, or two neighbours swapped. */
export function slipsBetween(one: string, other: string): number {
  const a = Array.from(one);
  const b = Array.from(other);
  let before: number[] = [];
  let last = b.map((_, index) => index + 1);
  last.unshift(0);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
