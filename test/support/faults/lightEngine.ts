/**
 * A small stand-in for the spreadsheet engine behind the same imitation of Apps Script: cells, formats and tabs without recalculation,
 * fast enough for thousands of runs. Formulas are kept as text; `=1+1` is 2 and everything else a word that equals no text written.
 */
import { parseBox, type Box } from '../../../workbench/core/document/a1';
import {
  SharedDocument,
  type Link,
  type Note,
  type StoredMetadata,
  type StoredProtection,
} from '../../../workbench/core/document/document';
import type { Engine, ReadCell, WrittenCell } from '../../../workbench/core/engine/engine';
import { isDateFormat } from '../../../workbench/core/document/numberFormat';
import type { StoredChart } from '../../../workbench/core/engine/figures';
import type { EngineRule, EngineZone } from '../../../workbench/core/engine/library';

export interface LightCell {
  readonly value: string | number | boolean;
  readonly formula?: string;
  readonly format?: string;
  readonly style?: Readonly<Record<string, unknown>>;
}

export interface LightSheet {
  readonly id: number;
  title: string;
  isHidden: boolean;
  rows: number;
  columns: number;
  /** By `row * 1000 + column`, from 1. */
  cells: Map<number, LightCell>;
  look: string;
  /** Conditional formats and drop-downs. */
  rules?: readonly EngineRule[];
  lists?: readonly LightList[];
}

interface LightList {
  readonly criterion: { readonly type: string; readonly values: readonly string[] };
  readonly isBlocking: boolean;
  readonly ranges: readonly { readonly zone: EngineZone }[];
}

interface LightName {
  readonly name: string;
  readonly range: { readonly sheetId: string; readonly zone: EngineZone };
}

export interface LightState {
  readonly sheets: readonly LightSheet[];
  readonly active: number;
  readonly notes: readonly Note[];
  readonly metadata: readonly StoredMetadata[];
  readonly protections: readonly StoredProtection[];
  readonly names?: readonly LightName[];
  readonly charts?: readonly StoredChart[];
  readonly links?: readonly Link[];
}

const BLANK: ReadCell = { value: '', display: '', isDate: false, isError: false, isSpilled: false };
const WIDTH = 1000;

export class LightEngine {
  sheets: LightSheet[] = [];
  active = 0;
  names: readonly LightName[] = [];
  /** Commands that take something away or rename it; a run of the add-on must send none. */
  readonly destructive: string[] = [];

  constructor(private readonly document: SharedDocument) {}

  readonly getters = {
    getSheetIds: (): string[] => this.sheets.map(({ id }) => String(id)),
    getSheetName: (id: string): string => this.at(Number(id)).title,
    isSheetVisible: (id: string): boolean => !this.at(Number(id)).isHidden,
    getActiveSheetId: (): string => String(this.active),
    getActivePosition: () => ({ sheetId: String(this.active), row: 0, col: 0 }),
    getNumberRows: (id: string): number => this.at(Number(id)).rows,
    getNumberCols: (id: string): number => this.at(Number(id)).columns,
    getMerges: (): never[] => [],
    getDataValidationRules: (id: string): readonly LightList[] => this.at(Number(id)).lists ?? [],
    getConditionalFormats: (id: string): readonly EngineRule[] => this.at(Number(id)).rules ?? [],
    getNamedRanges: (): readonly LightName[] => this.names,
    getRangeDataFromXc: (sheetId: string, xc: string): object => ({ sheetId, xc, zone: zoneOf(xc, this.size(Number(sheetId))) }),
    getRangeDataFromZone: (sheetId: string, zone: EngineZone): object => ({ sheetId, zone }),
  };

  get model(): { on(): void } {
    return { on: () => undefined };
  }

  gid(sheetId: string): number {
    return Number(sheetId);
  }

  uid(gid: number): string | undefined {
    return this.sheets.some(({ id }) => id === gid) ? String(gid) : undefined;
  }

  sheetId(gid: number): string {
    return String(this.at(gid).id);
  }

  freeGid(): number {
    return Math.max(0, ...this.sheets.map(({ id }) => id), ...this.document.metadata.map(({ sheet }) => sheet ?? 0)) + 1;
  }

