/** The hidden tab `Log`: runs, plans and overwritten cells, appended and never rewritten; what can be restored is restored from it. */
import { textParts } from '../../sheet/cellText';
import type { Cell, Grid } from '../../sheet/grid';
import { shownText } from '../../sheet/parse/text';
import { hashOf } from '../../sheet/hash';
import { TEXT } from '../../sheet/ownTabs/block';
import type { PlanJson } from '../protocol/requests';
import { typed, type Typed } from '../../sheet/ownTabs/ownBlock';
import { isProbe, probeGuard } from './textGuard';
import type { WantedTab } from '../workbook/ownTabs';
import type { Tab } from '../workbook/tab';
import { tabAddress } from '../workbook/tabAddress';
import type { Moment, TextGuard, Workbook } from '../workbook/workbook';

/** Row 1 explains, row 2 holds the headers; the first cell of row 1 is also where the text guard is probed. */
const TITLE = 'Segment Planner log: every run and plan, appended. Restoring reads it; nothing else does.';
export const LOG: WantedTab = { kind: 'log', title: 'Log', isHidden: true, mark: TITLE };
const HEADERS = ['Time', 'Run', 'Kind', 'About', 'Part', 'Text'];
const TOP: Grid = [[TITLE, ...HEADERS.slice(1).map(() => '')], HEADERS];
/** Rows that most runs append: where room is missing, some is made for the next ones too. */
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
  /** What a user had written over its first two rows, which every run writes again. */
  readonly typed: readonly Typed[];
  /** `isLate`: a while after the log was opened, when a user may have typed below it. */
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
  // Asking for the room there is would cost every run a round trip.
  const inRoom = <T>(rows: number, work: () => T): T => {
    try {
      return work();
    } catch {
      workbook.grow(tab, next + rows + USUAL_ROWS, HEADERS.length);
      return work();
    }
  };
  first();
  const guard = probeGuard(workbook, tab);
  const over = typedAbove(workbook, tab, grid);
  let isBegun = false;
  return {
    tab,
    entries: readLog(grid),
    guard,
    typed: over,
    append: (entries, moment, isLate = false) => {
      const rows = [...(isBegun ? [] : over.map(typedEntry)), ...entries].flatMap((entry) => rowsOf(entry, moment));
      const look = (): Grid => workbook.readBack(tab, next, 1, rows.length, HEADERS.length);
      if (isLate && !inRoom(rows.length, look).every((cells) => cells.every((cell) => cell === '')))
        next = workbook.read(tab).length + 1;
      if (!isBegun)
        inRoom(0, () => {
          write(workbook, tab, 1, TOP, guard);
        });
      isBegun = true;
      inRoom(rows.length, () => {
        write(workbook, tab, next, rows, guard);
      });
      next += rows.length;
    },
  };
}

/** What the log keeps of a row in which a user had typed. */
export function typedEntry({ problem, cells }: Typed): LogEntry {
  return { kind: 'typed', about: problem.at, text: JSON.stringify(cells) };
}

function typedAbove(workbook: Workbook, tab: Tab, grid: Grid): readonly Typed[] {
  return TOP.flatMap((wanted, row) => {
    const cells = grid[row] ?? [];
    const isOwn = (cell: Cell, column: number): boolean => ['', wanted[column]].includes(cell) || (column === 0 && isProbe(cell));
    const columns = cells.slice(0, HEADERS.length).flatMap((cell, column) => (isOwn(cell, column) ? [] : [column]));
    return columns.length === 0 ? [] : [typed((y, x) => tabAddress(workbook, tab, y + 1, x + 1), row, columns, cells)];
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
  return textParts(text).map((chunk, part) => [time, runId, kind, about, part + 1, chunk]);
}

function shownTextOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : shownText(cell);
}
