/** The hidden tab `Log`: runs, plans and overwritten cells, appended and never rewritten; what can be restored is restored from it. */
import type { Cell, Grid } from '../sheet/grid';
import { shownText } from '../sheet/parse/text';
import { hashOf } from '../sheet/hash';
import { TEXT } from '../sheet/render/block';
import type { PlanJson } from './protocol/requests';
import { typed, type Typed } from '../sheet/ownBlock';
import { isProbe, probeGuard } from './textGuard';
import type { WantedTab } from './ownTabs';
import type { Tab } from './tab';
import type { Moment, TextGuard, Workbook } from './workbook';

/** Row 1 explains, row 2 holds the headers; the first cell of row 1 is also where the text guard is probed. */
const TITLE = 'Segment Planner log: every run and plan, appended. Restoring reads it; nothing else does.';
export const LOG: WantedTab = { kind: 'log', title: 'Log', isHidden: true, mark: TITLE };
const HEADERS = ['Time', 'Run', 'Kind', 'About', 'Part', 'Text'];
const TOP: Grid = [[TITLE, ...HEADERS.slice(1).map(() => '')], HEADERS];
/** Below the 50,000 characters of a cell and the 32,767 of one in an XLSX file, so that a downloaded copy can be restored from. */
const CHUNK = 30_000;
/** Rows that most runs append: room for them is made at once, while nothing else waits to be written. */
const USUAL_ROWS = 10;

const KINDS = ['run', 'plan', 'typed', 'moved', 'restore', 'restored'] as const;

/**
 * `run`: About is the hash of the plan it was made from, Text the counts. `plan`: About is its hash, Text the JSON. `typed`, and `moved` in a plan tab: About is the address, Text the row.
 * `restore` opens a restoration of the plan with the hash About, `restored` closes it.
 */
export interface LogEntry {
  readonly kind: (typeof KINDS)[number];
  readonly about: string;
  readonly text: string;
}

export interface LoggedEntry extends LogEntry {
  readonly time: string;
  readonly run: string;
}

export interface Log {
  readonly tab: Tab;
  readonly entries: readonly LoggedEntry[];
  /** Text is kept as text in this file by this guard; probed once. */
  readonly guard: TextGuard;
  /** What somebody had written over its first two rows, which every run writes anew. */
  readonly typed: readonly Typed[];
  /** `isLate`: a while after the log was opened, when somebody may have typed below it. */
  append(entries: readonly LogEntry[], moment: Moment, isLate?: boolean): void;
}

/** Entries as they stand; parts of a text that follow each other are joined. */
export function readLog(grid: Grid): readonly LoggedEntry[] {
  const entries: LoggedEntry[] = [];
  for (const cells of grid.slice(2)) {
    const [time = '', run = '', kind = '', about = '', part = '', text = ''] = cells.map(shownTextOf);
    const last = entries[entries.length - 1];
    if (Number(part) > 1 && last?.kind === kind && last.about === about && last.run === run) {
      entries[entries.length - 1] = { ...last, text: last.text + text };
    } else if (isKind(kind)) entries.push({ time, run, kind, about, text });
  }
  return entries;
}

/**
 * Opens the log of a tab that is there, and probes the guard in it: our own tab, so that a stop leaves no scribble in the team's.
 * @param first what is to be written before anything else; it arrives with the first probe.
 */
export function openLog(workbook: Workbook, tab: Tab, first: () => void = () => undefined): Log {
  const grid = workbook.read(tab);
  let next = Math.max(3, grid.length + 1);
  // Headers that stood there when it was read have the columns they need.
  workbook.grow(tab, next + USUAL_ROWS - 1, (grid[1]?.length ?? 0) < HEADERS.length ? HEADERS.length : 0);
  first();
  const guard = probeGuard(workbook, tab);
  const over = typedAbove(tab, grid);
  let isBegun = false;
  return {
    tab,
    entries: readLog(grid),
    guard,
    typed: over,
    append: (entries, moment, isLate = false) => {
      const rows = [...(isBegun ? [] : over.map(typedEntry)), ...entries].flatMap((entry) => rowsOf(entry, moment));
      if (rows.length > 0) workbook.grow(tab, next + rows.length - 1, 0);
      const below = isLate ? workbook.readBack(tab, next, 1, rows.length, HEADERS.length) : [];
      if (below.some((cells) => cells.some((cell) => cell !== ''))) {
        next = workbook.read(tab).length + 1;
        workbook.grow(tab, next + rows.length - 1, 0);
      }
      if (!isBegun) write(workbook, tab, 1, TOP, guard);
      isBegun = true;
      write(workbook, tab, next, rows, guard);
      next += rows.length;
    },
  };
}

/** What the log keeps of a row in which somebody had typed. */
export function typedEntry({ problem, cells }: Typed): LogEntry {
  return { kind: 'typed', about: problem.at, text: JSON.stringify(cells) };
}

function typedAbove(tab: Tab, grid: Grid): readonly Typed[] {
  return TOP.flatMap((wanted, row) => {
    const cells = grid[row] ?? [];
    const isOwn = (cell: Cell, column: number): boolean => ['', wanted[column]].includes(cell) || (column === 0 && isProbe(cell));
    const columns = cells.slice(0, HEADERS.length).flatMap((cell, column) => (isOwn(cell, column) ? [] : [column]));
    return columns.length === 0 ? [] : [typed(tab, row, columns, cells)];
  });
}

function write(workbook: Workbook, tab: Tab, row: number, cells: Grid, guard: TextGuard): void {
  workbook.write(tab, { row, column: 1, cells, formats: HEADERS.map(() => TEXT) }, guard);
}

function isKind(text: string): text is LogEntry['kind'] {
  return KINDS.some((kind) => kind === text);
}

/** The last entry of those wanted. */
export function lastOf(entries: readonly LoggedEntry[], isWanted: (entry: LoggedEntry) => boolean): LoggedEntry | undefined {
  const wanted = entries.filter(isWanted);
  return wanted[wanted.length - 1];
}

/** A plan for the log, with the hash of every row of it: what is restored is restored to the letter. */
export function planEntry(plan: PlanJson): LogEntry {
  const text = JSON.stringify(plan);
  return { kind: 'plan', about: hashOf(text), text };
}

/** The plan, unless it is the last one logged. */
export function planEntries(log: Pick<Log, 'entries'>, plan: PlanJson): readonly LogEntry[] {
  const entry = planEntry(plan);
  return lastOf(log.entries, ({ kind }) => kind === 'plan')?.about === entry.about ? [] : [entry];
}

function rowsOf({ kind, about, text }: LogEntry, { time, runId }: Moment): readonly (readonly Cell[])[] {
  // Escaped, no pair of surrogates is cut in two where a chunk ends.
  const plain = text.replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  const parts = Array.from({ length: Math.max(1, Math.ceil(plain.length / CHUNK)) }, (_, part) =>
    plain.slice(part * CHUNK, (part + 1) * CHUNK),
  );
  return parts.map((chunk, part) => [time, runId, kind, about, part + 1, chunk]);
}

function shownTextOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : shownText(cell);
}
