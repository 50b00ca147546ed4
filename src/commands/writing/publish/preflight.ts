/** All that could forbid a publication, looked at before the first cell is written; every refusal at once. */
import type { Grid } from '../../../sheet/grid';
import { ownBlock, type OwnBlock, type Typed } from '../../../sheet/ownTabs/ownBlock';
import { makeProblem, refusal, Refusal, type Problem } from '../../../sheet/problem';
import { ROW_HASHES } from '../../../sheet/ownTabs/rowHash';
import { GENERATED_TABS, TEXT, column, type Block, type BlockColumn, type GeneratedKind } from '../../../sheet/ownTabs/block';
import type { Stamp } from '../../../sheet/ownTabs/stamp';
import { hasMovedColumns } from '../../../sheet/ownTabs/layout';
import { LAYOUT_VERSION } from '../../../sheet/ownTabs/version';
import { assertLayoutNotNewer } from '../../workbook/locked';
import { LOG } from '../log';
import { findOwnTabs, type OwnTab } from '../../workbook/ownTabs';
import { mayWrite, noPermission } from '../../workbook/permission';
import type { TabKind } from '../../../sheet/ownTabs/tabKind';
import type { Tab } from '../../workbook/tab';
import type { Moment, Workbook } from '../../workbook/workbook';

/** Where a block goes: as many rows and columns as it has, or as an older run left. */
export interface Footprint {
  readonly block: Block;
  readonly rows: number;
  readonly columns: number;
  /** Nothing of ours stands there yet. */
  readonly isFresh: boolean;
  /** An older layout stands there, whose columns have other places. */
  readonly isOlder: boolean;
  /** The tab may have to grow. */
  readonly needsRoom: boolean;
}

export interface Checked {
  readonly found: ReadonlyMap<TabKind, OwnTab>;
  readonly footprints: readonly Footprint[];
  readonly typed: readonly Typed[];
  readonly notes: readonly Problem[];
  /** The Summary's stamp as it stands. */
  readonly stamp: Stamp | undefined;
  readonly olds: ReadonlyMap<TabKind, Old>;
  /** Ids of tabs in which something is protected from a user. */
  readonly shielded: ReadonlySet<number>;
}

interface Old {
  readonly own: OwnBlock;
  /** The tab as it was read; kept to see whether a user edits it before it is written. */
  readonly grid: Grid;
  /** Rows and columns that hold anything. */
  readonly rows: number;
  readonly columns: number;
}

/** Cells of a spreadsheet, empty ones included; and what a new tab brings along. */
const MOST_CELLS = 10_000_000;
const NEW_COLUMNS = 26;
const NEW_TAB = 1_000 * NEW_COLUMNS;

/** Columns as they are written: the block's own, then the marks. */
export function writtenColumns(block: Block): readonly BlockColumn[] {
  return [...block.columns, column(ROW_HASHES, TEXT, 60, 'By this the next run sees which cells a user has typed over.')];
}

/**
 * `before` is what an earlier look found, so that no tab is read twice; `made` counts tabs that will be made beside ours.
 * @throws Refusal with everything that forbids writing, or that another install is writing or the layout is newer.
 */
export function preflight(
  workbook: Workbook,
  blocks: readonly Block[],
  tabs: readonly Tab[],
  moment: Moment,
  { before, made = 0 }: { readonly before?: Checked; readonly made?: number } = {},
): Checked {
  const wanted = [...blocks.map(({ kind }) => ({ kind, title: GENERATED_TABS[kind] })), LOG];
  const found = findOwnTabs(workbook, tabs, wanted);
  // The Summary last: its stamp tells whether another install has begun meanwhile.
  const olds = new Map(
    [...blocks].reverse().flatMap((block) => oldOf(workbook, block, found.get(block.kind)?.tab, before?.olds)),
  );
  const stamp = readStampOf(olds);
  assertLayoutNotNewer([...olds.values()].map(({ own }) => own.stamp));
  checkHolder(stamp, moment);
  const positions = blocks.map((block) => footprintOf(block, olds.get(block.kind)));
  const shielded = before?.shielded ?? (found.size === 0 ? new Set<number>() : workbook.protectedTabs());
  const refusals = [
    ...blocks.flatMap(({ kind }) => olds.get(kind)?.own.refusals ?? []),
    ...(before === undefined ? positions : positions.filter(({ block }) => block.kind === 'problems')).flatMap((position) =>
      lockedFootprints(workbook, position, found.get(position.block.kind)?.tab, shielded),
    ),
    ...(before === undefined ? lockedLog(workbook, found.get(LOG.kind)?.tab, shielded) : []),
    ...(before === undefined && !found.has('summary') ? roomProblems(workbook, positions, found, made) : []),
  ];
  if (refusals.length > 0) throw new Refusal(refusals, { wrote: 'nothing' });
  // A block that has grown by what is reported in it reaches cells that were not looked at.
  const reached = (position: Footprint): boolean =>
    position.rows <= (before?.footprints.find(({ block }) => block.kind === position.block.kind)?.rows ?? 0);
  const known = before?.typed ?? [];
  const more = positions.flatMap((position) =>
    reached(position) ? [] : typedIn(workbook, found.get(position.block.kind)?.tab, olds.get(position.block.kind), position),
  );
  const over = [...known, ...more.filter(({ problem }) => !known.some((each) => each.problem.at === problem.at))];
  const notes = [
    ...blocks.flatMap(({ kind }) => olds.get(kind)?.own.notes ?? []),
    ...positions.flatMap(({ block, isOlder }) => (isOlder && hasMovedColumns(block.kind) ? [columnsMoved(block.kind)] : [])),
  ];
  return { found, footprints: positions, typed: over, notes, stamp, olds, shielded };
}

