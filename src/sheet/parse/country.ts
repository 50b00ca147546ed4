/** Countries: names, codes and local spellings to ISO 3166 alpha-2, and the regions that stand for several. */
import english from 'i18n-iso-countries/langs/en.json';
import { alpha3Codes } from './alpha3';
import { translatedNames } from './countrySpellings';
import { lazy } from './lazy';
import { localSpellings, regionTable, TERRITORIES } from './countryTables';
import { fold } from '../../domain/facts/text';
import { plain } from './text';
import { usStateOf } from './usState';

let names: ReadonlyMap<string, string> | undefined;
let regionsByName: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * Alpha-2 code of a country's name (English or local), code of two or three letters, part of the United Kingdom, US state by full name,
 * or of a place whose last part is one of these (`Dunedin, Florida, United States`). A territory stays itself behind its state's name
 * (`Hong Kong, China`). Undefined for typos, regions, several countries, and names two countries share.
 */
export function countryOf(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const whole = lookUp(text);
  if (whole !== undefined) return whole;
  const comma = text.lastIndexOf(',');
  if (comma >= 0) return invertedName(text) ?? placeOf(text.slice(0, comma), text.slice(comma + 1));
  const parts = text.split('/').map(lookUp);
  if (parts.length > 1) return parts.every((part) => part === parts[0]) ? parts[0] : undefined;
  const bracket = /^([^()]+)\(([^()]+)\)\s*$/.exec(text);
  return bracket === null ? undefined : (lookUp(bracket[1] ?? '') ?? lookUp(bracket[2] ?? ''));
}

/** True of the two letters of a country that lists often name; `UK` is one. */
export function isTradingCode(text: string): boolean {
  const code = countryOf(text);
  return code !== undefined && TRADING().has(code);
}

const TRADING = lazy(() => new Set(translatedNames().map(([code]) => code)));

/** Codes a region stands for (`DACH`, `EMEA`, `NA`, …), or none. */
export function regions(text: string): readonly string[] {
  return text.length > 60 ? [] : ((regionsByName ??= regionTable()).get(plain(text)) ?? []);
}

/** Codes of a rule's value: a region's countries, else the one country, else none. */
export function countriesNamed(text: string): readonly string[] {
  const several = regions(text);
  if (several.length > 0) return several;
  const one = countryOf(text);
  return one === undefined ? [] : [one];
}

/** English name of an alpha-2 code; the code itself when it is unknown. */
export function countryName(code: string): string {
  const name = (english.countries as Readonly<Record<string, string | readonly string[]>>)[code];
  if (name === undefined) return code;
  if (typeof name === 'string') return name;
  // Of several the first that means this country alone: `Congo` is two.
  return name.find((one) => countryOf(one) === code) ?? code;
}

/** ISO lists names with their first words last: `Korea, Republic of`, `Bahamas, The`, `Virgin Islands, U.S.`. */
function invertedName(text: string): string | undefined {
  const [name = '', rest = '', ...more] = text.split(',');
  if (more.length > 0) return undefined;
  const words = plain(rest);
  if (
    !/(?:^|\s)of(?:\s+the)?$|^(?:the|former yugoslav republic of|us|british|south|north|state|federal republic|kingdom)$/.test(
      words,
    )
  )
    return undefined;
  const turned = lookUp(`${words} ${name}`);
  // Where the form of government tells two countries apart the whole name decides, elsewhere the name alone.
  const isFormOnly = /^the$|of(?: the)?$/.test(words) && !/^(?:korea|congo|china|guinea)$/.test(plain(name));
  return turned ?? (isFormOnly ? lookUp(name) : undefined);
}

/** After a comma, two letters may be a US state or a country: only those that are one of the two are used. */
function placeOf(before: string, last: string): string | undefined {
  const state = usStateOf(last);
  const country = lookUp(last);
  const isCode = /^\s*[a-z]{2}\s*$/i.test(last);
  if (state === undefined) return country === undefined ? undefined : partOfState(before, country, isCode);
  if (isCode) return country === undefined ? 'US' : undefined;
  // `Atlanta, Georgia` and `Tbilisi, Georgia` look alike.
  return country === undefined || country === 'US' ? 'US' : before.trim() === '' ? country : undefined;
}

/** The country after the commas, or its territory before them; undefined where every part is a country, which is a list of several. */
function partOfState(before: string, country: string, isCode: boolean): string | undefined {
  const parts = before.split(',');
  if (country === 'US' && parts.some((part) => usStateOf(part) !== undefined)) return country;
  const named = parts.map(lookUp);
  const last = named[named.length - 1];
  if (last !== undefined && TERRITORIES.includes(` ${country}-${last} `)) return last;
  // Two letters before a name are a province: `Recife, PE, Brazil`.
  const isList = parts.every(
    (part, position) => named[position] !== undefined && (isCode || !/^(?!u[ks]$)[a-z]{2}$/i.test(part.trim())),
  );
  return isList && named.some((one) => one !== country) ? undefined : country;
}

function lookUp(text: string): string | undefined {
  const flag = flagOf(text);
  if (flag !== undefined) return flag;
  const key = plain(text);
  // NA is "not available" in a cell and a region in a rule, never Namibia.
  if (key === '' || key === 'na') return undefined;
  const table = (names ??= nameTable());
  const found = table.get(key) ?? (key.length > 4 ? table.get(customary(key)) : undefined);
  if (found !== undefined) return found === '' ? undefined : found;
  return key.length > 2 && usStateOf(key) !== undefined ? 'US' : undefined;
}

/** Without an article or a form of government before the name, abbreviations written out: `st lucia`, `solomon is`. */
function customary(key: string): string {
  return key
    .replace(/^the /, '')
    .replace(/^(?:st|sta) /, 'saint ')
    .replace(/ is$/, ' islands')
    .replace(/ sar$/, '')
    .replace(/^(?:federal |islamic )?(?:republic|kingdom) of (?:the )?/, '');
}

function nameTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [alpha2, alpha3] of alpha3Codes(Object.keys(english.countries))) {
    table.set(alpha2.toLowerCase(), alpha2);
    table.set(alpha3.toLowerCase(), alpha2);
  }
  for (const [code, name] of Object.entries(english.countries)) {
    for (const one of typeof name === 'string' ? [name] : name) addName(table, plain(one), code);
  }
  for (const [code, spellings] of translatedNames()) for (const spelling of spellings) addName(table, plain(spelling), code);
  for (const [code, spellings] of localSpellings()) for (const spelling of spellings) table.set(plain(spelling), code);
  return table;
}

/** A name that two countries share (Congo) stands for neither. */
function addName(table: Map<string, string>, key: string, code: string): void {
  const holder = table.get(key);
  table.set(key, holder === undefined || holder === code ? code : '');
}

/** `🇩🇪` is two regional letters. */
function flagOf(text: string): string | undefined {
  const points = Array.from(fold(text)).map((char) => char.codePointAt(0) ?? 0);
  if (points.length !== 2 || !points.every((point) => point >= 0x1f1e6 && point <= 0x1f1ff)) return undefined;
  const code = String.fromCharCode(...points.map((point) => point - 0x1f1e6 + 65));
  return (names ??= nameTable()).get(code.toLowerCase());
}
