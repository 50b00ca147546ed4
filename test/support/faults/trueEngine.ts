/** The books of the fault tests over the true spreadsheet engine, put back after each run as the engine itself undoes, and read as the light one's states. */
import * as library from '@odoo/o-spreadsheet';
import { addressOf, boxAddress } from '../../../workbench/core/document/a1';
import { virtualClock } from '../../../workbench/core/clock';
import { boxOf } from '../../../workbench/core/document/cellWrites';
import type { SharedDocument } from '../../../workbench/core/document/document';
import { quietly } from '../../../workbench/core/engine/quiet';
import type { FaultSchedule } from '../../../workbench/core/faults/faultSchedule';
import { createHost, type Host } from '../../../workbench/core/realm/host';
import type { Person } from '../../../workbench/core/person/person';
import { nodeRealms } from '../../../workbench/core/realm/realmNode';
import type { CellData, SheetData, WorkbookData } from '../../../workbench/core/document/workbookData';
import type { Request } from '../../../src/commands/protocol/requests';
import type { Player } from './examine';
import { ask, type Answer } from './answers';
import { BUNDLE } from './realms';
import type { LightCell, LightSheet, LightState } from './lightEngine';

const WIDTH = 1000;

/** A host over the true engine that holds what the light state does: cells, tabs, looks and what lies beside them. */
function openTrue(state: LightState): Host {
  const clock = virtualClock('2026-11-21T12:00:00Z');
  const host = createHost({ engine: library, bundle: BUNDLE, workbook: workbookOf(state), realms: nodeRealms, clock });
  const { document } = host;
  const { engine } = document;
  for (const sheet of state.sheets)
    for (const { id, ranges, rule } of sheet.rules ?? []) {
      const sheetId = String(sheet.id);
      const placed = ranges.map((xc) => engine.getters.getRangeDataFromXc(sheetId, xc));
      engine.dispatch('ADD_CONDITIONAL_FORMAT', { sheetId, ranges: placed, cf: { id, rule } });
    }
  for (const chart of state.charts ?? []) document.addChart({ ...chart });
  document.protections.push(...state.protections.map((protection) => ({ ...protection })));
  engine.dispatch('ACTIVATE_SHEET', { sheetIdFrom: engine.getters.getActiveSheetId(), sheetIdTo: String(state.active) });
  return host;
}

function workbookOf({ sheets, metadata, names = [], ...beside }: LightState): WorkbookData {
  const of = (id: number | undefined): SheetData['metadata'] =>
    metadata.filter(({ sheet }) => sheet === id).map(({ key, value, visibility }) => ({ key, value, visibility }));
  const titles = new Map(sheets.map(({ id, title }) => [String(id), title]));
  return {
    title: 'Book',
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    sheets: sheets.map((sheet) => ({ ...sheetData(sheet, beside), metadata: of(sheet.id) })),
    namedRanges: names.map(({ name, range: { sheetId, zone } }) => ({
      name,
      range: `'${titles.get(sheetId) ?? ''}'!${boxAddress(boxOf(zone))}`,
    })),
    metadata: of(undefined),
  };
}

function sheetData(sheet: LightSheet, { notes, links = [] }: Pick<LightState, 'notes' | 'links'>): SheetData {
  const cells: Record<string, CellData> = {};
  for (const [key, { value, formula, format, style }] of sheet.cells)
    cells[placeOf(key)] = {
      ...(formula === undefined ? { value } : { formula }),
      ...(format === undefined ? {} : { format }),
      ...dressOf(style ?? {}),
    };
  for (const { sheet: id, box, text } of notes) if (id === sheet.id) put(cells, addressOf(box.row, box.column), { note: text });
  for (const { sheet: id, box, url } of links) if (id === sheet.id) put(cells, addressOf(box.row, box.column), { link: url });
  return {
    id: sheet.id,
    title: sheet.title,
    hidden: sheet.isHidden,
    rows: sheet.rows,
    columns: sheet.columns,
    frozenRows: 0,
    frozenColumns: 0,
    cells,
    merges: [],
    hiddenRows: [],
    columnWidths: {},
    validations: (sheet.lists ?? []).map(({ criterion, isBlocking, ranges }) => ({
      range: ranges.map(({ zone }) => boxAddress(boxOf(zone))).join(','),
      values: criterion.values,
      rejects: isBlocking,
    })),
    conditionalFormats: [],
    metadata: [],
  };
}

function put(cells: Record<string, CellData>, place: string, more: CellData): void {
  cells[place] = { ...cells[place], ...more };
}

function placeOf(key: number): string {
  return addressOf(Math.floor(key / WIDTH), key % WIDTH);
}

function dressOf(style: NonNullable<LightCell['style']>): CellData {
  const { wrapping, verticalAlign, ...rest } = style;
  return {
    ...(rest as CellData),
    ...(wrapping === 'wrap' ? { wrap: true } : {}),
    ...(verticalAlign === 'top' ? { isTop: true } : {}),
  };
}

