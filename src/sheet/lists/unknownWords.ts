/** Words behind amounts that no list knows: why cells of a number column cannot be used, for people. */
import type { Cell } from '../grid';
import { isBlank } from '../parse/blank';
import { currencyOfMark, divisorOfWord, isAmountWord, scaledMark, scaleOfWord } from '../parse/numberWords';
import { fold } from '../../domain/facts/text';
import { clipped } from '../problem';

/** More words than these say nothing new. */
const SHOWN = 5;

/** ` ("dozen" 3, "gross" 1)`: the words behind digits that have no meaning to the reader, with their cells, most frequent first; '' without any. */
export function unknownWordsNamed(cells: readonly Cell[], isUsable: (cell: Cell) => boolean): string {
  const counts = new Map<string, number>();
  const wordsByCell = new Map<string, readonly string[]>();
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length > 120 || !/\d/.test(cell)) continue;
    let words = wordsByCell.get(cell);
    if (words === undefined) wordsByCell.set(cell, (words = isBlank(cell) || isUsable(cell) ? [] : wordsBehind(cell)));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const sorted = [...counts].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1));
  const named = sorted.slice(0, SHOWN).map(([word, count]) => `"${clipped(word)}" ${count}`);
  return ` (${named.join(', ')}${sorted.length > SHOWN ? ' and more' : ''})`;
}

/** `mil` alone is among them: the column does not show whether it is a thousand or a million. */
function wordsBehind(cell: string): readonly string[] {
  const words = [...fold(cell).matchAll(/\d[\d.,' ]*([\p{L}\p{M}]+)/gu)].map((match) => match[1] ?? '');
  return [...new Set(words)].filter(
    (word) =>
      scaleOfWord(word) === undefined &&
      scaledMark(word) === undefined &&
      divisorOfWord(word) === undefined &&
      currencyOfMark(word) === undefined &&
      !isAmountWord(word),
  );
}
