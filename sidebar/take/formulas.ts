/** Formulas for people to paste beside their own rows, with the separators their spreadsheet takes. */
import { partsOf } from '../../src/domain/facts/day';
import type { Day } from '../../src/domain/facts/fact';
import { columnLetters, quotedTab } from '../../src/sheet/address';

/** Locales whose formulas part arguments with a comma; all others use a semicolon. */
const COMMA =
  /^(en(?!_ZA|_DK)|zh|ja|ko|th|iw|he|hi|bn|ta|te|ml|mr|gu|kn|pa|ur|fil|cy|ga|es_(MX|US|GT|HN|NI|PA|PR|SV|DO)|ar_(AE|SA|EG|BH|JO|KW|LB|LY|OM|QA|SY|YE))/;

/** What parts the arguments of a formula in the spreadsheet's locale, such as `en_US` or `de-DE`. */
export function separatorOf(locale: string): ',' | ';' {
  return COMMA.test(locale.replace('-', '_')) ? ',' : ';';
}

/** Columns of `Scores` that people look up, by their headers in row 2; the tab is as wide as this. */
const LOOKED_UP = ['Tier', 'Fit', 'Segment'];
const KEY = 'Account key';
export const SCORES_RANGE = '$A:$Z';

export interface Copyable {
  readonly title: string;
  readonly formula: string;
  readonly note: string;
}

/** The native look-up first, which works for everyone; then the add-on's own function. `keyColumn` and `width` are 1-based. */
export function formulasFor(at: {
  readonly locale: string;
  readonly accountsTab: string;
  readonly keyColumn: number;
  readonly width: number;
  readonly lastRow: number;
  readonly scoresTab: string;
  /** What `within last` counts back from: no formula reads the clock. */
  readonly asOf: Day;
}): readonly Copyable[] {
  const s = separatorOf(at.locale);
  const scores = quotedTab(at.scoresTab);
  const under = (header: string): string =>
    `INDEX(${scores}!${SCORES_RANGE}${s} 0${s} MATCH("${header}"${s} ${scores}!$2:$2${s} 0))`;
  const lookups = LOOKED_UP.map((name) => ({
    title: `${name} beside each account`,
    formula: `=XLOOKUP(${columnLetters(at.keyColumn)}2${s} ${under(KEY)}${s} ${under(name)}${s} "")`,
    note: 'Paste into row 2 of a free column and fill down. Works for everyone, without the add-on.',
  }));
  const range = `${quotedTab(at.accountsTab)}!A1:${columnLetters(at.width)}${at.lastRow}`;
  const { year, month, day } = partsOf(at.asOf);
  return [
    ...lookups,
    {
      title: 'Live fit score',
      formula: `=ICP_SCORE(${range}${s} 'Plan ICP'!A:K${s} DATE(${year}${s} ${month}${s} ${day}))`,
      note: 'Paste into row 1 of a free column outside the range. Recalculates with the plan, for people who have the add-on; the date is the day that “within last” counts from.',
    },
  ];
}
