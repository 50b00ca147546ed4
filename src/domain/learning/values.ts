/** Values of a column and how many accounts hold each: spellings of a country are one value, items of a list count one by one. Pure. */
import type { Attribute, Fact } from '../facts/fact';
import { fold } from '../facts/text';

/** A value of a column. */
export interface Value {
  /** By which spellings are one: a country's code, else the folded text. */
  readonly key: string;
  readonly shown: string;
  /** True where the key is a country's code. */
  readonly isCountry: boolean;
}

/** A value and how many accounts hold it. */
export interface SharedValue extends Value {
  readonly count: number;
}

/** How a country is called: its ISO code, and the cell it was found in. */
export type CountryNames = (code: string, shown: string) => string;

/** Values of each distinct cell of a column; none of a blank one. */
export function valuesByCode(column: Attribute, names: CountryNames): readonly (readonly Value[])[] {
  return column.facts.map((fact) => valuesIn(fact, names));
}

/** Values over some accounts, the most frequent first, ties by what is shown. */
export function valuesOver(column: Attribute, accounts: Iterable<number>, names: CountryNames): readonly SharedValue[] {
  const values = valuesByCode(column, names);
  const found = new Map<string, Value & { count: number }>();
  for (const account of accounts) {
    for (const value of values[column.codes[account] ?? -1] ?? []) {
      const known = found.get(value.key) ?? { ...value, count: 0 };
      known.count += 1;
      found.set(value.key, known);
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.shown < b.shown ? -1 : 1));
}

/** An item of a list, in quotes where a separator stands in it. */
export function quoted(item: string): string {
  return /[;,"]/.test(item) ? `"${item.replace(/"/g, '""')}"` : item;
}

function valuesIn(fact: Fact, names: CountryNames): readonly Value[] {
  if (fact.isBlank) return [];
  const code = fact.countries.find((country) => country !== '');
  if (code !== undefined) return [{ key: code, shown: names(code, fact.shown), isCountry: true }];
  // The whole cell is an item too, and a state has its other spelling beside it.
  const written = [...new Set(fact.items)].filter((item) => item !== fact.text && fold(fact.shown).includes(item));
  if (written.length < 2) return [{ key: fact.text, shown: fact.shown, isCountry: false }];
  return written.map((item) => ({ key: item, shown: asWritten(item, fact.shown), isCountry: false }));
}

/** A folded item in the letters it stands in. */
function asWritten(item: string, shown: string): string {
  const at = fold(shown).indexOf(item);
  const written = shown.slice(at, at + item.length);
  return fold(written) === item ? written : item;
}