function oldOf(workbook: Workbook, block: Block, tab: Tab | undefined, known: Checked['olds'] | undefined): [TabKind, Old][] {
  if (tab === undefined) return [];
  const old = known?.get(block.kind);
  if (old !== undefined) return [[block.kind, old]];
  return [[block.kind, readOld(workbook, block, tab)]];
}

function readOld(workbook: Workbook, block: Block, tab: Tab): Old {
  const grid = workbook.read(tab);
  return { own: ownBlockOf(workbook, tab, block, grid), grid, rows: grid.length, columns: grid[0]?.length ?? 0 };
}

/** What a user has typed by now where the place will be written. @throws Refusal where that must not be. */
export function typedNow(workbook: Workbook, tab: Tab, position: Footprint): readonly Typed[] {
  const old = readOld(workbook, position.block, tab);
  if (old.own.refusals.length > 0) throw new Refusal(old.own.refusals);
  return typedIn(workbook, tab, old, position);
}

/** What stands in our block of this tab, and what a user typed there. */
export function ownBlockOf({ titleOf }: Workbook, tab: Tab, block: Block, grid: Grid): OwnBlock {
  return ownBlock(tab.id, grid, { kind: block.kind, columns: writtenColumns(block) }, titleOf);
}

function typedIn(workbook: Workbook, tab: Tab | undefined, old: Old | undefined, { rows, columns }: Footprint): readonly Typed[] {
  if (tab === undefined || !old?.own.hasHeaders) return [];
  const formulas = workbook.formulas(tab, 1, 1, Math.min(rows, old.rows), Math.min(columns, old.columns));
  return old.own.typedWithin(rows, formulas);
}

function readStampOf(olds: Checked['olds']): Stamp | undefined {
  return olds.get('summary')?.own.stamp;
}

/** An unfinished run of our own install is dead by now, since we hold its lock; one of another install may be alive until its lease ends. */
function checkHolder(stamp: Stamp | undefined, { install, minute }: Moment): void {
  const lease = stamp?.state === 'UPDATING' ? stamp.lease : undefined;
  if (lease === undefined || lease.install === install || lease.until <= minute) return;
  const minutes = String(lease.until - minute);
  throw new Refusal(
    refusal({
      code: 'OTHER_INSTALL',
      message: 'Another install of the add-on is writing in this file.',
      fix: `Wait until it is done, at most ${minutes} minutes, and run again.`,
    }),
  );
}

function footprintOf(block: Block, old: Old | undefined): Footprint {
  const columns = Math.max(writtenColumns(block).length, old?.own.columns ?? 0);
  const rows = Math.max(block.rows.length + 2, old?.own.rows ?? 0);
  const isFresh = !old?.own.hasHeaders;
  const isOlder = !isFresh && (old.own.stamp?.layout ?? LAYOUT_VERSION) < LAYOUT_VERSION;
  return { block, rows, columns, isFresh, isOlder, needsRoom: isFresh || rows > old.rows || columns > old.columns };
}

function columnsMoved(kind: GeneratedKind): Problem {
  const message =
    'The columns of this tab stand in other places than before: a formula that counts them looks into the wrong one.';
  const fix = 'In formulas of your own, find a column by its header, e.g. with MATCH.';
  return makeProblem({ severity: 'note', code: 'COLUMNS_MOVED', at: GENERATED_TABS[kind], message, fix });
}

/** Only tabs are asked after in which something is protected: a viewer learns of it at the first write, of which nothing arrives. */
function lockedFootprints(
  workbook: Workbook,
  { rows, columns }: Footprint,
  tab: Tab | undefined,
  shielded: Checked['shielded'],
): readonly Problem[] {
  if (tab === undefined || !shielded.has(tab.id) || mayWrite(workbook, tab, rows, columns)) return [];
  return [noPermission(workbook.titleOf(tab.id))];
}

/** The log grows at its end, and what stands there may be protected like any other cell. */
function lockedLog(workbook: Workbook, tab: Tab | undefined, shielded: Checked['shielded']): readonly Problem[] {
  if (tab === undefined || !shielded.has(tab.id) || mayWrite(workbook, tab, Infinity, Infinity)) return [];
  return [noPermission(workbook.titleOf(tab.id))];
}

/** A first run makes many tabs: that they all fit is counted before. Later ones grow by little, and Sheets itself says when it is too much. */
function roomProblems(
  workbook: Workbook,
  positions: readonly Footprint[],
  found: Checked['found'],
  more: number,
): readonly Problem[] {
  const missing = [...positions.map(({ block }) => block.kind), LOG.kind].filter((kind) => !found.has(kind)).length + more;
  const growing = positions.filter(({ needsRoom }) => needsRoom);
  const needed = missing * NEW_TAB + growing.reduce((sum, { rows, columns }) => sum + rows * Math.max(NEW_COLUMNS, columns), 0);
  const there = workbook.cellCount();
  if (there + needed <= MOST_CELLS) return [];
  const message = `The file has ${there.toLocaleString('en-US')} cells, and the results need up to ${needed.toLocaleString('en-US')} more; Sheets allows 10 million.`;
  return [
    makeProblem({
      severity: 'refusal',
      code: 'OUT_OF_CELLS',
      at: '',
      message,
      fix: 'Delete unused rows, columns or tabs.',
    }),
  ];
}
