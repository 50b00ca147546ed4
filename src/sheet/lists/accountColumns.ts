/** Columns of the accounts as attributes: resolved by field name, read when a rule first asks. */
import type { Attribute } from '../../domain/facts/fact';
import { fieldNamed, kindOf, type FieldKind } from '../fields';
import { columnStats, type ColumnStats } from '../columns/columnStats';
import type { ColumnMatch, TypedColumn } from '../columns/recognise';
import type { Cell } from '../grid';
import { makeAttribute, PLAIN_READING } from '../parse/fact';
import { industryOf, type Industry } from '../parse/industry';
import { fold } from '../../domain/facts/text';
import { currencyOfMark } from '../parse/numberWords';
import { plain } from '../parse/text';
import { unitOfHeader } from '../parse/unit';
import { isBlank } from '../parse/blank';
import { textOfCell } from '../plan/planTable';
import type { Problem } from '../problem';
import type { Table } from '../table/table';
import { columnProblems } from './columnProblems';

/**
 * A field goes by the team's mapping, else by its exact header, else by the recognized column. How a column is read follows the column,
 * whatever name the rule uses for it.
 */
export class AccountColumns {
  private readonly byHeader: ReadonlyMap<string, number>;
  private readonly byField: ReadonlyMap<string, ColumnMatch>;
  /** The team may give any field a column, or say with a blank one that it has none. */
  private readonly byTeam: ReadonlyMap<string, number | undefined>;
  private readonly statistics = new Map<number, ColumnStats>();
  private readonly attributes = new Map<number, Attribute>();

  constructor(
    private readonly table: Table,
    private readonly matches: ReadonlyMap<string, ColumnMatch>,
    private readonly locale: string,
    private readonly typed: readonly TypedColumn[],
    private readonly rows: readonly number[] = table.rows.map((_, row) => row),
  ) {
    this.byHeader = new Map(table.headers.map((header, column) => [fold(header), column]));
    this.byField = new Map([...matches].map(([field, match]) => [fold(field), match]));
    this.byTeam = new Map(
      typed
        .filter(({ list, column }) => list === 'accounts' && (column === '' || this.byHeader.has(fold(column))))
        .map(({ field, column }) => [fold(field), this.byHeader.get(fold(column))]),
    );
  }

  /** These columns over some of the rows, in their order; how they are read stays decided by all rows. */
  keep(rows: readonly number[]): AccountColumns {
    const kept = new AccountColumns(this.table, this.matches, this.locale, this.typed, rows);
    for (const [column, stats] of this.statistics) kept.statistics.set(column, stats);
    return kept;
  }

  /** Column of a field, or undefined when the list has none. */
  columnOf(field: string): number | undefined {
    const name = fold(field);
    if (this.byTeam.has(name)) return this.byTeam.get(name);
    return this.byHeader.get(name) ?? this.byField.get(name)?.column;
  }

  attribute(field: string): Attribute | undefined {
    const column = this.columnOf(field);
    if (column === undefined) return this.derived(field);
    const known = this.attributes.get(column);
    if (known !== undefined) return known;
    const cells = this.cellsOf(column, this.rows);
    // Where every row is kept, the column need not be gathered twice.
    const { reading } = this.profileOf(column, this.rows.length === this.table.rows.length ? cells : undefined);
    const made = makeAttribute(this.table.headers[column] ?? field, cells, reading);
    this.attributes.set(column, made);
    return made;
  }

  /** A field made from another: the list's own words stay in their column, the common vocabulary is asked for by name. */
  private derived(field: string): Attribute | undefined {
    const read = DERIVED.get(fold(field));
    const column = read === undefined ? undefined : this.columnOf('Industry');
    if (read === undefined || column === undefined) return undefined;
    const cells = this.cellsOf(column, this.rows).map((cell) => read(industryOf(textOfCell(cell))) ?? '');
    return makeAttribute(field, cells, PLAIN_READING);
  }

  /** A cell of a field in a row of the table; '' where the list has no such column. */
  cell(field: string, row: number): Cell {
    const column = this.columnOf(field);
    return column === undefined ? '' : (this.table.rows[row]?.[column] ?? '');
  }

