/** Links between generated tabs: from a figure on `Summary` to the rows that prove it, and back. */
import { cellText } from '../cellText';
import { columnLetters } from '../address';
import type { Cell } from '../grid';
import { fold } from '../../domain/facts/text';
import { shownText } from '../parse/text';
import type { Block, GeneratedKind } from '../ownTabs/block';
import type { CellLink } from './tabFormat';

type Target = CellLink['to'];

/** Rows of a block begin here. */
const FIRST = 3;
/** Links are for reading; nobody reads more of them. */
const MOST = 500;

/** The links of the block's cells to cells of the others, row by row. Only text that no spreadsheet takes for anything else carries one. */
export function linksOf(block: Block, blocks: readonly Block[]): readonly CellLink[] {
  const of = (kind: GeneratedKind): Block | undefined => blocks.find((other) => other.kind === kind);
  const back = backLink(block);
  const finder = finderOf(block.kind, of);
  if (finder === undefined) return back;
  const [header, find] = finder;
  const index = columnIndex(block, header);
  const links = block.rows.slice(0, MOST).flatMap((cells, row): CellLink[] => {
    const text = textAt(cells, index);
    const to = isPlain(text) ? find(cells, text) : undefined;
    return to === undefined ? [] : [{ row: row + FIRST, column: index + 1, text: cellText(text), to }];
  });
  return [...back, ...links];
}

/** The first header of every other tab leads back to the Summary. */
function backLink({ kind, columns: [first] }: Block): readonly CellLink[] {
  if (kind === 'summary' || first === undefined) return [];
  return [{ row: FIRST - 1, column: 1, text: first.header, to: { kind: 'summary', row: 1, column: 1 } }];
}

/** `#gid=7&range=B3`: within the file, whatever its address is and whatever the tab is called. */
export function linkUrl(gid: number, { row, column }: Target): string {
  return `#gid=${gid}&range=${columnLetters(column)}${row}`;
}

type Find = (cells: readonly Cell[], text: string) => Target | undefined;

/** The linked column of a kind of tab, and where its cells lead. */
function finderOf(kind: GeneratedKind, of: (kind: GeneratedKind) => Block | undefined): readonly [string, Find] | undefined {
  if (kind === 'summary') return ['Measure', fromSummary(of)];
  if (kind === 'changes') return ['Item', ofPart('Account', rowsBy(of('scores'), 'Account key'))];
  if (kind === 'rates') return ['Item', ofPart('Segment', rowsBy(of('segments'), 'Segment'))];
  if (kind !== 'segments' && kind !== 'coverage') return undefined;
  const back = rowsBy(of('summary'), 'Measure', 'Segments');
  const segment = kind === 'coverage' ? rowsBy(of('segments'), 'Segment') : back;
  return ['Segment', (_, text) => segment(text) ?? back(text)];
}

function ofPart(name: string, find: (text: string) => Target | undefined): Find {
  return ([part], text) => (part === name ? find(text) : undefined);
}

function fromSummary(of: (kind: GeneratedKind) => Block | undefined): Find {
  const tier = rowsBy(of('scores'), 'Tier');
  const segment = rowsBy(of('segments'), 'Segment');
  const check = checkRows(of('coverage'));
  const rates = rowsBy(of('rates'), 'Item');
  const top = (kind: GeneratedKind): Target | undefined => (of(kind) === undefined ? undefined : { kind, row: FIRST, column: 1 });
  const parts = new Map<Cell, (text: string) => Target | undefined>([
    ['To do', check],
    ['Segments', segment],
    ['Tiers', tier],
    ['Changed', () => top('changes')],
    ['Results', (text) => rates(text) ?? top('rates')],
    ['Path', (text) => (text === 'In the market bounds' ? top('funnel') : undefined)],
    ['Accounts', (text) => (text === 'Errors' || text === 'Duplicates' ? top('problems') : undefined)],
  ]);
  return ([part = ''], text) => parts.get(part)?.(text);
}

/** The first row of the block whose cell under the header is the text; of one part of Summary where it is given. */
function rowsBy(block: Block | undefined, header: string, part?: string): (text: string) => Target | undefined {
  const rows = new Map<string, number>();
  const index = block === undefined ? -1 : columnIndex(block, header);
  block?.rows.forEach((cells, row) => {
    const text = textAt(cells, index);
    if (!rows.has(text) && (part === undefined || cells[0] === part)) rows.set(text, row + FIRST);
  });
  return (text) => {
    const row = rows.get(text);
    return block === undefined || row === undefined ? undefined : { kind: block.kind, row, column: index + 1 };
  };
}

/** Rows of Coverage as Summary names their checks. */
function checkRows(coverage: Block | undefined): (text: string) => Target | undefined {
  const rows = new Map<string, number>();
  coverage?.rows.forEach(([segment = '', check = '', status = ''], row) => {
    const name = segment === '' ? shownText(check) : `${shownText(segment)}: ${shownText(check)}`;
    if (status !== '' && !rows.has(name)) rows.set(name, row + FIRST);
  });
  return (text) => {
    const row = rows.get(text);
    return row === undefined ? undefined : { kind: 'coverage', row, column: 2 };
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
