/** CSV as RFC 4180 quotes it: UTF-8, comma, line feed at the end of every row. */

const quote = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Objects keyed by header; the first one's keys are the header row. Undefined is a blank cell. */
export function csvOf(rows) {
  const headers = Object.keys(rows[0]);
  const lines = rows.map((row) => headers.map((header) => quote(String(row[header] ?? ''))).join(','));
  return `${[headers.map(quote).join(','), ...lines].join('\n')}\n`;
}
