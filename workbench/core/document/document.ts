/** One spreadsheet as all its users and installs share it: the engine, and what the engine cannot hold. */
import { emptySheet } from './emptySheet';
import type { Box } from './a1';
import { addressOf, contains, intersects, parseBox, boxAddress } from './a1';
import type { Anchored, Shift } from '../engine/anchors';
import { shiftAll } from '../engine/anchors';
import { chartData, chartSpec, type StoredChart } from '../engine/figures';
import type { CustomFunction, FunctionBridge } from '../engine/functions';
import { Engine } from '../engine/engine';
import type { EngineLibrary } from '../engine/library';
import type { StructureListener } from '../engine/plugin';
import { namedRangesOf, sheetSnapshot } from '../engine/snapshot';
import { ServiceError } from '../faults/signals';
import type { Metadata, WorkbookData } from './workbookData';

/** Who runs a script. The owner may edit what is protected from others. */
export interface User {
  readonly email: string;
  readonly role: 'owner' | 'editor' | 'viewer';
}

export interface Note extends Anchored {
  box: Box;
  text: string;
}

export interface StoredMetadata {
  sheet: number | undefined;
  /** Present for row and column metadata. */
  box?: Box;
  dimension?: 'row' | 'column';
  readonly id: number;
  key: string;
  value: string;
  visibility: 'DOCUMENT' | 'PROJECT';
  /** The script that sees it when the visibility is PROJECT. */
  readonly script: string;
}

export interface StoredProtection extends Anchored {
  description: string;
  warningOnly: boolean;
  editors: string[];
  /** Rectangles of a protected tab that stay open to all. */
  unprotected: Box[];
}

/** The link of a cell's whole text. */
export interface Link extends Anchored {
  box: Box;
  url: string;
}

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const VIEW_ONLY = 'You do not have permission to edit this spreadsheet.';
const MOST_CELLS = 10_000_000;
const TOO_MANY_CELLS = `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`;

export class SharedDocument implements StructureListener {
  readonly id = 'workbench-document';
  private opened: Engine | undefined;
  title: string;
  locale: string;
  timeZone: string;
  readonly notes: Note[] = [];
  readonly metadata: StoredMetadata[] = [];
  readonly protections: StoredProtection[] = [];
  readonly filters: (Anchored & { box: Box })[] = [];
  readonly charts: StoredChart[] = [];
  readonly links: Link[] = [];
  /** How often scripts have changed something; going to a tab is no change. */
  scriptChanges = 0;
  /** Holder's execution by lock: `document:<script>`, `user:<script>:<email>`, `script:<script>`. */
  readonly locks = new Map<string, number>();
  /** Stores by scope, as the locks are named; values by key. */
  readonly properties = new Map<string, Map<string, string>>();
  readonly cache = new Map<string, Map<string, { readonly value: string; readonly expires: number }>>();
  /** A lower limit makes the ten million testable. */
  mostCells = MOST_CELLS;
  private lastId = 0;

  constructor(
    private readonly workbook: WorkbookData,
    script: string,
  ) {
    this.title = workbook.title;
    this.locale = workbook.locale;
    this.timeZone = workbook.timeZone;
    this.splitBySide(workbook, script);
  }

  /** Loads the cells; formulas are computed at once, and may already ask about this document. */
  open(library: EngineLibrary, functions: readonly CustomFunction[], bridge: FunctionBridge): void {
    const sheets = this.workbook.sheets.length ? this.workbook.sheets : [emptySheet('Sheet1', 0)];
    this.opened = new Engine(library, { ...this.workbook, sheets }, functions, { functions: bridge, structure: this });
    for (const chart of this.charts) this.opened.draw(chart);
    this.opened.forgetHistory();
  }