  /** What was understood of the recognized columns, and what of them cannot be used. */
  problems(): readonly Problem[] {
    return [...this.matches.values()].flatMap((match) => {
      const { reading, notes } = this.profileOf(match.column);
      return columnProblems({ match, table: this.table, cells: this.cellsOf(match.column), reading, notes });
    });
  }

  private profileOf(column: number, all?: readonly Cell[]): ColumnStats {
    const known = this.statistics.get(column);
    if (known !== undefined) return known;
    const header = this.table.headers[column] ?? '';
    const isWhole = COUNTS.has(this.fieldOf(column));
    const stats = columnStats(header, all ?? this.cellsOf(column), this.kindOf(column), this.locale, isWhole);
    this.statistics.set(column, stats);
    return stats;
  }

  /** An exact canonical header has that field's kind even where the team mapped the field elsewhere. */
  private kindOf(column: number): FieldKind | undefined {
    return kindOf('accounts', this.fieldOf(column));
  }

  /** The field a column holds; '' for a column that goes by its own header. */
  private fieldOf(column: number): string {
    const header = this.table.headers[column] ?? '';
    const match = [...this.matches.values()].find((candidate) => candidate.column === column);
    return match?.field ?? fieldNamed('accounts', header) ?? '';
  }

  /** The list's only column of currency codes, for a column of money whose header names none (`Currency`, `Account currency`). */
  private currencyColumnOf(column: number): number | undefined {
    const header = this.table.headers[column] ?? '';
    if (this.kindOf(column) !== 'money' || unitOfHeader(header)?.currency !== undefined) return undefined;
    const columns = this.table.headers.flatMap((one, at) => (CURRENCY_HEADER.test(plain(one)) ? [at] : []));
    return columns.length === 1 ? columns[0] : undefined;
  }

  /** Cells of a column over some rows, or all. */
  private cellsOf(column: number, rows?: readonly number[]): readonly Cell[] {
    const upper = [...this.matches.values()].find((match) => match.column === column)?.upperColumn;
    const currency = this.currencyColumnOf(column);
    const cellOf = (cells: readonly Cell[] | undefined): Cell => {
      const own = cells?.[column] ?? '';
      const cell = upper === undefined ? own : ranged(own, cells?.[upper] ?? '');
      return currency === undefined ? cell : withCurrency(cell, cells?.[currency] ?? '');
    };
    return rows === undefined ? this.table.rows.map(cellOf) : rows.map((row) => cellOf(this.table.rows[row]));
  }
}

/** Fields that count something: their numbers are whole. */
const COUNTS: ReadonlySet<string> = new Set(['Employees', 'Open roles', 'Website visits']);

const CURRENCY_HEADER =
  /^(?:(?:account|company|annual revenue|revenue|deal) )?(?:currency|currency code|currency iso code|wahrung|devise|moneda|moeda|valuta)$/;

/** An amount that names no currency, in the one of its row. Three decimals get a zero, so that the point cannot be taken for a group's. */
function withCurrency(amount: Cell, code: Cell): Cell {
  const currency = typeof code === 'string' ? currencyOfMark(fold(code)) : undefined;
  if (currency === undefined || isBlank(amount)) return amount;
  if (typeof amount === 'number')
    return String(amount).includes('e') ? amount : `${currency} ${String(amount).replace(/\.\d{3}$/, '$&0')}`;
  return typeof amount === 'string' && /^\s*[\d.,' ]+\s*[a-z]{0,3}\s*$/i.test(amount) && /\d/.test(amount)
    ? `${currency} ${amount.trim()}`
    : amount;
}

/** Fields of the common vocabulary, made from Industry where the list has no column of that name. */
const DERIVED: ReadonlyMap<string, (industry: Industry | undefined) => string | undefined> = new Map([
  ['industry sector', (industry) => industry?.sector],
  ['linkedin industry', (industry) => industry?.industry ?? industry?.sector],
]);

/** Two columns that hold the ends of one range, as one cell. */
function ranged(low: Cell, high: Cell): Cell {
  if (isBlank(low)) return high;
  return isBlank(high) || low === high ? low : `${textOfCell(low)}-${textOfCell(high)}`;
}
