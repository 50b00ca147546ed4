/** Facts: what is known of an account, one attribute at a time, stored as distinct facts and codes. Pure. */

/** A calendar day as whole days since 1970-01-01. */
export type Day = number;

/** A number (`low` = `high`) or a range of numbers, inclusive; `10,001+` reaches to Infinity, `<50` starts at -Infinity. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** ISO 4217, where the cell or its header names one; a bare number takes whatever currency it is compared in. */
  readonly currency?: string;
}

/** Amounts of two currencies cannot be compared; without a currency on either side they can. */
export function isComparable(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** One distinct cell of a column with every reading a rule may ask for. Readings that do not apply are undefined. */
export interface Fact {
  /** Blank in any dress, or an error value: the attribute is unknown. */
  readonly isBlank: boolean;
  /** As people see it, for explanations. */
  readonly shown: string;
  /** Whole cell: trimmed, NFKC, case-folded. */
  readonly text: string;
  /** Items of a list cell and the whole cell, folded as `text`; only the whole cell when it is no list. */
  readonly items: readonly string[];
  /** ISO 3166 alpha-2 codes of the items, where recognized; parallel to `items`, '' where not. */
  readonly countries: readonly string[];
  readonly quantity: Quantity | undefined;
  readonly day: Day | undefined;
  readonly truth: boolean | undefined;
}

/** A column of facts: `facts[codes[i]]` is the fact of account i. */
export interface Attribute {
  /** Header as it stands in the list. */
  readonly header: string;
  readonly codes: Int32Array;
  readonly facts: readonly Fact[];
}
