/** Month names: dates written with a word, in the languages that exports come in. */
import type { Day } from '../../domain/facts/fact';

/** First letters that decide the month, per month: English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic. */
const MONTHS: readonly string[] = [
  'jan januar january janvier janv enero ene gennaio gen janeiro januari janner jaenner',
  'feb februar february fevrier fevr fev febrero febbraio fevereiro februari feber',
  'mar march marz maerz mars marzo marco maart mrz mrt',
  'apr april avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei maj',
  'jun june juni juin junio giugno giu junho',
  'jul july juli juillet juil julio luglio lug julho',
  'aug august aout agosto ago augustus augusti',
  'sep sept september septembre septiembre settembre set setembro',
  'oct october oktober okt octobre octubre ottobre ott outubro out',
  'nov november novembre noviembre novembro',
  'dec december dezember dez decembre diciembre dic dicembre dezembro desember des',
];

type DayOf = (year: number, month: number, day: number) => Day | undefined;

/** Day of a folded text such as `5 may 2024`, `may 5, 2024`, `5-may-24`, `wed oct 21 2015 07:28` or `may 2024` (its first day). */
export function matchMonthName(text: string, dayOf: DayOf): Day | undefined {
  const bare = withoutAccents(text).replace(
    /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)[,.]? /,
    '',
  );
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of| de)?[ \-/]*([a-z]{3,10})\.?(?: de)?,?[ \-/]+(\d{4}|\d{2})\b(.*)$/.exec(
    bare,
  );
  if (dayFirst !== null) return build(dayOf, dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
  const monthFirst = /^([a-z]{3,10})\.?[ \-/]*(\d{1,2})(?:st|nd|rd|th)?,?[ \-/]+(\d{4})\b(.*)$/.exec(bare);
  if (monthFirst !== null) return build(dayOf, monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]);
  const yearFirst = /^(\d{4})[ \-/]+([a-z]{3,10})\.?[ \-/]+(\d{1,2})\b(.*)$/.exec(bare);
  if (yearFirst !== null) return build(dayOf, yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4]);
  const month = /^([a-z]{3,10})\.?(?: de)?,?[ \-/]*(\d{4})$/.exec(bare);
  return month === null ? undefined : build(dayOf, month[2], month[1], '1', '');
}

function build(dayOf: DayOf, year = '', word = '', day = '', rest = ''): Day | undefined {
  const month = MONTHS.findIndex((names) => names.split(' ').includes(word)) + 1;
  // What follows may be a time of day, nothing else.
  if (month === 0 || !/^[,\s]*(?:t? ?\d{1,2}:\d{2}.*)?$/.test(rest)) return undefined;
  const number = Number(year);
  return dayOf(year.length === 4 ? number : number < 30 ? 2000 + number : 1900 + number, month, Number(day));
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
