/** What was understood of each recognized column, what was read with a doubt, and which cells could not be used: one line each, not one a cell. */
import type { Fact } from '../../domain/facts/fact';
import type { FieldKind } from '../fields';
import { addressText } from '../address';
import type { Cell } from '../grid';
import { makeFact } from '../parse/fact';
import { accountDomain, isSharedHost, registrableDomain } from '../parse/domain';
import { currenciesOf } from '../parse/money';
import { shownText } from '../parse/text';
import { clipped, makeProblem, type Problem } from '../problem';
import { cellsWhere, type ReadColumn } from './readColumn';
import { unknownWordsNamed } from './unknownWords';

/** What a user should know of a column as it was read: its recognition, decisions, mixed currencies and unusable cells. */
export function columnProblems(column: ReadColumn): readonly Problem[] {
  return [
    recognised(column),
    ...decided(column),
    ...mixedCurrencies(column),
    ...ranges(column),
    ...unusable(column),
    ...sharedHosts(column),
  ];
}

function headerAt({ table, match }: ReadColumn): string {
  return addressText({ tab: table.tab, row: table.headerRow, column: table.columns[match.column] ?? 1 });
}

function recognised(column: ReadColumn): Problem {
  const { field, header, confidence, sample, reason } = column.match;
  const why = { typed: 'by the tab Columns', exact: 'by its name', header: 'by its header', cells: 'by what its cells hold' }[
    reason
  ];
  const example = sample === '' ? '' : `, e.g. "${clipped(sample)}"`;
  const message = `"${clipped(header)}" is read as ${field}, ${why} (${Math.round(confidence * 100)} %)${example}.`;
  return makeProblem({
    severity: 'note',
    code: 'COLUMN_RECOGNISED',
    at: headerAt(column),
    found: header,
    message,
    fix: confidence < 0.8 ? 'Name another column in the tab Columns if this is wrong.' : '',
  });
}

function decided(column: ReadColumn): readonly Problem[] {
  return column.notes.map(({ message, fix }) =>
    makeProblem({ severity: 'note', code: 'COLUMN_READ_AS', at: headerAt(column), found: column.match.header, message, fix }),
  );
}

/** Euros and dollars are neither added nor compared; a rule that names no currency takes each amount as it stands, and that must be known. */
function mixedCurrencies(column: ReadColumn): readonly Problem[] {
  if (column.reading.kind !== 'money') return [];
  const { numberStyle, unit } = column.reading;
  const [most, ...others] = currenciesOf(column.cells, numberStyle, unit);
  const hits = cellsWhere(column, (fact) => (fact.quantity?.currency ?? most) !== most);
  if (most === undefined || hits === undefined) return [];
  const message = `"${clipped(column.match.header)}" mixes ${[most, ...others].join(', ')}; amounts in two currencies are never added, nor compared: a rule that names a currency takes the others as unknown, one that names none takes every number as it stands.`;
  return [
    makeProblem({
      severity: 'problem',
      code: 'CURRENCIES_MIXED',
      at: hits.at,
      found: hits.found,
      message,
      fix: 'Convert the amounts to one currency.',
      count: hits.count,
    }),
  ];
}

function ranges(column: ReadColumn): readonly Problem[] {
  if (column.reading.kind !== 'number' && column.reading.kind !== 'money') return [];
  const hits = cellsWhere(column, ({ quantity }) => quantity !== undefined && quantity.low !== quantity.high);
  if (hits === undefined) return [];
  const message = `"${clipped(column.match.header)}" holds ranges; one that lies partly inside a rule is unknown to it.`;
  return [
    makeProblem({ severity: 'note', code: 'CELLS_ARE_RANGES', at: hits.at, found: hits.found, message, count: hits.count }),
  ];
}

/** Websites that are pages on the host of another company: a company may well have no other, so this is no fault of the list. */
function sharedHosts(column: ReadColumn): readonly Problem[] {
  if (column.reading.kind !== 'domain') return [];
  const hits = cellsWhere(column, (_, cell) => isSharedHost(shownText(cell)));
  if (hits === undefined) return [];
  const host = registrableDomain(hits.found) ?? '';
  const message = `"${clipped(column.match.header)}" holds pages on hosts that many companies share, such as ${host}; they identify no company and count as unknown.`;
  return [
    makeProblem({
      severity: 'problem',
      code: 'WEBSITE_ON_SHARED_HOST',
      at: hits.at,
      found: hits.found,
      message,
      fix: 'Write the company’s own website where it has one.',
      count: hits.count,
    }),
  ];
}

/** Filled cells that give no reading of the column's kind: unknown to every rule that asks for one. Countries are compared, as text where they are none. */
function unusable(column: ReadColumn): readonly Problem[] {
  const { kind } = column.reading;
  const expected = EXPECTED.get(kind);
  if (expected === undefined) return [];
  const hits = cellsWhere(column, (fact, cell) => !fact.isBlank && !expected.isUsable(fact, cell));
  if (hits === undefined) return [];
  const words =
    expected === NUMBER ? unknownWordsNamed(column.cells, (cell) => makeFact(cell, column.reading).quantity !== undefined) : '';
  const message = `"${clipped(column.match.header)}" holds cells that are no ${expected.what}${words}; ${kind === 'country' ? 'rules compare them as text' : 'they count as unknown'}.`;
  return [
    makeProblem({
      severity: 'problem',
      code: 'CELLS_UNUSABLE',
      at: hits.at,
      found: hits.found,
      message,
      fix: expected.fix,
      count: hits.count,
    }),
  ];
}

interface Expected {
  readonly what: string;
  readonly fix: string;
  isUsable(fact: Fact, cell: Cell): boolean;
}

const NUMBER: Expected = {
  what: 'number',
  fix: 'Write e.g. 1200, 18.3M or 51-200.',
  isUsable: ({ quantity }) => quantity !== undefined,
};
const DATE: Expected = { what: 'date', fix: 'Write e.g. 2026-01-31.', isUsable: ({ day }) => day !== undefined };
const EXPECTED: ReadonlyMap<FieldKind, Expected> = new Map<FieldKind, Expected>([
  ['number', NUMBER],
  ['money', NUMBER],
  ['date', DATE],
  [
    'year',
    { what: 'year', fix: 'Write e.g. 2015.', isUsable: ({ quantity, day }) => quantity !== undefined || day !== undefined },
  ],
  [
    'country',
    { what: 'country', fix: 'Write a name or an ISO code.', isUsable: ({ countries }) => countries.some((code) => code !== '') },
  ],
  [
    'domain',
    {
      what: 'domain of its own',
      fix: 'Write e.g. acme.com; free mail identifies no company.',
      isUsable: (_, cell) => accountDomain(shownText(cell)) !== undefined || isSharedHost(shownText(cell)),
    },
  ],
]);