  size(gid: number): { readonly rows: number; readonly columns: number } {
    const { rows, columns } = this.at(gid);
    return { rows, columns };
  }

  contentSize(gid: number): { readonly rows: number; readonly columns: number } {
    let [rows, columns] = [0, 0];
    for (const [key, { value, formula }] of this.at(gid).cells) {
      if (value === '' && formula === undefined) continue;
      rows = Math.max(rows, Math.floor(key / WIDTH));
      columns = Math.max(columns, key % WIDTH);
    }
    return { rows, columns };
  }

  readBox(gid: number, box: Box): ReadCell[][] {
    const { cells } = this.at(gid);
    return Array.from({ length: box.rows }, (_, row) =>
      Array.from({ length: box.columns }, (__, column) => readOf(cells.get((box.row + row) * WIDTH + box.column + column))),
    );
  }

  read(gid: number, row: number, column: number): ReadCell {
    return readOf(this.at(gid).cells.get(row * WIDTH + column));
  }

  format(gid: number, row: number, column: number): string | undefined {
    return this.at(gid).cells.get(row * WIDTH + column)?.format;
  }

  style(gid: number, row: number, column: number): Readonly<Record<string, unknown>> {
    return this.at(gid).cells.get(row * WIDTH + column)?.style ?? {};
  }

  write(gid: number, written: readonly WrittenCell[]): void {
    const { cells } = this.at(gid);
    for (const { row, column, content, format, style } of written) {
      const key = row * WIDTH + column;
      const old = cells.get(key) ?? { value: '' };
      const next = {
        ...(content === undefined
          ? old
          : { ...lookOf(old), ...contentOf(asHeld(content, format === undefined ? old.format : format)) }),
        ...(format === undefined ? {} : format === null || format === '' ? { format: undefined } : { format }),
        ...(style === undefined ? {} : { style: style === null ? undefined : { ...old.style, ...style } }),
      };
      cells.set(key, next as LightCell);
    }
  }

  googleError(code: string): string {
    return code;
  }

  draw(): void {
    return;
  }

  erase(): void {
    return;
  }

  isDrawn(): boolean {
    return true;
  }

  /** Which cells have the focus changes no document. */
  select(): void {
    return undefined;
  }

  dispatch(type: string, payload: Readonly<Record<string, unknown>> = {}): boolean {
    // A tab's rules are only ever set all at once; that none of the team's is lost is seen in the rules themselves.
    if (/DELETE|REMOVE|RENAME/.test(type) && type !== 'REMOVE_CONDITIONAL_FORMAT') this.destructive.push(type);
    if (/CONDITIONAL_FORMAT|VALIDATION|NAMED_RANGE/.test(type)) return this.dispatchLook(type, payload);
    const id = Number(payload.sheetId);
    const title = payload.newName ?? payload.sheetNameTo;
    if (typeof title === 'string' && this.isTaken(title, type === 'RENAME_SHEET' ? id : undefined)) return false;
    if (type === 'CREATE_SHEET') this.create(id, payload);
    else if (type === 'ACTIVATE_SHEET') this.active = Number(payload.sheetIdTo);
    else if (type === 'DELETE_SHEET') {
      this.document.deleted(String(id));
      this.sheets = this.sheets.filter((sheet) => sheet.id !== id);
      this.names = this.names.filter(({ range }) => range.sheetId !== String(id));
      if (this.active === id) this.active = this.sheets[0]?.id ?? 0;
    } else if (type === 'DUPLICATE_SHEET') this.duplicate(id, payload);
    else if (type === 'RENAME_SHEET') this.at(id).title = String(payload.newName);
    else if (type === 'HIDE_SHEET') this.at(id).isHidden = true;
    else if (type === 'MOVE_SHEET') this.move(id, Number(payload.delta));
    else if (type === 'ADD_COLUMNS_ROWS' || type === 'REMOVE_COLUMNS_ROWS') this.reshape(id, type, payload);
    else if (/RESIZE|FREEZE|HIDE_COLUMNS|COLOR_SHEET/.test(type))
      this.at(id).look += `${type} ${JSON.stringify({ ...payload, sheetId: '' })};`;
    else throw new Error(`The light engine knows no ${type}.`);
    return true;
  }

