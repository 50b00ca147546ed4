/** What every action works with: the state, requests, and one piece of work at a time. */
import type { Request } from '../../src/commands/protocol/requests';
import { ask, troubleOf } from '../server';
import type { Event, State } from '../state';

/** Given to every action as its first argument. */
export interface Context {
  /** The state after every event that was dispatched before. */
  readonly getState: () => State;
  readonly dispatch: (event: Event) => void;
  /** Sends a request; a long silence marks the work under way as silent. @throws Trouble */
  readonly ask: <T>(request: Request) => Promise<T>;
  /**
   * Does work under a name; `signal` is aborted when the user cancels. Undefined when other work is under way, and when it
   * goes wrong: the error becomes the page's one trouble.
   */
  readonly work: <T>(what: string, act: (signal: AbortSignal) => Promise<T>) => Promise<T | undefined>;
  /** Asks the work under way to stop after its current step. */
  readonly cancel: () => void;
}

/** The context of one page; `getState` must see each event as soon as `dispatch` returns. */
export function contextOf(dispatch: Context['dispatch'], getState: Context['getState']): Context {
  // Work that was given up for lost may still be running beside the work that replaced it.
  const running = new Set<AbortController>();
  return {
    getState,
    dispatch,
    ask: (request) => {
      dispatch({ kind: 'asked', asked: request.kind });
      return ask(request, () => {
        const { job } = getState();
        if (job !== undefined) dispatch({ kind: 'job', job: { ...job, isSilent: true } });
      });
    },
    work: async (what, act) => {
      if (getState().job !== undefined) return undefined;
      const controller = new AbortController();
      running.add(controller);
      dispatch({ kind: 'job', job: { what } });
      try {
        const value = await act(controller.signal);
        dispatch({ kind: 'job', job: undefined });
        return value;
      } catch (error) {
        dispatch({ kind: 'trouble', trouble: troubleOf(error) });
        return undefined;
      } finally {
        running.delete(controller);
      }
    },
    cancel: () => running.forEach((controller) => controller.abort()),
  };
}
