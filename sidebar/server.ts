/** Calls to the server part of the add-on: one request, one reply; silence, wrong accounts and lost replies told apart. */
import type { Request } from '../src/commands/protocol/requests';
import type { Failure, Reply } from '../src/commands/protocol/replies';

/** What went wrong, why it matters, and the one thing to do. */
export class Trouble extends Error {
  constructor(
    readonly what: string,
    readonly why: string,
    readonly fix: string,
    readonly kind: 'refused' | 'account' | 'lost' | 'failed' = 'failed',
    readonly problems: Failure['problems'] = [],
  ) {
    super(what);
  }
}

/** Whatever was thrown, as trouble. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof Trouble ? error : failed(error instanceof Error ? error.message : String(error));
}

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: { readonly message?: string }) => void): Runner;
  serve(request: string): void;
}

declare const google: { readonly script: { readonly run: Runner } };

/** After so long without an answer the page says so; Google drops calls of a wrong account in silence. */
export const SILENCE_MS = 15_000;

/** Sends a request. `onSilence` is reported once when nothing has come back for 15 s; the answer may still come. @throws Trouble */
export function ask<T>(request: Request, onSilence: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(onSilence, SILENCE_MS);
    google.script.run
      .withSuccessHandler((value) => {
        clearTimeout(timer);
        try {
          if (typeof value !== 'string') throw lost();
          const reply = JSON.parse(value) as Reply<T>;
          if (reply.ok) resolve(reply.value);
          else reject(refused(reply.error));
        } catch (error) {
          reject(error instanceof Trouble ? error : lost());
        }
      })
      .withFailureHandler((error) => {
        clearTimeout(timer);
        reject(failed(error.message ?? ''));
      })
      .serve(JSON.stringify(request));
  });
}

function refused({ what, fix, problems }: Failure): Trouble {
  return new Trouble(what, problems.length > 0 ? 'Nothing is written until it is fixed.' : '', fix, 'refused', problems);
}

function lost(): Trouble {
  return new Trouble(
    'The answer was lost on its way.',
    'The work may be done all the same.',
    'Look at what happened before anything is sent again.',
    'lost',
  );
}

function failed(message: string): Trouble {
  if (/PERMISSION_DENIED|do not have permission|authori[sz]ation/i.test(message)) {
    return new Trouble(
      'Google answered for another account than the one that opened this file.',
      'With several accounts signed in, Google may take one that has no right to this file. Nothing was changed.',
      'Open the file in a window where only your account is signed in.',
      'account',
    );
  }
  if (/timed? ?out|exceeded maximum|network|connection|deadline/i.test(message)) return lost();
  return new Trouble(
    message === '' ? 'The add-on stopped without a word.' : message,
    'What you typed here is kept.',
    'Try again; if it stays, copy the details to whoever maintains the add-on.',
  );
}
