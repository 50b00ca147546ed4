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
  const own = rows.filter(({ segment }) => segments.includes(segment));
  const step = STEPS.find((each) => totalsOf(own, each).events >= FEWEST_EVENTS);
  if (step === undefined) return segments.map(() => 1);
  const all = totalsOf(own, step);
  const pool = all.events / all.contacted;
  return segments.map((name) => {
    const { events, contacted } = totalsOf(
      own.filter(({ segment }) => segment === name),
      step,
    );
    return settled((events + COMMON_PEOPLE * pool) / (contacted + COMMON_PEOPLE));
  });
}

function totalsOf(rows: readonly ResultCounts[], step: Step): { readonly events: number; readonly contacted: number } {
  let [events, people] = [0, 0];
  for (const { contacted, [step]: count } of rows) {
    if (count === null) continue;
    events += count;
    people += contacted;
  }
  return { events, contacted: people };
}
