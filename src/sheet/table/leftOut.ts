/** Rows below the headers that are no accounts: totals and footnotes at the end, subtotals between the rows; each is noted. */
import { addressText } from '../address';
import type { Cell } from '../grid';
import { shownText } from '../parse/text';
import { makeProblem, type Problem } from '../problem';
import { isFootnote, isSubtotal, isSumOfRows, isTotalsRow, legalBlock } from './totals';

/** Takes totals and footnotes off the end of the rows and gives a note for each. At least one row stays. */
export function dropTail(tab: string, rows: (readonly Cell[])[], rowNumbers: number[]): readonly Problem[] {
  const listed = rows.length - legalBlock(rows, rowNumbers);
  const problems: Problem[] = [];
  while (rows.length > 1) {
    const cells = rows[rows.length - 1] ?? [];
    const isNote = isFootnote(cells);
    const isTotals = !isNote && (isTotalsRow(cells) || isSumOfRows(cells, () => rows.slice(0, -1)));
    if (!isTotals && rows.length <= listed && !isNote) break;
    rows.pop();
    const at = addressText({ tab, row: rowNumbers.pop() ?? 1, column: 1 });
    const what = isTotals ? 'The last row holds totals' : 'The last row is a footnote';
    const code = isTotals ? 'TOTALS_ROW' : 'FOOTNOTE_ROW';
    problems.push(
      makeProblem({ severity: 'note', code, at, found: filledTexts(cells), message: `${what} and is not read as an account.` }),
    );
  }
  return problems;
}

/** Takes subtotals out of the rows and gives one note for all of them. */
export function dropSubtotals(tab: string, rows: (readonly Cell[])[], rowNumbers: number[]): readonly Problem[] {
  const found: number[] = [];
  let blockStart = 0;
  rows.forEach((cells, index) => {
    const listedAbove = (): (readonly Cell[])[] => rows.slice(0, index).filter((_, row) => !found.includes(row));
    if (!isSubtotal(cells, () => [rows.slice(blockStart, index), listedAbove()])) return;
    found.push(index);
    blockStart = index + 1;
  });
  const [first] = found;
  if (first === undefined || found.length === rows.length) return [];
  const at = addressText({ tab, row: rowNumbers[first] ?? 1, column: 1 });
  const texts = filledTexts(rows[first] ?? []);
  for (const index of [...found].reverse()) {
    rows.splice(index, 1);
    rowNumbers.splice(index, 1);
  }
  const message = 'Rows between the others hold subtotals and are not read as accounts.';
  return [makeProblem({ severity: 'note', code: 'TOTALS_ROW', at, found: texts, message, count: found.length })];
}

function filledTexts(cells: readonly Cell[]): string {
  return cells
    .map(shownText)
    .filter((text) => text !== '')
    .join(', ');
}
