/** What is not saved is kept for whoever closes the sidebar: a moment after each change, and forgotten once it is saved. */
import { useEffect, useRef } from 'preact/hooks';
import type { DraftReply } from '../src/commands/protocol/replies';
import { unsavedText } from './plan/unsaved';
import { ask } from './server';
import type { Event, State } from './state';

const TYPING_MS = 700;
const TOO_LONG = 'That is too much to keep while the sidebar is closed. Save it to the plan tabs.';

/** Sends what is unsaved when it differs from what was sent last; says so when it is too long. */
export function useKeptDraft(state: State, dispatch: (event: Event) => void): void {
  const { answers, draft, greeting, view } = state;
  const sent = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (greeting === undefined || view === 'opening') return undefined;
    sent.current ??= greeting.draft ?? '';
    const timer = setTimeout(() => {
      const text = unsavedText({ answers, draft });
      const before = sent.current;
      if (text === before) return;
      sent.current = text;
      ask<DraftReply>({ kind: 'draft', text }, () => undefined).then(
        ({ isKept }) => {
          if (text !== '' && !isKept) dispatch({ kind: 'notice', notice: TOO_LONG });
        },
        // The page still holds it; the next change sends it again.
        () => (sent.current = before),
      );
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [answers, draft, greeting === undefined, view === 'opening']);
}
