/** Time as scripts see it: real for people, virtual for tests, so that six minutes pass in none. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Lets virtual time pass; a real clock passes by itself. */
  advance(milliseconds: number): void;
}

/** The machine's clock, in milliseconds since 1970; it cannot be advanced. */
export function systemClock(): Clock {
  return { now: () => Date.now(), advance: () => undefined };
}

/**
 * Stands still but for the calls' own cost and `Utilities.sleep`.
 * @harness Only tests and the fault harness run on it: people's workbench goes by the real clock.
 */
export function virtualClock(start: number | string): Clock {
  let time = typeof start === 'number' ? start : Date.parse(start);
  return {
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}