  get engine(): Engine {
    if (!this.opened) throw new Error('The workbook is still loading.');
    return this.opened;
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  get activeSheet(): number {
    return this.engine.gid(this.engine.getters.getActiveSheetId());
  }

  addChart(chart: StoredChart): void {
    this.charts.push(chart);
    this.engine.draw(chart);
  }

  removeChart(chart: number | null): void {
    const index = this.charts.findIndex(({ id }) => id === chart);
    const [removed] = index < 0 ? [] : this.charts.splice(index, 1);
    if (removed) this.engine.erase(removed);
  }

  /** Those that nobody has deleted in the page. */
  liveCharts(): readonly StoredChart[] {
    return this.charts.filter((chart) => this.engine.isDrawn(chart));
  }

  shifted(sheetId: string, shift: Omit<Shift, 'sheet'>): void {
    const of = { ...shift, sheet: this.engine.gid(sheetId) };
    for (const things of this.anchored()) shiftAll(things, of);
  }

  deleted(sheetId: string): void {
    const gid = this.engine.gid(sheetId);
    for (const things of this.anchored())
      for (let index = things.length - 1; index >= 0; index -= 1) if (things[index]?.sheet === gid) things.splice(index, 1);
  }

  duplicated(from: string, to: string): void {
    const [old, made] = [this.engine.gid(from), this.engine.gid(to)];
    for (const things of this.anchored())
      for (const thing of things.filter(({ sheet }) => sheet === old)) things.push({ ...thing, sheet: made });
  }

  cellCount(): number {
    return this.engine.getters
      .getSheetIds()
      .reduce((sum, id) => sum + this.engine.getters.getNumberRows(id) * this.engine.getters.getNumberCols(id), 0);
  }

  assertRoomFor(moreCells: number): void {
    if (this.cellCount() + moreCells > this.mostCells) throw new ServiceError(TOO_MANY_CELLS);
  }

  /** Whether the user may change these cells; without a box, the tab as a whole. */
  mayEdit(user: User, gid: number, box?: Box): boolean {
    if (user.role !== 'editor') return user.role === 'owner';
    return this.protections.every((protection) => {
      if (protection.sheet !== gid || protection.warningOnly || protection.editors.includes(user.email)) return true;
      if (protection.box) return box !== undefined && !intersects(protection.box, box);
      return box !== undefined && protection.unprotected.some((open) => contains(open, box));
    });
  }

  assertEditable(user: User, gid: number, box?: Box): void {
    if (user.role === 'viewer') throw new ServiceError(VIEW_ONLY);
    if (!this.mayEdit(user, gid, box)) throw new ServiceError(PROTECTED);
  }

  snapshot(): WorkbookData {
    const { engine } = this;
    const sheets = engine.getters.getSheetIds().map((sheetId) => {
      const gid = engine.gid(sheetId);
      const notes = new Map(
        this.notes.filter(({ sheet }) => sheet === gid).map(({ box, text }) => [addressOf(box.row, box.column), text]),
      );
      const filter = this.filters.find(({ sheet }) => sheet === gid);
      return sheetSnapshot(engine, sheetId, {
        notes,
        links: new Map(
          this.links.filter(({ sheet }) => sheet === gid).map(({ box, url }) => [addressOf(box.row, box.column), url]),
        ),
        charts: this.liveCharts().flatMap((chart) => (chart.sheet === gid ? chartData(chart) : [])),
        filter: filter && boxAddress(filter.box),
        metadata: this.metadataOf(gid),
      });
    });
    return {
      title: this.title,
      locale: this.locale,
      timeZone: this.timeZone,
      sheets,
      namedRanges: namedRangesOf(engine),
      metadata: this.metadataOf(undefined),
    };
  }

  private metadataOf(gid: number | undefined): Metadata[] {
    return this.metadata
      .filter(({ sheet, box }) => sheet === gid && !box)
      .map(({ key, value, visibility }) => ({ key, value, visibility }));
  }

  private anchored(): Anchored[][] {
    return [this.notes, this.metadata as Anchored[], this.protections, this.filters, this.charts, this.links];
  }

  /** Notes, filters and metadata of a file; PROJECT metadata is taken as the first script's. */
  private splitBySide(workbook: WorkbookData, script: string): void {
    const take = (sheet: number | undefined, list: readonly Metadata[]): void => {
      for (const item of list) this.metadata.push({ sheet, id: this.nextId(), script, ...item });
    };
    take(undefined, workbook.metadata);
    for (const sheet of workbook.sheets) {
      take(sheet.id, sheet.metadata);
      const filter = sheet.filter ? parseBox(sheet.filter, sheet) : undefined;
      if (filter) this.filters.push({ sheet: sheet.id, box: filter });
      for (const chart of sheet.charts ?? [])
        this.charts.push({ sheet: sheet.id, id: this.nextId(), spec: chartSpec(chart, sheet.title) });
      for (const [place, { note, link }] of Object.entries(sheet.cells)) {
        const box = note || link ? parseBox(place, sheet) : undefined;
        if (note && box) this.notes.push({ sheet: sheet.id, box, text: note });
        if (link && box) this.links.push({ sheet: sheet.id, box: { ...box }, url: link });
      }
    }
  }
}
