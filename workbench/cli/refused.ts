/** The end of a command that cannot be carried out: one sentence on standard error, exit 2, nothing written. */
import { Unreadable } from '../files/unreadable';

/** Longer sentences have swallowed a user's data. */
const MAX_SENTENCE = 1000;

export class Refused extends Error {
  constructor(sentence: string) {
    super(oneLine(sentence));
    this.name = 'Refused';
  }
}

/** A sentence stays on its line and within sight, whatever a cell, a path or a library put into it. */
function oneLine(sentence: string): string {
  const line = printable(sentence).replace(/\s+/g, ' ').trim();
  return line.length <= MAX_SENTENCE ? line : `${line.slice(0, MAX_SENTENCE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Text as a terminal may show it: control characters, which could move the cursor or hide what follows, are spaces; tabs and line ends stay. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n])[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}

/** JSON with the same characters escaped, so that none is lost. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The sentence that ends a command, whatever was thrown: a stack trace tells its reader nothing. */
export function endingOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof Unreadable) return new Refused(error.message).message;
  const { message, code } = reasonOf(error);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'The run needs more memory than it may take; split the list or leave out columns.';
  if (error instanceof RangeError)
    return new Refused(`The input is too large or nested too deeply to be worked on (${message}).`).message;
  return new Refused(`Segment Planner stopped on a fault of its own (${message}); report it with the files that led to it.`)
    .message;
}

/** What an error of Node or of a library says; anything may have been thrown. */
export function reasonOf(error: unknown): { readonly message: string; readonly code: string } {
  const { message, code } = (typeof error === 'object' && error !== null ? error : {}) as { message?: unknown; code?: unknown };
  return { message: typeof message === 'string' ? message : 'unknown fault', code: typeof code === 'string' ? code : '' };
}
