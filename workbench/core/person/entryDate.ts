/** Texts that become dates or times when typed: the coercion that turns a size band `1-2` into 2 January. */
import type { EntryRules } from './entryRules';
import { daySerial } from '../zone';

interface DateEntry {
  readonly value: number;
  readonly format: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMES =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH_DAY = new RegExp(`^${NAMES}[ .-]*(\\d{1,2})(?:st|nd|rd|th)?(?:,?[ -]+(\\d{4}|\\d{2}))?$`, 'i');
const DAY_MONTH = new RegExp(`^(\\d{1,2})[ .-]*${NAMES}(?:[ ,.-]+(\\d{4}|\\d{2}))?$`, 'i');
const MONTH_YEAR = new RegExp(`^${NAMES}[ -]+(\\d{4})$`, 'i');
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?$/i;

/** The serial and number format of a date, a time or both; undefined where the text stays a text. */
export function parseDateEntry(text: string, rules: EntryRules): DateEntry | undefined {
  const trimmed = text.trim();
  if (!/\d/.test(trimmed) || trimmed.length > 40) return undefined;
  const time = parseTime(trimmed);
  if (time !== undefined) return { value: time, format: 'hh:mm:ss' };
  const split = /^(.+?)[ T]+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?)$/i.exec(trimmed);
  const day = parseDay(split?.[1] ?? trimmed, rules);
  if (!day) return undefined;
  const clock = split ? parseTime(split[2] ?? '') : 0;
  if (clock === undefined) return undefined;
  return { value: day.value + clock, format: split ? `${day.format} hh:mm:ss` : day.format };
}

function parseTime(text: string): number | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, hours = '', minutes = '', seconds = '0', half] = found;
  const pm = half?.toLowerCase() === 'pm';
  const hour = half ? (Number(hours) % 12) + (pm ? 12 : 0) : Number(hours);
  if (Number(minutes) > 59 || Number(seconds) > 59 || (half && Number(hours) > 12)) return undefined;
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

function parseDay(text: string, rules: EntryRules): DateEntry | undefined {
  return parseNumericDay(text, rules) ?? parseNamedDay(text, rules);
}

function parseNumericDay(text: string, rules: EntryRules): DateEntry | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return made(Number(iso[1]), Number(iso[3]), Number(iso[4]), 'yyyy-mm-dd');
  const found = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (!found) return undefined;
  const [, first = '', mark = '', second = '', yearText] = found;
  // A dot separates dates only where it does not separate decimals.
  const monthFirst = /^en_(US|PH)|^en$/.test(rules.locale);
  if (mark === '.' && monthFirst) return undefined;
  const [month, day] = monthFirst ? [first, second] : [second, first];
  const format = yearText
    ? monthFirst
      ? `m${mark}d${mark}yyyy`
      : `dd${mark}mm${mark}yyyy`
    : monthFirst
      ? `m${mark}d`
      : `d${mark}m`;
  return made(yearText ? fullYear(yearText) : rules.year, Number(month), Number(day), format);
}

function parseNamedDay(text: string, rules: EntryRules): DateEntry | undefined {
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return made(Number(monthYear[2]), monthOf(monthYear[1]), 1, 'mmm yyyy');
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return named(monthOf(monthDay[1]), Number(monthDay[2]), monthDay[3], rules);
  const dayMonth = DAY_MONTH.exec(text);
  return dayMonth ? named(monthOf(dayMonth[2]), Number(dayMonth[1]), dayMonth[3], rules) : undefined;
}

function named(month: number, day: number, year: string | undefined, rules: EntryRules): DateEntry | undefined {
  return made(year ? fullYear(year) : rules.year, month, day, year ? 'mmm d, yyyy' : 'mmm d');
}

function made(year: number, month: number, day: number, format: string): DateEntry | undefined {
  const value = daySerial(year, month, day);
  return value === undefined ? undefined : { value, format };
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 50 ? 2000 : 1900);
}
