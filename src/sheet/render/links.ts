/** Links between generated tabs: from a figure on `Summary` to the rows that prove it, and back. */
import { cellText } from '../cellText';
import { columnLetters } from '../address';
import type { Cell } from '../grid';
import { fold } from '../../domain/facts/text';
import { FIRST_ROW, type Block, type GeneratedKind } from '../ownTabs/block';
import type { CellLink } from './tabFormat';

type Target = CellLink['to'];

/** Links are for reading; nobody reads more of them. */
const MOST = 500;

/** The links of the block's cells to cells of the others, row by row. Only text that no spreadsheet takes for anything else carries one. */
export function linksOf(block: Block, blocks: readonly Block[]): readonly CellLink[] {
  const of = (kind: GeneratedKind): Block | undefined => blocks.find((other) => other.kind === kind);
  const back = backLink(block);
  const finders = memoized(rowsBy);
  const own = (block.links ?? []).flatMap(({ row, column, to: { kind, header, text } }): CellLink[] => {
    const shown = textAt(block.rows[row] ?? [], column);
    const target = of(kind);
    if (!isPlain(shown) || target === undefined) return [];
    const to = header === undefined ? { kind, row: FIRST_ROW, column: 1 } : finders(target, header)(text ?? '');
    return to === undefined ? [] : [{ row: row + FIRST_ROW, column: column + 1, text: cellText(shown), to }];
  });
  const finder = finderOf(block.kind, of);
  if (finder === undefined) return [...back, ...own];
  const [header, find] = finder;
  const index = columnIndex(block, header);
  const links = block.rows.slice(0, MOST).flatMap((cells, row): CellLink[] => {
    const text = textAt(cells, index);
    const to = isPlain(text) ? find(cells, text) : undefined;
    return to === undefined ? [] : [{ row: row + FIRST_ROW, column: index + 1, text: cellText(text), to }];
  });
  return [...back, ...own, ...links];
}

/** The first header of every other tab leads back to the Summary. */
function backLink({ kind, columns: [first] }: Block): readonly CellLink[] {
  if (kind === 'summary' || first === undefined) return [];
  return [{ row: FIRST_ROW - 1, column: 1, text: first.header, to: { kind: 'summary', row: 1, column: 1 } }];
}

/** `#gid=7&range=B3`: within the file, whatever its address is and whatever the tab is called. */
export function linkUrl(gid: number, { row, column }: Target): string {
  return `#gid=${gid}&range=${columnLetters(column)}${row}`;
}

type Find = (cells: readonly Cell[], text: string) => Target | undefined;

/** The linked column of a kind of tab, and where its cells lead. */
function finderOf(kind: GeneratedKind, of: (kind: GeneratedKind) => Block | undefined): readonly [string, Find] | undefined {
  if (kind === 'rates') return ['Item', ofPart('Segment', rowsBy(of('segments'), 'Segment'))];
  return kind === 'segments' ? ['Segment', (_, text) => rowsBy(of('summary'), 'What')(text)] : undefined;
}

function ofPart(name: string, find: (text: string) => Target | undefined): Find {
  return ([part], text) => (part === name ? find(text) : undefined);
}

/** Each column is looked through once. */
function memoized(find: typeof rowsBy): typeof rowsBy {
  const known = new Map<string, ReturnType<typeof rowsBy>>();
  return (block, header) => {
    const key = `${block?.kind ?? ''} ${header}`;
    const found = known.get(key) ?? find(block, header);
    known.set(key, found);
    return found;
  };
}

/** The first row of the block whose cell under the header is the text. */
function rowsBy(block: Block | undefined, header: string): (text: string) => Target | undefined {
  const rows = new Map<string, number>();
  const index = block === undefined ? -1 : columnIndex(block, header);
  block?.rows.forEach((cells, row) => {
    const text = textAt(cells, index);
    if (!rows.has(text)) rows.set(text, row + FIRST_ROW);
  });
  return (text) => {
    const row = rows.get(text);
    return block === undefined || row === undefined ? undefined : { kind: block.kind, row, column: index + 1 };
  };
}

function columnIndex({ columns }: Block, header: string): number {
  return columns.findIndex((column) => column.header === header);
}

function textAt(cells: readonly Cell[], index: number): string {
  const cell = cells[index];
  return typeof cell === 'string' ? cell : '';
}

/** Begins with a letter, and is no truth value. */
function isPlain(text: string): boolean {
  return /^\p{L}/u.test(text) && !/^(true|false)$/.test(fold(text));
}
