/** The lists as the page holds them: columns decoded from the server's slices into the domain's accounts and contacts. */
import type { Contact, Lists } from '../../src/domain/facts/accounts';
import type { Attribute, Fact } from '../../src/domain/facts/fact';
import type { ColumnsReply, WireColumn, WireFact } from '../../src/commands/protocol/columns';
import { fold } from '../../src/domain/facts/text';

/** What the page knows of the lists; columns arrive as they are asked for. */
export interface PageLists {
  readonly meta: Omit<ColumnsReply, 'columns' | 'contacts'>;
  readonly lists: Lists;
  /** By folded field; null where the list has no such column. A field that is not among them was never asked for. */
  readonly columns: ReadonlyMap<string, Attribute | null>;
  /** The same fields as they were asked for. */
  readonly names: readonly string[];
  /** Accounts read, of `meta.size`. */
  readonly read: number;
}

const NO_MARKS = { extent: '', cells: '' };

const DIGITS = new Map(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', (digit, value) => [digit, value]),
);

/** Slices of one list in order, as one. */
export function listsFrom(slices: readonly ColumnsReply[]): PageLists | undefined {
  const [first] = slices;
  if (first === undefined) return undefined;
  const wire = first.contacts;
  const keys = slices.flatMap((slice) => slice.keys);
  const rows = slices.flatMap((slice) => slice.rows);
  const columns = columnsFrom(slices);
  const all = (wire?.accounts ?? []).map((account, index): Contact => {
    const [name = '', email = '', phone = ''] = wire?.people?.[index] ?? [];
    return {
      account,
      person: index,
      title: wire?.titles[index] ?? '',
      name,
      email,
      phone,
      isVerified: wire?.verified[index] === '1',
    };
  });
  const contacts =
    wire === null ? undefined : { all: all.filter(({ account }) => account < keys.length), unmatched: wire.unmatched };
  return withColumns(
    {
      // Slices of different states of the sheet are like no state of it.
      meta: {
        ...first,
        keys,
        rows,
        ...(slices.every(({ marks }) => marks.cells === first.marks.cells) ? {} : { marks: NO_MARKS }),
      },
      lists: { accounts: emptyAccounts(keys, slices.flatMap(duplicatesOf)), contacts },
      columns,
      names: [],
      read: keys.length,
    },
    slices,
  );
}

/** The same lists with the columns of later replies. */
export function withColumns(lists: PageLists, slices: readonly ColumnsReply[]): PageLists {
  const columns = new Map([...lists.columns, ...columnsFrom(slices)]);
  const accounts = { ...lists.lists.accounts, attribute: (field: string) => columns.get(fold(field)) ?? undefined };
  const names = [...new Set([...lists.names, ...(slices[0]?.columns ?? []).map(({ field }) => field)])];
  return { ...lists, lists: { ...lists.lists, accounts }, columns, names };
}

/** Whether the list has a column for a field, fetched or not. */
export function hasColumn({ columns, meta }: PageLists, field: string): boolean {
  const name = fold(field);
  const known = columns.get(name);
  if (known !== undefined) return known !== null;
  return meta.headers.some((header) => fold(header) === name);
}

/** Cell of an account as people see it; '' where it is blank or has no column. */
export function shownOf({ lists }: PageLists, field: string, account: number): string {
  const attribute = lists.accounts.attribute(field);
  const fact = attribute?.facts[attribute.codes[account] ?? -1];
  return fact === undefined || fact.isBlank ? '' : fact.shown;
}

/** What people call an account: its name, else its key. */
export function nameOf(lists: PageLists, account: number): string {
  return shownOf(lists, 'Account name', account) || (lists.meta.keys[account] ?? '');
}

function duplicatesOf({ keys, duplicates }: ColumnsReply): readonly boolean[] {
  const positions = new Set(duplicates);
  return keys.map((_, position) => positions.has(position));
}

function emptyAccounts(keys: readonly string[], isDuplicate: readonly boolean[]): Lists['accounts'] {
  return { size: keys.length, keys, isDuplicate, attribute: () => undefined };
}

function columnsFrom(slices: readonly ColumnsReply[]): Map<string, Attribute | null> {
  const columns = new Map<string, Attribute | null>();
  for (const { field } of slices[0]?.columns ?? []) {
    const parts = slices.flatMap((slice) => slice.columns.find((column) => column.field === field) ?? []);
    columns.set(fold(field), attributeOf(parts));
  }
  return columns;
}

/** Facts of a later slice stand behind those of the earlier ones. */
function attributeOf(parts: readonly WireColumn[]): Attribute | null {
  const header = parts[0]?.header ?? null;
  if (header === null) return null;
  const facts: Fact[] = [];
  const codes: number[] = [];
  for (const part of parts) {
    const offset = facts.length;
    for (const fact of part.facts) facts.push(factOf(fact));
    for (const code of codesOf(part)) codes.push(code + offset);
  }
  return { header, facts, codes: Int32Array.from(codes) };
}

function codesOf({ facts, codes }: WireColumn): readonly number[] {
  const width = facts.length > 4096 ? 3 : facts.length > 64 ? 2 : 1;
  const found: number[] = [];
  for (let at = 0; at < codes.length; at += width) {
    let code = 0;
    for (let digit = at; digit < at + width; digit += 1) code = code * 64 + (DIGITS.get(codes.charAt(digit)) ?? 0);
    found.push(code);
  }
  return found;
}

function factOf({ s, b, i, c, q, d, t }: WireFact): Fact {
  const text = fold(s);
  const items = i ?? [text];
  return {
    isBlank: b === 1,
    shown: s,
    text,
    items,
    countries: c ?? items.map(() => ''),
    quantity:
      q === undefined
        ? undefined
        : { low: q[0] ?? -Infinity, high: q[1] ?? Infinity, ...(q[2] === undefined ? {} : { currency: q[2] }) },
    day: d,
    truth: t,
  };
}
