/** Rates by which segments are compared before they are launched: the team's own results, drawn toward the mean of all (S1.5). Pure. */
import type { Figure } from '../facts/figure';
import { settled } from '../facts/figure';

const STEPS = ['won', 'opportunities', 'meetings', 'replies'] as const;
type Step = (typeof STEPS)[number];

/** People contacted in a segment and what came of them; null is not known. */
export interface ResultCounts extends Readonly<Record<Step, Figure>> {
  readonly segment: string;
  readonly contacted: number;
}

/** Fewer events over all segments tell none apart. */
const FEWEST_EVENTS = 30;
/** People at the common rate that each segment is taken to have contacted besides its own. */
const COMMON_PEOPLE = 50;

/**
 * (events + 50 · pool) ÷ (contacted + 50) of each segment, at the deepest step that has 30 events over all of them; 1 each where none has.
 * `pool` is the rate over all `segments`; a row that is blank at the step is in neither sum, and rows of other segments count nowhere.
 */
export function segmentRates(segments: readonly string[], rows: readonly ResultCounts[]): readonly number[] {
  const step = deepestStep(segments, rows);
  if (step === undefined) return segments.map(() => 1);
  const own = rows.filter(({ segment }) => segments.includes(segment));
  const all = countsAt(own, step);
  const pool = all.successes / all.trials;
  return segments.map((name) => {
    const { successes, trials } = countsAt(
      own.filter(({ segment }) => segment === name),
      step,
    );
    return settled((successes + COMMON_PEOPLE * pool) / (trials + COMMON_PEOPLE));
  });
}

/** The deepest step that has 30 events over the rows of all `segments`; undefined where none has. */
export function deepestStep(segments: readonly string[], rows: readonly ResultCounts[]): Step | undefined {
  const own = rows.filter(({ segment }) => segments.includes(segment));
  return STEPS.find((each) => countsAt(own, each).successes >= FEWEST_EVENTS);
}

/** Events of a step and the people contacted, over the rows that say. */
export function countsAt(rows: readonly ResultCounts[], step: Step): { readonly successes: number; readonly trials: number } {
  let [successes, trials] = [0, 0];
  for (const { contacted, [step]: count } of rows) {
    if (count === null) continue;
    successes += count;
    trials += contacted;
  }
  return { successes, trials };
}
