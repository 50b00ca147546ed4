/** A light look at the sheet while nothing runs: every half minute, and more thoroughly when the user comes back to the page. */
import { useEffect } from 'preact/hooks';
import type { SheetMarks } from '../src/commands/protocol/replies';
import { tabsRead } from './actions/columns';
import { ask } from './server';
import type { Event, State } from './state';

const EVERY_MS = 30_000;
/** Coming back again within this time asks nothing. */
const SOON_MS = 4_000;

/** Tells the page what has changed in the sheet behind it. */
export function useSheetLook(getState: () => State, dispatch: (event: Event) => void): void {
  useEffect(() => {
    let isLooking = false;
    let last = 0;
    const look = async (isThorough: boolean): Promise<void> => {
      const before = getState();
      const isIdle = before.lists !== undefined && before.job === undefined && before.behind.length === 0;
      if (isLooking || !isIdle || document.visibilityState !== 'visible') return;
      isLooking = true;
      last = Date.now();
      try {
        const marks = await ask<SheetMarks>({ kind: 'sheetMarks', isThorough, ...tabsRead(before) }, () => undefined);
        const now = getState();
        // What was read or written meanwhile is newer than this answer.
        const isSame = now.lists === before.lists && now.planMark === before.planMark && now.report === before.report;
        if (isSame && now.job === undefined) dispatch({ kind: 'looked', marks });
      } catch {
        // The next look asks again; an action would say what is wrong.
      } finally {
        isLooking = false;
      }
    };
    const comeBack = (): void => {
      if (Date.now() - last >= SOON_MS) void look(true);
    };
    const timer = setInterval(() => void look(false), EVERY_MS);
    window.addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', comeBack);
    document.documentElement.addEventListener('pointerenter', comeBack);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', comeBack);
      document.documentElement.removeEventListener('pointerenter', comeBack);
    };
  }, []);
}
