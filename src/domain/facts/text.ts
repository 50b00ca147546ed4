/** Text: names compared, parts of a sentence put together. Pure. */

/** NFKC, trimmed, lower case. */
export function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** The parts that say something. */
export function joined(parts: readonly string[], separator = '; '): string {
  return parts.filter((part) => part !== '').join(separator);
}
