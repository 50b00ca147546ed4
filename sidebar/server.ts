/** Calls to the server part of the add-on: one request, one reply; silence, wrong accounts and lost replies told apart. */
import type { Request } from '../src/commands/protocol/requests';
import type { Failure, Reply } from '../src/commands/protocol/replies';

/** What went wrong, why it matters, and the one thing to do. */
export class Trouble extends Error {
  constructor(
    readonly what: string,
    readonly fix: string,
    readonly kind: 'refused' | 'account' | 'lost' | 'failed' = 'failed',
    readonly problems: Failure['problems'] = [],
  ) {
    super(what);
  }
}

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: { readonly message?: string }) => void): Runner;
  serve(request: string): void;
}

declare const google: { readonly script: { readonly run: Runner } };

/** After so long without an answer the page says so; Google drops calls of a wrong account in silence. */
export const SILENCE_MS = 15_000;

/** Sends a request. `onSilence` is told once when nothing has come back for 15 s; the answer may still come. @throws Trouble */
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
          else reject(new Trouble(reply.error.what, reply.error.fix, 'refused', reply.error.problems));
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

function lost(): Trouble {
  return new Trouble(
    'The answer was lost on its way.',
    'The work may be done all the same: check before anything is sent again.',
    'lost',
  );
}

function failed(message: string): Trouble {
  if (/PERMISSION_DENIED|do not have permission|authori[sz]ation/i.test(message)) {
    return new Trouble(
      'Google answered for another account than the one that opened this file.',
      'Sign out of the other accounts, or open the file in a window with one account only.',
      'account',
    );
  }
  if (/timed? ?out|exceeded maximum|network|connection|NetworkError|deadline/i.test(message)) return lost();
  return new Trouble(message === '' ? 'The add-on stopped without a word.' : message, 'Try again; nothing is lost here.');
}
