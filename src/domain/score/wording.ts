/** Wording: what sentences about accounts have in common. Pure. */
import type { Basis } from './profile';

/** More names than this are counted, not named. */
const NAMED = 3;

/** What the basis is called in a sentence. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = { fit: 'fit', signal: 'signal', all: 'score' };

/** `Employees, Country and 2 more`; `Employees and Country`. */
export function listed(names: readonly string[], most = NAMED): string {
  const rest = names.length - most;
  if (rest > 0) return `${names.slice(0, most).join(', ')} and ${rest} more`;
  const last = names[names.length - 1] ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** The words with a capital first letter. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
