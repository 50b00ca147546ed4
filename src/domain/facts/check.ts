/** Checks: one line of the readiness list, and the verdict of several. Pure. */

/** Worst last but for `Not known`, which weighs as `Check`. */
export const STATUSES = ['Pass', 'Check', 'Fail', 'Not known'] as const;
export type Status = (typeof STATUSES)[number];

/** What a set of checks comes to. */
export type Verdict = 'Pass' | 'Check' | 'Fail';

export interface Check {
  /** Stable words, e.g. `size`, `pain point`. */
  readonly id: string;
  /** Name of the segment; '' for a check of the whole plan. */
  readonly segment: string;
  readonly status: Status;
  /** What was found, as people read it. */
  readonly actual: string;
  /** What is asked, with its source: `More than 100 accounts (S1.28)`. */
  readonly rule: string;
  /** What to do; '' when the check passes. */
  readonly fix: string;
}

/** The worst of the checks: Fail, then Check or Not known, then Pass. No checks at all are a Pass. */
export function verdictOf(checks: readonly Pick<Check, 'status'>[]): Verdict {
  if (checks.some(({ status }) => status === 'Fail')) return 'Fail';
  return checks.some(({ status }) => status !== 'Pass') ? 'Check' : 'Pass';
}

/** A check of the whole plan; the fix is dropped when it passes. */
export function planCheck(id: string, status: Status, actual: string, rule: string, fix: string): Check {
  return { id, segment: '', status, actual, rule, fix: status === 'Pass' ? '' : fix };
}
