/** A book as an older version of the add-on left it: columns in their places then, marks and stamps as they were. */
import { rowHash } from '../../../src/sheet/ownTabs/rowHash';
import { shownText } from '../../../src/sheet/parse/text';
import type { Cell } from '../../../src/sheet/grid';
import type { LightSheet, LightState } from './lightEngine';

const WIDTH = 1000;
const SCORES =
  'Rank,Account,Domain,Tier,Fit,Signal,Known,Why,Missing,Segment,Offer angle,Owner,Best contact,Status,This month,Account key,Low,High,Tier reason'.split(
    ',',
  );
/** Columns of tabs that had others before layout 4, each with the present column whose cells stand in it, as far as there is one. */
const OTHERS: Readonly<Record<string, readonly (readonly [old: string, now: string])[]>> = {
  What: [
    ['Part', ''],
    ['Measure', 'What'],
    ['Count', 'Accounts'],
    ['Share', 'Share'],
    ['Money', ''],
    ['Verdict', 'Verdict'],
    ['Note', 'Next'],
  ],
  'What to fix first': [
    ['Segment', ''],
    ['Check', 'What to fix first'],
    ['Status', 'Status'],
    ['Actual', 'Now'],
    ['Fix', 'How'],
    ['Rule', 'Wanted'],
  ],
};
const RENAMED = new Map([['How to fix', 'How to mend']]);

/** Generated tabs of layout 0, which had no marks, or a later one; cells of the team's in them are left out, and so is all metadata. */
export function olderBook(book: LightState, layout: 0 | 1 | 2 | 3): LightState {
  return { ...book, metadata: [], sheets: book.sheets.map((sheet) => olderSheet(sheet, layout)) };
}

function olderSheet(sheet: LightSheet, layout: 0 | 1 | 2 | 3): LightSheet {
  const at = (row: number, column: number) => sheet.cells.get(row * WIDTH + column);
  const headers = Array.from({ length: 40 }, (_, index) => String(at(2, index + 1)?.value ?? ''));
  const marks = headers.indexOf('Marks');
  if (marks < 0) return sheet;
  const others = OTHERS[headers[0] ?? ''];
  const present = headers.slice(0, marks);
  const wanted = headers.includes('Tier reason')
    ? layout === 3
      ? present
      : SCORES
    : (others?.map(([, now]) => now) ??
      present.filter((header) => layout === 3 || (header !== 'Available' && header !== 'Customers')));
  // A column that is no more was blank.
  const from = wanted.map((header) => (header === '' ? 50 : headers.indexOf(header) + 1));
  const cells = new Map<number, NonNullable<ReturnType<typeof at>>>();
  for (const row of new Set([...sheet.cells.keys()].map((key) => Math.floor(key / WIDTH)))) {
    if (row > 2 && at(row, marks + 1) === undefined) continue;
    const own = from.map((column) => at(row, column));
    own.forEach((cell, index) => {
      if (cell !== undefined && row > 1) cells.set(row * WIDTH + index + 1, cell);
    });
    const mark = at(row, marks + 1);
    const old = row === 2 ? 'Marks' : rowHash(own.map((cell): Cell => (cell?.value ?? '') as Cell));
    if (layout > 0 && row > 1 && mark !== undefined) cells.set(row * WIDTH + wanted.length + 1, { ...mark, value: old });
  }
  others?.forEach(([old], index) => cells.set(2 * WIDTH + index + 1, { ...at(2, 1)!, value: old }));
  for (const [key, cell] of cells) {
    const name = key < 3 * WIDTH ? RENAMED.get(shownText(cell.value)) : undefined;
    if (name !== undefined && layout < 2) cells.set(key, { ...cell, value: name });
  }
  const stamp = at(1, 1);
  if (stamp !== undefined) cells.set(WIDTH + 1, { ...stamp, value: olderStamp(String(stamp.value), layout) });
  return { ...sheet, cells };
}

/** The marks alone, without what later layouts put into them. */
function olderStamp(text: string, layout: 0 | 1 | 2 | 3): string {
  if (layout === 3) return text.replace(/ · layout \d+/, ' · layout 3');
  const marks = text.slice(text.indexOf('\n') + 1).replace(/ · facts \[.*?\](?= · )/, '');
  return marks.replace(/ · layout \d+/, layout === 0 ? '' : ` · layout ${layout}`);
}
