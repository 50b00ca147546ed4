/**
 * Gives our tabs their looks once their cells are written: named ranges, colors, drop-downs, the chart. No number depends on it, and a
 * stop at any call is fixed by the next run.
 */
import type { Grid } from '../../sheet/grid';
import { hashOf } from '../../sheet/hash';
import { ROW_HASHES } from '../../sheet/ownTabs/rowHash';
import { fold } from '../../domain/facts/text';
import { shownText } from '../../sheet/parse/text';
import { makeProblem, thrownText, type Problem } from '../../sheet/problem';
import type { PlanKey } from '../../sheet/plan/tabs';
import type { TabFormat } from '../../sheet/render/tabFormat';
import { planFormat } from '../../sheet/render/planFormat';
import { reviewFormat } from '../../sheet/render/generatedFormat';
import type { RowSpan } from '../../sheet/ownTabs/block';
import type { At, Rows } from '../workbook/formatting';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';

/** A tab, how it should look, and the rows that hold something. */
export interface TabFormatting {
  readonly tab: Tab;
  readonly look: TabFormat;
  readonly rows: number;
  /** Columns, from 1, with nothing in them, which are hidden until there is. */
  readonly empty?: readonly number[];
  /** Rows that the tab's chart draws. */
  readonly charted?: RowSpan | undefined;
}

/** The formatting of a plan tab with these rows. */
export function planFormatting(tab: Tab, key: PlanKey, grid: Grid): TabFormatting {
  return { tab, look: planFormat(key, grid), rows: grid.length };
}

/** @param rows rows that hold something; a run that has not read the tab says 0. */
export function reviewFormatting(tab: Tab, rows: number): TabFormatting {
  return { tab, look: reviewFormat(), rows };
}

/** What a tab was given: the look's hash, the rows it reaches, the named range, its hidden columns, the rows its chart draws. */
type Given = readonly [hash: string, rows: number, name: string, empty?: readonly number[], charted?: string];

/** A tab much taller than its rows needs no looks down to its end. */
const MARGIN = 100;
const PREFIXES = ['SP_', 'Segment_Planner_'];

/**
 * Applies what is missing and remembers it on the document: a tab whose look has not changed, whose rows it still covers and whose
 * named range is there costs nothing.
 * @returns a note when something could not be applied.
 */
export function applyFormatting(workbook: Workbook, tabs: readonly TabFormatting[]): readonly Problem[] {
  try {
    const known = readGiven(workbook.formatting.remembered());
    const names = new Set(workbook.formatting.names().map((name) => name.toLowerCase()));
    const due = tabs.filter((tab) => isDue(tab, known.get(tab.tab.id), names));
    if (due.length === 0) return [];
    for (const each of due) known.set(each.tab.id, formatOne(workbook, each, known.get(each.tab.id), names));
    workbook.flush();
    workbook.formatting.remember(JSON.stringify([...known]));
    return [];
  } catch (error) {
    return [incomplete(thrownText(error))];
  }
}

/** Names are found whatever their case. */
function isDue(
  { look, rows, empty = [], charted }: TabFormatting,
  given: Given | undefined,
  names: ReadonlySet<string>,
): boolean {
  if (given === undefined) return true;
  const [hash, covered, name, hidden = [], drawn = ''] = given;
  if (empty.join() !== hidden.join() || drawn !== spanText(charted)) return true;
  return hash !== hashOf(JSON.stringify(look)) || covered < rows || (name !== '' && !names.has(name.toLowerCase()));
}

