/** Facts from cells: a column becomes distinct facts and codes; each fact works out a reading when it is first asked for. */
import type { Attribute, Day, Fact, Quantity } from '../../domain/facts/fact';
import type { FieldKind } from '../fields';
import { isCalendarDate, type Cell } from '../grid';
import { isBlank, isBlankIdentity } from './blank';
import { countryOf } from './country';
import { calendarOf, dayIfValid } from './calendar';
import { readDay, type DateStyle } from './date';
import { registrableDomain } from './domain';
import { POINT, readQuantity, type NumberStyle } from './number';
import { fold } from '../../domain/facts/text';
import { shownText } from './text';
import { hasListMark, listItems } from './listItems';
import { readTruth } from './truth';
import type { HeaderUnit } from './unit';
import { usStateOf } from './usState';

/** How the cells of one column are read. */
export interface ColumnReading {
  readonly kind: FieldKind;
  readonly numberStyle: NumberStyle;
  readonly dateStyle: DateStyle;
  readonly unit: HeaderUnit | undefined;
  readonly isList: boolean;
  /** The column mixes 12 %, 0.12 and 12: what a bare number above 1 stands for is unclear, and it is not used. */
  readonly isShare?: true;
}

/** A column of free text whose numbers have a decimal point and whose dates need no order. */
export const PLAIN_READING: ColumnReading = {
  kind: 'text',
  numberStyle: POINT,
  dateStyle: { order: undefined, isDateColumn: false },
  unit: undefined,
  isList: false,
};

/** Facts of a column. `cells[i]` is the cell of account i; equal cells share one fact. */
export function makeAttribute(header: string, cells: readonly Cell[], reading: ColumnReading): Attribute {
  const facts: Fact[] = [];
  const codes = new Int32Array(cells.length);
  // Two maps, so that the number 1 and the text "1" stay apart without building a key for every cell.
  const byText = new Map<string, number>();
  const byValue = new Map<number | boolean, number>();
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells[row] ?? '';
    let code: number | undefined;
    if (typeof cell === 'number' || typeof cell === 'boolean') {
      code = byValue.get(cell);
      if (code === undefined) byValue.set(cell, (code = facts.push(new CellFact(cell, reading)) - 1));
    } else {
      const key = typeof cell === 'string' ? cell : `\u0000${shownText(cell)}`;
      code = byText.get(key);
      if (code === undefined) byText.set(key, (code = facts.push(new CellFact(cell, reading)) - 1));
    }
    codes[row] = code;
  }
  return { header, codes, facts };
}

/** The fact of one cell. */
export function makeFact(cell: Cell, reading: ColumnReading): Fact {
  return new CellFact(cell, reading);
}

/** Which readings a kind does not offer. */
const WITHOUT_QUANTITY: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'id',
  'name',
  'domain',
  'email',
  'date',
  'country',
  'state',
]);
const WITHOUT_DAY: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'id',
  'name',
  'domain',
  'email',
  'number',
  'money',
  'country',
  'state',
]);

class CellFact implements Fact {
  private folded: string | undefined;
  private parts: readonly string[] | undefined;
  private codes: readonly string[] | undefined;
  private amount: Quantity | null | undefined;
  private date: Day | null | undefined;

  constructor(
    private readonly cell: Cell,
    private readonly reading: ColumnReading,
  ) {}

  get isBlank(): boolean {
    const { kind } = this.reading;
    return kind === 'id' || kind === 'name' ? isBlankIdentity(this.cell) : isBlank(this.cell);
  }

  get shown(): string {
    return shownText(this.cell);
  }

  get text(): string {
    return (this.folded ??= fold(this.shown));
  }

  get items(): readonly string[] {
    return (this.parts ??= this.readItems());
  }

  get countries(): readonly string[] {
    return (this.codes ??=
      this.reading.kind === 'country' ? this.items.map((item) => countryOf(item) ?? '') : this.items.map(() => ''));
  }

  get quantity(): Quantity | undefined {
    if (this.amount === undefined) this.amount = this.readAmount() ?? null;
    return this.amount ?? undefined;
  }

  get day(): Day | undefined {
    if (this.date === undefined) this.date = this.readDate() ?? null;
    return this.date ?? undefined;
  }

  get truth(): boolean | undefined {
    return readTruth(this.cell);
  }

  private readItems(): readonly string[] {
    const { kind, isList } = this.reading;
    if (typeof this.cell !== 'string' || this.isBlank) return [this.text];
    const items = new Set([this.text]);
    if (isList || hasListMark(this.cell)) for (const item of listItems(this.cell, isList)) items.add(fold(item));
    // Other ways to write the same thing, so that `Domain is acme.com` finds a full address and `State is CA` finds California.
    if (kind === 'domain') addKnown(items, registrableDomain(this.cell));
    if (kind === 'state') {
      const state = usStateOf(this.cell);
      addKnown(items, state?.code.toLowerCase());
      addKnown(items, state?.name.toLowerCase());
    }
    return [...items];
  }

  private readAmount(): Quantity | undefined {
    const { kind, numberStyle, unit } = this.reading;
    if (this.isBlank || WITHOUT_QUANTITY.has(kind)) return undefined;
    if (kind === 'year') return yearOf(this.cell, this.day);
    const read = readQuantity(this.cell, numberStyle);
    if (read === undefined) return undefined;
    if (this.reading.isShare === true && read.isPercent !== true && Math.max(-read.low, read.high) > 1) return undefined;
    const factor = unit === undefined || read.isScaled === true || read.isPercent === true ? 1 : unit.factor;
    const currency = read.isPercent === true ? undefined : (read.currency ?? unit?.currency);
    return { low: scaled(read.low, factor), high: scaled(read.high, factor), ...(currency === undefined ? {} : { currency }) };
  }

  private readDate(): Day | undefined {
    const { kind, dateStyle } = this.reading;
    if (this.isBlank || WITHOUT_DAY.has(kind)) return undefined;
    return readDay(this.cell, kind === 'year' || kind === 'date' ? { ...dateStyle, isDateColumn: true } : dateStyle);
  }
}

function addKnown(items: Set<string>, item: string | undefined): void {
  if (item !== undefined) items.add(item);
}

/** Hundredths are divided, not multiplied: 7 × 0.01 is not 0.07 in binary. */
function scaled(value: number, factor: number): number {
  const product = factor < 1 ? value / Math.round(1 / factor) : value * factor;
  return Number.isFinite(product) || !Number.isFinite(value) ? product : value;
}

/** Founded in 1999, or on a day of 1999: both are the number 1999. */
function yearOf(cell: Cell, day: Day | undefined): Quantity | undefined {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1000 && cell <= 2999) return { low: cell, high: cell };
  if (day === undefined && !isCalendarDate(cell)) return undefined;
  const year = day === undefined ? undefined : calendarOf(day).year;
  return year === undefined || dayIfValid(year, 1, 1) === undefined ? undefined : { low: year, high: year };
}
