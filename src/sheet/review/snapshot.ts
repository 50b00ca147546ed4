/** A closed month as text, and back: facts of the rules' fields, tiers, scores, plan. What the monthly difference is made from. */
import type { Accounts } from '../../domain/facts/accounts';
import type { Attribute, Fact, Quantity } from '../../domain/facts/fact';
import { ruleFields } from '../../domain/review/fields';
import type { ClosedAccounts } from '../../domain/review/movement';
import type { Month } from '../../domain/review/month';
import type { AccountResults } from '../../domain/segments/run';
import { fold } from '../../domain/facts/text';

/** Numbers of a column, one JSON array each; NaN travels as null. */
interface Packed {
  readonly format: 1;
  readonly month: Month;
  readonly asOf: number;
  readonly planHash: string;
  readonly icpHash: string;
  /** The plan as JSON, as it was closed. */
  readonly plan: unknown;
  /** Older name of a segment, its name in this plan. */
  readonly renamed: readonly (readonly [string, string])[];
  readonly keys: readonly string[];
  /** Accounts that repeat an earlier one. Months closed before these were kept go by their keys alone. */
  readonly duplicates?: readonly number[];
  readonly tiers: readonly number[];
  readonly fit: readonly (number | null)[];
  readonly signal: readonly (number | null)[];
  readonly columns: readonly {
    readonly field: string;
    readonly header: string;
    readonly facts: readonly PackedFact[];
    readonly codes: readonly number[];
  }[];
}

/** Shown, blank, items, countries, ends of the quantity (null is infinite) and its currency, day, truth. */
type PackedFact = readonly [
  shown: string,
  isBlank: 0 | 1,
  items: readonly string[] | 0,
  countries: readonly string[] | 0,
  quantity: readonly [low: number | null, high: number | null, currency?: string] | 0,
  day: number | null,
  truth: 0 | 1 | null,
];

/** What stood when a month was closed. */
export interface Snapshot extends Omit<ClosedAccounts, 'plan'> {
  readonly month: Month;
  readonly keys: readonly string[];
  readonly asOf: number;
  readonly planHash: string;
  /** Of the ICP alone: months of one ICP have one. */
  readonly icpHash: string;
  readonly plan: unknown;
  readonly renamed: ReadonlyMap<string, string>;
}

export type SnapshotHeader = Pick<Snapshot, 'month' | 'planHash' | 'icpHash' | 'plan' | 'renamed'>;

/** The run as one JSON text: distinct values, codes, scores and tiers, from which the next month's difference is computed. */
export function packSnapshot({ lists, plan, scores, tiering }: AccountResults, marks: SnapshotHeader): string {
  const packed: Packed = {
    format: 1,
    ...marks,
    renamed: [...marks.renamed],
    asOf: plan.asOf,
    keys: lists.accounts.keys,
    duplicates: lists.accounts.isDuplicate.flatMap((isDuplicate, account) => (isDuplicate ? [account] : [])),
    tiers: Array.from(tiering.final),
    fit: Array.from(scores.fit, orNull),
    signal: Array.from(scores.signal, orNull),
    columns: ruleFields(plan).flatMap((field) => {
      const attribute = lists.accounts.attribute(field);
      return attribute === undefined ? [] : [{ field, header: attribute.header, ...packColumn(attribute) }];
    }),
  };
  return JSON.stringify(packed);
}

/** The month in the text; undefined when the text is none, because a user edited it. */
export function unpackSnapshot(text: string): Snapshot | undefined {
  try {
    const packed = JSON.parse(text) as Packed;
    const { month, asOf, planHash, icpHash, plan, keys, tiers } = packed;
    const renamed = new Map(packed.renamed);
    if ((packed.format as number) !== 1 || tiers.length !== keys.length) return undefined;
    const columns = new Map(packed.columns.map((column) => [fold(column.field), unpackColumn(column)]));
    const accounts: Accounts = {
      size: keys.length,
      keys,
      isDuplicate: duplicatesOf(packed),
      attribute: (field) => columns.get(fold(field)),
    };
    const scores = { fit: numbersOf(packed.fit), signal: numbersOf(packed.signal) };
    return { month, asOf, planHash, icpHash, plan, renamed, keys, accounts, tiers: Uint8Array.from(tiers), ...scores };
  } catch {
    return undefined;
  }
}

function duplicatesOf({ keys, duplicates }: Packed): readonly boolean[] {
  const seen = new Set<string>();
  const repeated = new Set(duplicates);
  return keys.map((key, account) => (duplicates === undefined ? seen.size === seen.add(key).size : repeated.has(account)));
}

function packColumn({ codes, facts }: Attribute): { readonly facts: readonly PackedFact[]; readonly codes: readonly number[] } {
  return { facts: facts.map(packFact), codes: Array.from(codes) };
}

function packFact({ shown, isBlank, text, items, countries, quantity, day, truth }: Fact): PackedFact {
  const isPlain = items.length === 1 && items[0] === text && text === fold(shown);
  return [
    shown,
    isBlank ? 1 : 0,
    isPlain ? 0 : items,
    countries.some((code) => code !== '') ? countries : 0,
    quantity === undefined ? 0 : packQuantity(quantity),
    day ?? null,
    truth === undefined ? null : truth ? 1 : 0,
  ];
}

function unpackColumn({ header, facts, codes }: Packed['columns'][number]): Attribute {
  return { header, codes: Int32Array.from(codes), facts: facts.map(unpackFact) };
}

function unpackFact([shown, isBlank, items, countries, quantity, day, truth]: PackedFact): Fact {
  const text = fold(shown);
  const all = items === 0 ? [text] : items;
  return {
    isBlank: isBlank === 1,
    shown,
    text,
    items: all,
    countries: countries === 0 ? all.map(() => '') : countries,
    quantity: quantity === 0 ? undefined : quantityOf(quantity),
    day: day ?? undefined,
    truth: truth === null ? undefined : truth === 1,
  };
}

function packQuantity({ low, high, currency }: Quantity): Exclude<PackedFact[4], 0> {
  return currency === undefined ? [endOf(low), endOf(high)] : [endOf(low), endOf(high), currency];
}

function quantityOf([low, high, currency]: Exclude<PackedFact[4], 0>): Quantity {
  return { low: low ?? -Infinity, high: high ?? Infinity, ...(currency === undefined ? {} : { currency }) };
}

/** JSON has no infinity. */
function endOf(end: number): number | null {
  return Number.isFinite(end) ? end : null;
}

function orNull(score: number): number | null {
  return Number.isNaN(score) ? null : score;
}

function numbersOf(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? NaN);
}
