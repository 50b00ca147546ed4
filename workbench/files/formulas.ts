/** Formulas between Sheets and XLSX: which ones every reader knows, their prefixes, and shared formulas spelled out. */
import { columnLetters, positionOf } from '../core/document/a1';

/** Functions that Sheets, Excel and LibreOffice compute alike and store by plain name; any other is exported as its value. */
const PLAIN = new Set(
  `ABS ACOS AND ASIN ATAN ATAN2 AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS CEILING CHAR CHOOSE CLEAN CODE COLUMN COLUMNS COMBIN
  CONCATENATE CORREL COS COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DATEVALUE DAY DEGREES EDATE EOMONTH EXACT EXP FACT FALSE
  FIND FIXED FLOOR FORECAST HLOOKUP HOUR IF IFERROR INDEX INDIRECT INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNUMBER ISODD
  ISTEXT LARGE LEFT LEN LN LOG LOG10 LOOKUP LOWER MATCH MAX MAXA MEDIAN MID MIN MINA MINUTE MOD MODE MONTH N NA NETWORKDAYS NOT NOW
  NPER NPV OFFSET OR PERCENTILE PI PMT POWER PRODUCT PROPER QUARTILE QUOTIENT RADIANS RAND RANK RATE REPLACE REPT RIGHT ROUND
  ROUNDDOWN ROUNDUP ROW ROWS SEARCH SECOND SIGN SIN SLOPE SMALL SQRT STDEV SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ T
  TAN TEXT TIME TIMEVALUE TODAY TRIM TRUE TRUNC UPPER VALUE VAR VLOOKUP WEEKDAY WEEKNUM WORKDAY YEAR`.split(/\s+/),
);

/** Newer ones, which XLSX files keep under a prefix. */
const PREFIXED = new Set(['CONCAT', 'DAYS', 'IFNA', 'IFS', 'MAXIFS', 'MINIFS', 'SWITCH', 'TEXTJOIN', 'XLOOKUP', 'XOR']);

const STRINGS = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/**
 * The formula as an XLSX file keeps it, without `=`; undefined when another reader could not compute it (custom
 * functions, functions that spill, ranges open at one end), so that its value must be exported instead.
 */
export function xlsxFormula(formula: string): string | undefined {
  const body = formula.slice(1);
  const code = body.replace(STRINGS, '""');
  if (/[{}]|\$?[A-Z]{1,3}\$?[0-9]+:\$?[A-Z]{1,3}(?![A-Z0-9$])|:\$?[A-Z]{1,3}\$?[0-9]+#/i.test(code)) return undefined;
  for (const [, name = ''] of code.matchAll(/([A-Z_][A-Z0-9_.]*)\s*\(/gi)) {
    if (!PLAIN.has(name.toUpperCase()) && !PREFIXED.has(name.toUpperCase())) return undefined;
  }
  return outsideStrings(body, (part) =>
    part.replace(/([A-Z_][A-Z0-9_.]*)(?=\s*\()/gi, (name) => (PREFIXED.has(name.toUpperCase()) ? `_xlfn.${name}` : name)),
  );
}

/** A formula of an XLSX file as Sheets writes it. */
export function sheetsFormula(body: string): string {
  return `=${outsideStrings(body, (part) => part.replace(/_xlfn\.(?:_xlws\.)?|_xlws\./g, ''))}`;
}

/** A shared formula moved to another cell: relative references move along, those with `$` stay. */
export function shiftedFormula(body: string, rows: number, columns: number): string {
  const reference = /(?<![A-Za-z0-9_.])(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]*)(?![A-Za-z0-9_(.])/g;
  return outsideStrings(body, (part) =>
    part.replace(reference, (whole: string, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
      const from = positionOf(`${letters}${digits}`);
      if (from === undefined) return whole;
      const row = from.row + (fixedRow === '' ? rows : 0);
      const column = from.column + (fixedColumn === '' ? columns : 0);
      if (row < 1 || column < 1) return '#REF!';
      return `${fixedColumn}${columnLetters(column)}${fixedRow}${row}`;
    }),
  );
}

/** Applies a change to the parts of a formula that are neither texts nor quoted tab names. */
function outsideStrings(body: string, change: (part: string) => string): string {
  let result = '';
  let from = 0;
  for (const match of body.matchAll(STRINGS)) {
    result += change(body.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + change(body.slice(from));
}
