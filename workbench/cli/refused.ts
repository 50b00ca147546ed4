/** The end of a command that cannot be carried out: one sentence on standard error, exit 2, nothing written. */

export class Refused extends Error {
  constructor(sentence: string) {
    // A sentence stays on its line, whatever a cell or a library put into it.
    super(sentence.replace(/\s+/g, ' ').trim());
    this.name = 'Refused';
  }
}

/** What an error of Node or of a library says; anything may have been thrown. */
export function reasonOf(error: unknown): { readonly message: string; readonly code: string } {
  const { message, code } = (typeof error === 'object' && error !== null ? error : {}) as { message?: unknown; code?: unknown };
  return { message: typeof message === 'string' ? message : 'unknown fault', code: typeof code === 'string' ? code : '' };
}
