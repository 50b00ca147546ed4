/** Any value as a text, as Java prints what a script passes. */

/** Objects arrive in cells as `{a=1.0}`; the sight of it in a cell is the warning. Nothing is the empty text. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[Ljava.lang.Object;@${value.length.toString(16)}`;
  if (typeof value !== 'object') return typeof value;
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}=${asText(item)}`)
    .join(', ')}}`;
}
