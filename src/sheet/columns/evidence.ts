/** What a column's cells hold, from a sample spread over the list: shares of domains, numbers, countries and the like. */
import { isCalendarDate, type Cell } from '../grid';
import { isBlank } from '../parse/blank';
import { countryOf, isTradingCode } from '../parse/country';
import { readDay } from '../parse/date';
import { isFreeMail, isSharedHost, registrableDomain } from '../parse/domain';
import { emailOf, emailStatus } from '../parse/email';
import { industryOf } from '../parse/industry';
import { COMMA, POINT, readQuantity } from '../parse/number';
import { shownText } from '../parse/text';
import { seniorityOf } from '../parse/title';
import { usStateOf } from '../parse/usState';

/** Shares are of the filled cells of the sample, 0 to 1; all 0 when nothing is filled. */
export interface Evidence {
  readonly filled: number;
  /** Filled cells ÷ all cells of the sample. */
  readonly fillRate: number;
  readonly domain: number;
  /** Addresses at social networks, directories and free mail. */
  readonly shared: number;
  /** Cells with the most frequent domain ÷ cells with a domain: a directory's pages all have its own. */
  readonly oneDomain: number;
  /** Different domains ÷ different cells with a domain. */
  readonly distinctDomains: number;
  readonly email: number;
  readonly emailStatus: number;
  readonly number: number;
  readonly money: number;
  readonly band: number;
  readonly year: number;
  readonly date: number;
  readonly country: number;
  /** `country` for a column of which nothing but its cells is known: without words for yes and no, and codes few lists use for countries. */
  readonly countryAlone: number;
  readonly usState: number;
  readonly industry: number;
  readonly title: number;
  /** Holds a letter. */
  readonly letters: number;
  /** A number in capitals, `AC-0012`: no word of a language. */
  readonly code: number;
  /** Distinct ÷ filled. */
  readonly distinct: number;
  readonly averageLength: number;
  /** First filled cell as people see it. */
  readonly sample: string;
}

/** Fewer filled cells say nothing of their column: neither what it is nor what it is not. */
export const FEWEST_CELLS = 3;
const SAMPLE = 200;

/** Evidence of a column; `cellAt(row)` gives its cells, row 0 to count − 1. At most 200 cells are looked at. */
export function evidenceOf(count: number, cellAt: (row: number) => Cell): Evidence {
  const step = Math.max(1, count / SAMPLE);
  const tally = new Map<string, number>();
  const distinct = new Set<string>();
  const domains = new Map<string, number>();
  const addresses = new Set<string>();
  let looked = 0;
  let filled = 0;
  let length = 0;
  let sample = '';
  for (let at = 0; Math.floor(at) < count; at += step) {
    const cell = cellAt(Math.floor(at));
    looked += 1;
    if (isBlank(cell)) continue;
    filled += 1;
    const text = shownText(cell).slice(0, 300);
    if (sample === '') sample = text.slice(0, 80);
    distinct.add(text);
    length += text.length;
    const domain = domainIn(cell, text);
    if (domain !== undefined) {
      domains.set(domain, (domains.get(domain) ?? 0) + 1);
      addresses.add(text);
    }
    for (const mark of marksOf(cell, text, domain)) tally.set(mark, (tally.get(mark) ?? 0) + 1);
  }
  const withDomain = [...domains.values()].reduce((sum, count) => sum + count, 0);
  const share = (mark: Mark): number => (filled === 0 ? 0 : (tally.get(mark) ?? 0) / filled);
  return {
    filled,
    fillRate: looked === 0 ? 0 : filled / looked,
    domain: share('domain'),
    shared: share('shared'),
    oneDomain: withDomain === 0 ? 0 : Math.max(...domains.values()) / withDomain,
    distinctDomains: addresses.size === 0 ? 0 : domains.size / addresses.size,
    email: share('email'),
    emailStatus: share('emailStatus'),
    number: share('number'),
    money: share('money'),
    band: share('band'),
    year: share('year'),
    date: share('date'),
    country: share('country'),
    countryAlone: share('country') - (areCountryCodes(distinct) ? 0 : share('countryCode')),
    usState: share('usState'),
    industry: share('industry'),
    title: share('title'),
    letters: share('letters'),
    code: share('code'),
    distinct: filled === 0 ? 0 : distinct.size / filled,
    averageLength: filled === 0 ? 0 : length / filled,
    sample,
  };
}

const CODE = /^[a-z]{2}$/i;
/** Words for yes and no that are codes of countries too: Norway, Slovenia, Niger … */
const YES_NO = ' no si ne da ya ja ie ';

/** True where at least half of the distinct pairs of letters are codes of trading countries: `SM`, `MM`, `LA` are sizes, `Si` and `No` answers. */
function areCountryCodes(distinct: ReadonlySet<string>): boolean {
  const codes = new Set([...distinct].filter((text) => CODE.test(text)).map((text) => text.toLowerCase()));
  const trading = [...codes].filter((code) => !YES_NO.includes(` ${code} `) && isTradingCode(code));
  return trading.length * 2 >= codes.size;
}

type Mark =
  | 'domain'
  | 'shared'
  | 'email'
  | 'emailStatus'
  | 'number'
  | 'money'
  | 'band'
  | 'year'
  | 'date'
  | 'country'
  | 'countryCode'
  | 'usState'
  | 'industry'
  | 'title'
  | 'letters'
  | 'code';

/** Registrable domain of a cell that is no e-mail address. */
function domainIn(cell: Cell, text: string): string | undefined {
  return typeof cell === 'string' && text.includes('.') && !text.includes('@') ? registrableDomain(text) : undefined;
}

function marksOf(cell: Cell, text: string, domain: string | undefined): Mark[] {
  const marks: Mark[] = [];
  const quantity = readQuantity(cell, POINT) ?? readQuantity(cell, COMMA);
  if (quantity !== undefined) {
    marks.push('number');
    if (quantity.currency !== undefined) marks.push('money');
    if (quantity.low !== quantity.high && quantity.currency === undefined) marks.push('band');
    if (quantity.low === quantity.high && Number.isInteger(quantity.low) && quantity.low >= 1600 && quantity.low <= 2100)
      marks.push('year');
  }
  if (isCalendarDate(cell) || (quantity === undefined && readDay(cell, { order: 'dmy', isDateColumn: false }) !== undefined))
    marks.push('date');
  else if (quantity === undefined && readDay(cell, { order: 'mdy', isDateColumn: false }) !== undefined) marks.push('date');
  if (typeof cell !== 'string') return marks;
  if (/\p{L}/u.test(text)) marks.push('letters');
  if (/^(?=.*\d.*\d)[\p{Lu}\d._/#-]+$/u.test(text)) marks.push('code');
  if (text.includes('@')) {
    if (emailOf(text) !== undefined) marks.push('email');
  } else if (domain !== undefined) {
    marks.push(isSharedHost(text) || isFreeMail(text) ? 'shared' : 'domain');
  }
  if (countryOf(text) !== undefined || (/[;|]/.test(text) && countryOf(text.split(/[;|]/)[0] ?? '') !== undefined))
    marks.push('country', ...(CODE.test(text) ? (['countryCode'] as const) : []));
  if (usStateOf(text) !== undefined) marks.push('usState');
  if (
    emailStatus(text) !== 'unknown' &&
    !/^(?:yes|no|true|false|new|low|medium|current|error|success|failed|passed)$/i.test(text)
  )
    marks.push('emailStatus');
  if (industryOf(text) !== undefined) marks.push('industry');
  if ((seniorityOf(text) ?? 'IC') !== 'IC' && text.length < 100) marks.push('title');
  return marks;
}
