/** How a run ended badly, as the host's callers see it. */
import { asText } from '../text';

export class ScriptError extends Error {
  constructor(
    message: string,
    /** The script's own name of the error: `Error`, `Exception`, `TypeError`. */
    readonly kind: string,
    /** The run was killed; the script's own clean-up did not count. */
    readonly isKilled: boolean,
    readonly scriptStack: string,
  ) {
    super(message);
    this.name = 'ScriptError';
  }
}

/** Errors of the script's realm are no instances of ours. */
export function scriptError(error: unknown): ScriptError {
  if (error instanceof ScriptError) return error;
  if (typeof error !== 'object' || error === null) return new ScriptError(String(error), 'Error', false, '');
  const { message, name, stack } = error as { message?: unknown; name?: unknown; stack?: unknown };
  return new ScriptError(asText(message ?? error), asText(name ?? 'Error'), false, asText(stack));
}
