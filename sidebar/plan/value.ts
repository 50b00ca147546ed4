/**
 * Values as they are typed, read at once where they are plain; the rest waits for the server, whose reading is the run's.
 * What is read here must be read there alike: `test/sidebar/value.test.ts` holds the two against each other.
 */
import type { Bound, Operator, Term, Test } from '../../src/domain/rules/rule';
import { fold } from '../../src/domain/facts/text';
import type { Cell } from './entries';

/** Countries of a folded text as the list's own cells tell them; undefined when only the server can. */
export type KnownCountries = (folded: string) => readonly string[] | undefined;

const NUMBER = /^[$€£]?(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(k|K|m|M|MM|b|B|bn)?( ?%)?$/;
const SCALES = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mm', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
]);

/** The test, or undefined when only the server can tell. */
export function readValue(operator: Operator, value: Cell, countries: KnownCountries): Test | undefined {
  const text = String(value).trim();
  switch (operator) {
    case 'is known':
    case 'is unknown':
    case 'is true':
    case 'is false':
      return { operator };
    case 'is':
    case 'is not': {
      const term = termOf(text, countries);
      return term && { operator, terms: [term] };
    }
    case 'in':
    case 'not in': {
      const terms = itemsOf(text).map((item) => termOf(item, countries));
      return terms.length > 0 && terms.every((term) => term !== undefined) ? { operator, terms } : undefined;
    }
    case 'contains':
    case 'does not contain':
      return text === '' ? undefined : { operator, text: fold(text) };
    case 'at least':
    case 'at most': {
      const bound = boundOf(value);
      return bound && { operator, bound };
    }
    case 'between':
      return readBetween(text);
    case 'within last':
      return /^\d{1,4}( months?)?$/.test(text) ? { operator, months: parseInt(text, 10) } : undefined;
  }
}

/** Items of a list: `;` parts, else `,`; quotes keep a separator. */
export function itemsOf(text: string): readonly string[] {
  const bare = text.replace(/"(?:[^"]|"")*"/g, '');
  const separator = bare.includes(';') ? ';' : ',';
  const parts = text.match(separator === ';' ? /(?:"(?:[^"]|"")*"|[^;])+/g : /(?:"(?:[^"]|"")*"|[^,])+/g) ?? [];
  return parts
    .map((part) => part.replace(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replace(/""/g, '"')).trim())
    .filter((part) => part !== '');
}

/** A plain number in en-US form with k, M, B, currency or %. */
export function numberOf(value: Cell): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const match = NUMBER.exec(String(value).trim());
  if (match === null) return undefined;
  const [, whole = '', fraction = '', scale = '', percent] = match;
  const bare = Number(whole.replace(/,/g, '') + fraction);
  if (percent !== undefined) return scale === '' ? bare / 100 : undefined;
  return bare * (SCALES.get(scale.toLowerCase()) ?? 1);
}

/** A share: `20%`, 0.2 and 20 are the same; a bare number of 1 or more is percent. */
export function shareOf(value: Cell): number | undefined {
  const number = numberOf(value);
  if (number === undefined) return undefined;
  const share = number >= 1 && !String(value).includes('%') ? number / 100 : number;
  return share <= 1 ? share : undefined;
}

/** Text with digits may be a number in a dress only the server knows. */
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
]);

/** ISO 4217 of a number that {@link numberOf} reads, for a bound or a term. */
function currencyOf(value: Cell): { readonly currency?: string } {
  const currency = CURRENCIES.get(/[$€£]/.exec(String(value))?.[0] ?? '');
  return currency === undefined ? {} : { currency };
}

function termOf(text: string, countries: KnownCountries): Term | undefined {
  const number = numberOf(text);
  if (text === '' || (number === undefined && /\p{Nd}/u.test(text))) return undefined;
  const known = countries(fold(text));
  return known && { text: fold(text), number, ...(number === undefined ? {} : currencyOf(text)), countries: known };
}

function readBetween(text: string): Test | undefined {
  const [low = '', high = '', more] = text.split(/\s*;\s*|\s+to\s+|\s*[-–]\s*/);
  const marks = (end: string): string => end.replace(/[\d.,$€£]/g, '');
  // A suffix on the upper end may serve the lower one; the server knows when.
  if (more !== undefined || marks(low) !== marks(high)) return undefined;
  const [from, to] = [numberOf(low), numberOf(high)];
  const [one, other] = [currencyOf(low), currencyOf(high)];
  // Ends in two currencies are refused, and the server says how.
  if (
    from === undefined ||
    to === undefined ||
    from > to ||
    (one.currency ?? other.currency) !== (other.currency ?? one.currency)
  )
    return undefined;
  return {
    operator: 'between',
    from: { kind: 'number', value: from, ...other, ...one },
    to: { kind: 'number', value: to, ...one, ...other },
  };
}

function boundOf(value: Cell): Bound | undefined {
  const number = numberOf(value);
  if (number !== undefined) return { kind: 'number', value: number, ...currencyOf(value) };
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value).trim());
  if (iso === null) return undefined;
  const time = Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  return new Date(time).toISOString().startsWith(iso[0]) ? { kind: 'day', day: time / 864e5 } : undefined;
}