  private dispatchLook(type: string, payload: Readonly<Record<string, unknown>>): boolean {
    const ranges = (payload.ranges ?? []) as readonly { sheetId: string; xc: string; zone: EngineZone }[];
    const [range] = ranges;
    if (range !== undefined && (type === 'CREATE_NAMED_RANGE' || type === 'UPDATE_NAMED_RANGE')) {
      const [old, name] = [String(payload.oldRangeName ?? payload.name), String(payload.newRangeName ?? payload.name)];
      this.names = [...this.names.filter((named) => named.name !== old), { name, range }];
      return true;
    }
    const sheet = this.at(Number(payload.sheetId));
    if (type === 'REMOVE_CONDITIONAL_FORMAT') sheet.rules = (sheet.rules ?? []).filter(({ id }) => id !== payload.id);
    else if (type === 'ADD_CONDITIONAL_FORMAT')
      sheet.rules = [...(sheet.rules ?? []), { ...(payload.cf as EngineRule), ranges: ranges.map(({ xc }) => xc) }];
    else if (type === 'ADD_DATA_VALIDATION_RULE')
      sheet.lists = [...(sheet.lists ?? []), { ...(payload.rule as LightList), ranges }];
    else throw new Error(`The light engine knows no ${type}.`);
    return true;
  }

  private isTaken(title: string, except: number | undefined): boolean {
    return this.sheets.some((sheet) => sheet.id !== except && sheet.title.toLowerCase() === title.toLowerCase());
  }

  private at(gid: number): LightSheet {
    const sheet = this.sheets.find(({ id }) => id === gid);
    if (sheet === undefined) throw new Error(`Sheet ${gid} not found`);
    return sheet;
  }

  private create(id: number, { name, position, rows, cols }: Readonly<Record<string, unknown>>): void {
    const made = {
      id,
      title: String(name),
      isHidden: false,
      rows: Number(rows),
      columns: Number(cols),
      cells: new Map(),
      look: '',
    };
    this.sheets.splice(Number(position), 0, made);
  }

  private duplicate(id: number, { sheetIdTo, sheetNameTo }: Readonly<Record<string, unknown>>): void {
    const from = this.at(id);
    const made = { ...from, id: Number(sheetIdTo), title: String(sheetNameTo), cells: new Map(from.cells) };
    this.sheets.splice(this.sheets.indexOf(from) + 1, 0, made);
    this.document.duplicated(String(id), String(made.id));
  }

  private move(id: number, delta: number): void {
    const sheet = this.at(id);
    const place = this.sheets.indexOf(sheet);
    this.sheets.splice(place, 1);
    this.sheets.splice(Math.max(0, place + delta), 0, sheet);
  }

  private reshape(id: number, type: string, payload: Readonly<Record<string, unknown>>): void {
    const sheet = this.at(id);
    const isRow = payload.dimension === 'ROW';
    const removed = type === 'REMOVE_COLUMNS_ROWS' ? (payload.elements as number[]).map((element) => element + 1) : [];
    const quantity = Number(payload.quantity ?? 0);
    const base = Number(payload.base ?? 0) + (payload.position === 'after' ? 2 : 1);
    const place = (index: number): number | undefined => {
      if (quantity > 0) return index >= base ? index + quantity : index;
      return removed.includes(index) ? undefined : index - removed.filter((gone) => gone < index).length;
    };
    const change = quantity > 0 ? quantity : -removed.length;
    if (isRow) sheet.rows += change;
    else sheet.columns += change;
    const cells = new Map<number, LightCell>();
    for (const [key, cell] of sheet.cells) {
      const [row, column] = [Math.floor(key / WIDTH), key % WIDTH];
      const [toRow, toColumn] = isRow ? [place(row), column] : [row, place(column)];
      if (toRow !== undefined && toColumn !== undefined) cells.set(toRow * WIDTH + toColumn, cell);
    }
    sheet.cells = cells;
    const dimension = isRow ? ('row' as const) : ('column' as const);
    if (quantity > 0) this.document.shifted(String(id), { dimension, at: base, count: quantity });
    else for (const at of [...removed].sort((a, b) => b - a)) this.document.shifted(String(id), { dimension, at, count: -1 });
  }
}