/** Changes of the engine's data since the last time it was put back, each with what was there before. */
interface Change {
  readonly target: Record<PropertyKey, unknown>;
  readonly key: PropertyKey;
  readonly before: unknown;
}

/** What of the engine's model is no public part of it: its own record of every change, by which it undoes. */
interface Inside {
  readonly state: {
    recordChanges(act: () => void): { readonly changes: readonly Change[]; readonly commands: readonly Command[] };
  };
  dispatchFromCorePlugin(type: string, payload: object): void;
  finalize(): void;
}

interface Command {
  readonly type: string;
}

/** The engine keeps every change for collaboration; a book that has been used so often is opened again. */
const USES = 60;

/** Books on the true engine, each with a host of its own and a fresh realm for every call. They are put back by undoing, as the engine itself undoes. */
export class TrueStage implements Player {
  private readonly books = new Map<LightState, TrueBook>();
  private book: TrueBook | undefined;

  /** `prepare` is what the team has in its books that the light engine cannot hold. */
  constructor(private readonly prepare: (host: Host) => void = () => undefined) {}

  from(state: LightState): this {
    let book = this.books.get(state);
    if (book === undefined || book.uses >= USES) {
      book = new TrueBook(state, this.prepare);
      this.books.set(state, book);
    } else book.restore();
    book.uses += 1;
    this.book = book;
    return this;
  }

  ask(request: Request): Answer {
    return ask(this.current.host, request);
  }

  edit(act: (person: Person) => void): void {
    this.current.edit(act);
  }

  state(): LightState {
    return stateOf(this.current.document);
  }

  get faults(): FaultSchedule {
    return this.current.host.faults;
  }

  calls(): readonly string[] {
    return this.current.host.calls().calls;
  }

  destroyed(): readonly string[] {
    return this.current.destructive;
  }

  lostReferences(): readonly string[] {
    return formulasOf(this.current.document).flatMap(([place, shown]) => (shown === '#REF!' ? [place] : []));
  }

  computed(): string {
    return JSON.stringify(formulasOf(this.current.document));
  }

  setMoment(): void {
    return;
  }

  /** The engine's model holds more than its cells, so each next run is run. */
  found(): undefined {
    return undefined;
  }

  private get current(): TrueBook {
    if (this.book === undefined) throw new Error('No book is open.');
    return this.book;
  }
}

class TrueBook {
  readonly host: Host;
  /** Commands that took something away or renamed it since the book was last put back. */
  readonly destructive: string[] = [];
  uses = 0;
  private readonly changes: Change[] = [];
  private commands: Command[] = [];
  private readonly beside: ReturnType<typeof besideOf>;
  private readonly gids: ReadonlyMap<string, number>;

  constructor(state: LightState, prepare: (host: Host) => void) {
    this.host = openTrue(state);
    prepare(this.host);
    this.record();
    this.beside = besideOf(this.document);
    this.gids = new Map(numbersOf(this.document));
  }

  get document(): SharedDocument {
    return this.host.document;
  }

  /** What people take away is not the add-on's doing. */
  edit(act: (person: Person) => void): void {
    const before = this.destructive.length;
    try {
      act(this.host.person);
    } catch {
      // A tab or row that is not there cannot be edited.
    }
    this.destructive.length = before;
  }

  /** As it was when it was opened. */
  restore(): void {
    this.host.faults.clear();
    this.undo();
    const { document, beside } = this;
    const numbers = numbersOf(document);
    numbers.clear();
    for (const [id, gid] of this.gids) numbers.set(id, gid);
    for (const name of LISTS) {
      const list = document[name] as object[];
      list.splice(0, list.length, ...structuredClone(beside[name]));
    }
    document.locks.clear();
    document.mostCells = 10_000_000;
    const { engine } = document;
    const now = engine.getters.getActiveSheetId();
    if (now !== beside.active) engine.dispatch('ACTIVATE_SHEET', { sheetIdFrom: now, sheetIdTo: beside.active });
    this.forget();
  }

  /** The engine's own undo, of everything at once: what was there before, then word to all its parts. */
  private undo(): void {
    for (const { target, key, before } of this.changes.reverse())
      if (before === undefined) Reflect.deleteProperty(target, key);
      else target[key] = before;
    if (this.commands.length === 0) return;
    const { commands, inside } = this;
    quietly(() => {
      inside.dispatchFromCorePlugin('UNDO', { commands });
      inside.finalize();
    });
  }

  private forget(): void {
    this.changes.length = 0;
    this.commands = [];
    this.destructive.length = 0;
  }

