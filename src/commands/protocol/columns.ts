/** Columns of the lists as the page gets them: distinct facts, and a code an account. */
import type { Day } from '../../domain/facts/fact';
import type { Problem } from '../../sheet/problem';
import type { ListMarks } from './replies';

export interface ColumnsReply {
  readonly accountsTab: string;
  readonly contactsTab: string | null;
  readonly headers: readonly string[];
  readonly matches: readonly {
    readonly list: string;
    readonly field: string;
    readonly column: string;
    readonly sample: string;
    readonly confidence: number;
  }[];
  /** Accounts of the list. */
  readonly size: number;
  /** Accounts that the slices together give: `size`, or fewer of a sample. */
  readonly chosen: number;
  /** Of the slice, as are `rows`. */
  readonly keys: readonly string[];
  /** Places in the slice of the rows that repeat an account. */
  readonly duplicates: readonly number[];
  /** 1-based sheet rows. */
  readonly rows: readonly number[];
  readonly errors: number;
  readonly problems: readonly Problem[];
  readonly columns: readonly WireColumn[];
  /** With the first slice only; null where there are none. */
  readonly contacts: WireContacts | null;
  /** Day of the call in the spreadsheet's time zone: a plan counts from it where no `As of` is set. */
  readonly runDay: Day;
  /** Of the lists as this reply read them. */
  readonly marks: Required<ListMarks>;
}

export interface WireColumn {
  /** As asked for. */
  readonly field: string;
  /** Null: the list has no such column. */
  readonly header: string | null;
  readonly facts: readonly WireFact[];
  /** One code an account: 1 base64 digit up to 64 facts, 2 up to 4,096, else 3. */
  readonly codes: string;
}

/** A fact: as shown; blank; items, countries, ends of the quantity (null is infinite) with its currency, day and truth where they are not plain. */
export interface WireFact {
  readonly s: string;
  readonly b?: 1;
  readonly i?: readonly string[];
  readonly c?: readonly string[];
  readonly q?: readonly [low: number | null, high: number | null, currency?: string];
  readonly d?: Day;
  readonly t?: boolean;
}

/** Contacts of the list's accounts as parallel columns; `verified` is a digit each. */
export interface WireContacts {
  readonly accounts: readonly number[];
  readonly titles: readonly string[];
  readonly verified: string;
  readonly unmatched: number;
  /** Name, email and phone of each, when asked for. */
  readonly people: readonly (readonly [string, string, string])[] | null;
}