function formatOne(workbook: Workbook, dressed: TabFormatting, given: Given | undefined, names: ReadonlySet<string>): Given {
  const { tab, look, rows: needed, empty = [] } = dressed;
  const { formatting } = workbook;
  const size = workbook.sizeOf(tab);
  const headers = workbook.readBack(tab, look.head, 1, 1, size.columns);
  const width =
    headers[0]?.reduce<number>((last, cell, index) => (cell === '' || cell === ROW_HASHES ? last : index + 1), 0) ?? 0;
  const hash = hashOf(JSON.stringify(look));
  const isNew = given?.[0] !== hash;
  const covered = Math.min(size.rows, needed + MARGIN);
  const rows: Rows = { from: look.head + 1, to: covered };
  const name = nameFor(workbook, dressed, given, names);
  if (name !== '') formatting.name(name, tab, { from: look.nameFrom, to: size.rows }, width);
  if (rows.to >= rows.from) {
    formatting.paint(tab, positioned(look.paints, headers), { ...rows, to: size.rows }, isNew);
    // Where the team has taken a drop-down away, it stays away.
    const fresh = { from: isNew ? rows.from : Math.max(rows.from, given[1] + 1), to: rows.to };
    if (fresh.to >= fresh.from) {
      formatting.offer(tab, positioned(look.lists, headers), fresh);
      if (look.isWrapped) formatting.wrap(tab, fresh, width);
    }
  }
  const drawn = spanText(dressed.charted);
  if (isNew || drawn !== (given[4] ?? '')) addChart(workbook, dressed, headers, !isNew);
  const shown = (given?.[3] ?? []).filter((column) => !empty.includes(column));
  formatting.hide(tab, empty, shown);
  if (drawn !== '') return [hash, covered, name, empty, drawn];
  return empty.length === 0 ? [hash, covered, name] : [hash, covered, name, empty];
}

/** `11:5`; '' for none. */
function spanText(charted: RowSpan | undefined): string {
  return charted === undefined || charted.rows === 0 ? '' : `${charted.row}:${charted.rows}`;
}

/** Made with a new look alone: a chart that the team has deleted stays deleted. */
function addChart(
  { formatting }: Workbook,
  { tab, look: { chart }, charted }: TabFormatting,
  headers: Grid,
  isMoved: boolean,
): void {
  if (chart === undefined || charted === undefined || charted.rows === 0) return;
  const { row, rows } = charted;
  const [labels, values, column] = [chart.labels, chart.values, chart.at].map((header) => columnOf(headers, header));
  if (labels && values && column) formatting.chart(tab, chart, { row, rows, labels, values, column, isMoved });
}

/** The first name nobody else has: ours by what we remember, else by the place where it begins. */
function nameFor(
  { formatting }: Workbook,
  { tab, look }: TabFormatting,
  given: Given | undefined,
  names: ReadonlySet<string>,
): string {
  const isOurs = (name: string): boolean => {
    if (!names.has(name.toLowerCase()) || given?.[2] === name) return true;
    const at = formatting.nameAt(name);
    return at?.tab === tab.id && at.row === look.nameFrom && at.column === 1;
  };
  return PREFIXES.map((prefix) => prefix + look.name).find(isOurs) ?? '';
}

function positioned<T extends { readonly header: string } | { readonly headers: readonly string[] }>(
  all: readonly T[],
  headers: Grid,
): readonly At<T>[] {
  return all
    .map((what) => ({
      what,
      columns: ('header' in what ? [what.header] : what.headers)
        .map((header) => columnOf(headers, header))
        .filter((column) => column > 0),
    }))
    .filter(({ columns }) => columns.length > 0);
}

/** 1-based; 0 where the team has renamed the header. */
function columnOf([headers = []]: Grid, header: string): number {
  return headers.findIndex((cell) => fold(shownText(cell)) === fold(header)) + 1;
}

/** Anything that is not what we wrote counts as nothing: all is applied again. */
function readGiven(text: string): Map<number, Given> {
  try {
    return new Map(JSON.parse(text) as (readonly [number, Given])[]);
  } catch {
    return new Map();
  }
}

function incomplete(found: string): Problem {
  const message = 'The results are written; colours, drop-downs, names or the chart could not all be applied.';
  return makeProblem({ severity: 'note', code: 'LOOKS_INCOMPLETE', at: '', found, message, fix: 'The next run tries again.' });
}