  private record(): void {
    const { state } = this.inside;
    const record = state.recordChanges.bind(state);
    state.recordChanges = (act) => {
      const recorded = record(act);
      for (const change of recorded.changes) this.changes.push(change);
      for (const command of recorded.commands) this.commands.push(command);
      // A tab's rules are only ever set all at once, and our chart is drawn again where it changes; the team's own are compared themselves.
      const gone = recorded.commands.filter(
        ({ type }) => /DELETE|REMOVE|RENAME/.test(type) && !/CONDITIONAL_FORMAT|FIGURE/.test(type),
      );
      this.destructive.push(...gone.map(({ type }) => type));
      return recorded;
    };
  }

  private get inside(): Inside {
    return this.document.engine.model as unknown as Inside;
  }
}

const LISTS = ['notes', 'metadata', 'protections', 'filters', 'charts', 'links'] as const;

function besideOf(document: SharedDocument) {
  const { notes, metadata, protections, filters, charts, links } = document;
  const active = document.engine.getters.getActiveSheetId();
  return structuredClone({ notes, metadata, protections, filters, charts, links, active });
}

/** Numbers of the tabs, which the adapter gives. */
function numbersOf({ engine }: SharedDocument): Map<string, number> {
  for (const id of engine.getters.getSheetIds()) engine.gid(id);
  return (engine as unknown as { readonly gids: Map<string, number> }).gids;
}

/** Getters of the engine that only a look at everything needs. */
interface MoreGetters {
  getCells(sheetId: string): readonly { readonly id: number; readonly isFormula: boolean; readonly style?: LightCell['style'] }[];
  getCellPosition(id: number): { readonly row: number; readonly col: number };
  getHiddenRowsGroups(sheetId: string): readonly (readonly number[])[];
  getHiddenColsGroups(sheetId: string): readonly (readonly number[])[];
  getRowSize(sheetId: string, row: number): number;
}

/** Everything the document holds, as the light engine's state. What a formula computes is no part of it: see {@link formulasOf}. */
function stateOf(document: SharedDocument): LightState {
  const { engine } = document;
  const { getters } = engine;
  const sheets = getters.getSheetIds().map((sheetId): LightSheet => {
    const id = engine.gid(sheetId);
    return {
      id,
      title: getters.getSheetName(sheetId),
      isHidden: !getters.isSheetVisible(sheetId),
      ...engine.size(id),
      cells: cellsOf(document, sheetId),
      look: lookOf(document, sheetId),
      rules: getters.getConditionalFormats(sheetId),
      lists: getters
        .getDataValidationRules(sheetId)
        .map(({ criterion, isBlocking = false, ranges }) => ({ criterion, isBlocking, ranges })),
    };
  });
  const { notes, metadata, protections, charts, links } = document;
  const names = getters.getNamedRanges().map(({ name, range: { sheetId, zone } }) => ({ name, range: { sheetId, zone } }));
  const copies = structuredClone({ notes, metadata, protections, charts, links });
  return { ...copies, sheets, names, active: document.activeSheet };
}

function cellsOf({ engine }: SharedDocument, sheetId: string): Map<number, LightCell> {
  const getters = engine.getters as unknown as MoreGetters;
  const gid = engine.gid(sheetId);
  const cells = new Map<number, LightCell>();
  for (const { id, style } of getters.getCells(sheetId)) {
    const { row, col } = getters.getCellPosition(id);
    const { value, formula } = engine.read(gid, row + 1, col + 1);
    const format = engine.format(gid, row + 1, col + 1);
    cells.set((row + 1) * WIDTH + col + 1, {
      ...(formula === undefined ? { value } : { value: '(computed)', formula }),
      ...(format === undefined ? {} : { format }),
      ...(style === undefined ? {} : { style }),
    });
  }
  return cells;
}

/** What is reported a tab beside its cells: merged, hidden, sized, frozen, filtered. */
function lookOf({ engine, filters }: SharedDocument, sheetId: string): string {
  const getters = engine.getters as unknown as MoreGetters;
  const gid = engine.gid(sheetId);
  const { columns } = engine.size(gid);
  return JSON.stringify([
    engine.getters.getMerges(sheetId),
    getters.getHiddenRowsGroups(sheetId),
    getters.getHiddenColsGroups(sheetId),
    Array.from({ length: columns }, (_, column) => engine.getters.getColSize(sheetId, column)),
    engine.getters.getPaneDivisions(sheetId),
    filters.filter(({ sheet }) => sheet === gid),
  ]);
}

/** Each formula's place and what it shows. */
function formulasOf({ engine }: SharedDocument): readonly (readonly [place: string, shown: string])[] {
  const getters = engine.getters as unknown as MoreGetters;
  return engine.getters.getSheetIds().flatMap((sheetId) => {
    const gid = engine.gid(sheetId);
    const title = engine.getters.getSheetName(sheetId);
    return getters.getCells(sheetId).flatMap(({ id, isFormula }) => {
      if (!isFormula) return [];
      const { row, col } = getters.getCellPosition(id);
      return [[`${title}!${addressOf(row + 1, col + 1)}`, String(engine.read(gid, row + 1, col + 1).value)] as const];
    });
  });
}