/** A document over the light engine that can be put back into any state at once. */
export class LightDocument extends SharedDocument {
  readonly light = new LightEngine(this);

  constructor() {
    super({ title: 'Book', locale: 'en_US', timeZone: 'Etc/UTC', sheets: [], namedRanges: [], metadata: [] }, 'script-1');
  }

  override get engine(): Engine {
    return this.light as unknown as Engine;
  }

  restore({ sheets, active, notes, metadata, protections, names = [], charts = [], links = [] }: LightState): void {
    this.light.sheets = sheets.map((sheet) => ({ ...sheet, cells: new Map(sheet.cells) }));
    this.light.active = active;
    this.light.destructive.length = 0;
    this.notes.splice(0, this.notes.length, ...notes.map((note) => ({ ...note })));
    this.metadata.splice(0, this.metadata.length, ...metadata.map((item) => ({ ...item })));
    this.protections.splice(0, this.protections.length, ...protections.map((item) => ({ ...item })));
    this.light.names = names;
    this.charts.splice(0, this.charts.length, ...charts.map((chart) => ({ ...chart })));
    this.links.splice(0, this.links.length, ...links.map((link) => ({ ...link })));
    this.locks.clear();
    this.mostCells = 10_000_000;
  }

  /** Everything a script can find in it, as one text: equal texts are equal documents. */
  whole(): string {
    const { sheets, ...beside } = this.state();
    const tabs = sheets.map(({ cells, ...sheet }) => [sheet, [...cells]]);
    return JSON.stringify([tabs, beside, [...this.locks], this.mostCells, stored(this.properties), stored(this.cache)]);
  }

  state(): LightState {
    const sheets = this.light.sheets.map((sheet) => ({ ...sheet, cells: new Map(sheet.cells) }));
    const copies = { notes: this.notes.map((note) => ({ ...note })), metadata: this.metadata.map((item) => ({ ...item })) };
    const looks = { charts: this.charts.map((chart) => ({ ...chart })), links: this.links.map((link) => ({ ...link })) };
    const { active, names } = this.light;
    return { sheets, active, names, protections: this.protections.map((item) => ({ ...item })), ...copies, ...looks };
  }
}

function stored(scopes: ReadonlyMap<string, ReadonlyMap<string, unknown>>): unknown {
  return [...scopes].map(([scope, values]) => [scope, [...values]]);
}

function zoneOf(xc: string, size: { readonly rows: number; readonly columns: number }): EngineZone {
  const box = parseBox(xc, size) ?? { row: 1, column: 1, rows: 1, columns: 1 };
  return { top: box.row - 1, left: box.column - 1, bottom: box.row + box.rows - 2, right: box.column + box.columns - 2 };
}

function readOf(cell: LightCell | undefined): ReadCell {
  if (cell === undefined) return BLANK;
  const { value, formula, format } = cell;
  return {
    value,
    display: String(value),
    isDate: typeof value === 'number' && isDateFormat(format),
    isError: false,
    isSpilled: false,
    ...(format === undefined ? {} : { format }),
    ...(formula === undefined ? {} : { formula }),
  };
}

function lookOf({ format, style }: LightCell): Partial<LightCell> {
  return { ...(format === undefined ? {} : { format }), ...(style === undefined ? {} : { style }) };
}

/** Under a text format a number or a truth value is held as the text it shows. */
function asHeld(content: NonNullable<WrittenCell['content']>, format: string | null | undefined): typeof content {
  if (format !== '@') return content;
  if (content.kind === 'number') return { kind: 'text', text: String(content.number) };
  return content.kind === 'boolean' ? { kind: 'text', text: String(content.boolean).toUpperCase() } : content;
}

function contentOf(content: NonNullable<WrittenCell['content']>): Pick<LightCell, 'value' | 'formula'> {
  switch (content.kind) {
    case 'blank':
      return { value: '' };
    case 'text':
      return { value: content.text };
    case 'number':
      return { value: content.number };
    case 'boolean':
      return { value: content.boolean };
    case 'formula':
      return { value: content.formula === '=1+1' ? 2 : '(computed)', formula: content.formula };
  }
}
