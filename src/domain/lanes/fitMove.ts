/** How far results move the fit of a segment (S1.18): only by what is shown at every look. Pure. */
import { discoveries, evidenceBeyondRatio } from '../stats/evidence';
import { countsAt, deepestStep, type ResultCounts } from './rate';

/** Chance that any segment is moved by chance alone, over all looks. */
const LEVEL = 0.05;

/** Rate of the segment ÷ that of the others, from which fit, a share of 0–1, moves by so much. */
const MOVES = [
  { side: 'above', ratio: 2, move: 0.2 },
  { side: 'above', ratio: 1.25, move: 0.1 },
  { side: 'below', ratio: 0.5, move: -0.2 },
  { side: 'below', ratio: 0.8, move: -0.1 },
] as const;

/**
 * What each segment's fit moves by, −0.2 to 0.2: where its rate at the deepest step with 30 events in `pooled` lies beyond a multiple of the
 * others' rate, judged on `history`, all results up to now; 0 where nothing is shown.
 */
export function fitMoves(
  segments: readonly string[],
  pooled: readonly ResultCounts[],
  history: readonly ResultCounts[],
): ReadonlyMap<string, number> {
  const step = deepestStep(segments, pooled);
  if (step === undefined) return new Map();
  const known = history.filter(({ segment }) => segments.includes(segment));
  const cases = segments.map((name) => ({
    own: countsAt(
      known.filter(({ segment }) => segment === name),
      step,
    ),
    others: countsAt(
      known.filter(({ segment }) => segment !== name),
      step,
    ),
  }));
  const evidence = cases.map(({ own, others }) => MOVES.map(({ ratio, side }) => evidenceBeyondRatio(own, others, ratio, side)));
  // The smaller multiple on either side is what is tested; how far beyond it a segment lies is then read at the same bound.
  const tested = evidence.map((each) => Math.max(each[1] ?? 0, each[3] ?? 0));
  const holds = discoveries(tested, LEVEL);
  const bound = Math.log(segments.length / (LEVEL * Math.max(1, holds.filter(Boolean).length)));
  return new Map(
    segments.map((name, index) => {
      const position = MOVES.findIndex((_, each) => (evidence[index]?.[each] ?? 0) >= bound);
      return [name, holds[index] === true ? (MOVES[position]?.move ?? 0) : 0];
    }),
  );
}
