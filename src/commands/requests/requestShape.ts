/** Fields that a request must have, each of its kind: what is wrong is said by the field's name before anything is done. */
import { invalidRequest } from './invalidRequest';

interface Shape {
  readonly is: (value: unknown) => boolean;
  /** Behind "must be". */
  readonly words: string;
}

const TEXT: Shape = { is: (value) => typeof value === 'string', words: 'text' };
const ROW: Shape = { is: (value) => Number.isSafeInteger(value) && Number(value) >= 1, words: 'a row from 1' };
const TEXTS: Shape = { is: (value) => Array.isArray(value) && value.every(TEXT.is), words: 'an array of texts' };
const ROWS: Shape = {
  is: (value) => Array.isArray(value) && value.every(isRow),
  words: 'rows of texts, numbers and truth values',
};

function isRow(row: unknown): boolean {
  return Array.isArray(row) && row.every((cell) => ['string', 'number', 'boolean'].includes(typeof cell));
}

const REQUIRED: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  columns: { fields: TEXTS },
  csvImport: { title: TEXT, row: ROW, rows: ROWS },
  draft: { text: TEXT },
  planGrid: { accounts: ROWS, asOf: TEXT },
  scoreHistory: { key: TEXT },
  show: { tab: TEXT },
};
const OPTIONAL: Readonly<Record<string, Shape>> = {
  accountsTab: TEXT,
  contactsTab: TEXT,
  asOf: TEXT,
  key: TEXT,
  contacts: ROWS,
  starter: TEXT,
  row: ROW,
};

/** @throws Refusal that names the first field of the wrong kind; `kind` is one that is answered. */
export function assertShape(kind: string, request: object): void {
  const required = Object.prototype.hasOwnProperty.call(REQUIRED, kind) ? (REQUIRED[kind] ?? {}) : {};
  for (const [name, { is, words }] of Object.entries({ ...OPTIONAL, ...required })) {
    const value: unknown = Reflect.get(request, name);
    if (!(value === undefined && required[name] === undefined) && !is(value)) throw invalidRequest(`"${name}" must be ${words}.`);
  }
}
