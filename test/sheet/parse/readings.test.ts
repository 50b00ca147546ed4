/** The table of cells and their expected readings, one line a fact. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBlank } from '../../../src/sheet/parse/blank';
import { countryOf, regions } from '../../../src/sheet/parse/country';
import { isoOf, readDay, type DateStyle } from '../../../src/sheet/parse/date';
import { registrableDomain } from '../../../src/sheet/parse/domain';
import { emailStatus } from '../../../src/sheet/parse/email';
import { readQuantity, type Reading } from '../../../src/sheet/parse/number';
import { seniorityOf } from '../../../src/sheet/parse/title';
import { readTruth } from '../../../src/sheet/parse/truth';
import { parseCsv } from '../../../src/sheet/table/csv';

function linesOf(file: string): readonly (readonly string[])[] {
  return parseCsv(readFileSync(join(__dirname, file), 'utf8'), ',').slice(1);
}

const lines = linesOf('readings.csv');
/** Written down before the readers of amounts, countries and blanks were changed: 41 of 162 were right then, 160 after the first change. */
const heldOut = linesOf('heldOutReadings.csv');

/** `51..200 USD`, `0.12 percent`, `none`; a bound that is left out itself, as by `<50`, has an apostrophe: `-inf..50'`. */
function shownQuantity(read: Reading | undefined): string {
  if (read === undefined) return 'none';
  const end = (value: number): string => {
    const rounded = Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
    return String(rounded).replace('Infinity', 'inf').replace('e+', 'e') + (rounded === value ? '' : "'");
  };
  const amount = read.low === read.high ? end(read.low) : `${end(read.low)}..${end(read.high)}`;
  return amount + (read.currency === undefined ? '' : ` ${read.currency}`) + (read.isPercent ? ' percent' : '');
}

function dateStyle(option: string): DateStyle {
  return { order: option === 'dmy' || option === 'mdy' ? option : undefined, isDateColumn: option === 'date' };
}

const readers: Record<string, (cell: string, option: string) => string> = {
  number: (cell, option) => shownQuantity(readQuantity(cell, { decimal: option === ',' ? ',' : '.' })),
  day: (cell, option) => {
    const day = readDay(cell, dateStyle(option));
    return day === undefined ? 'none' : isoOf(day);
  },
  domain: (cell) => registrableDomain(cell) ?? 'none',
  country: (cell) => countryOf(cell) ?? 'none',
  region: (cell) => regions(cell).join(' ') || 'none',
  truth: (cell) => String(readTruth(cell) ?? 'none'),
  blank: (cell) => String(isBlank(cell)),
  status: (cell) => emailStatus(cell),
  seniority: (cell) => seniorityOf(cell) ?? 'none',
};

describe('the table of readings', () => {
  it('holds at least 300 cells', () => expect(lines.length).toBeGreaterThanOrEqual(300));

  it.each([...lines, ...heldOut])('reads %s "%s" (%s) as %s', (reader, cell, option, expected) => {
    const text = cell
      .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
      .replace(/\\\\/g, '\\');
    expect(readers[reader]!(text, option)).toBe(expected);
  });
});
