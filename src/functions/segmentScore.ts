/** SEGMENT_SCORE: fit, urgency, reachable buyers, data coverage and competition in one score. */
import type { Level } from '../domain/rules/plan';
import {
  ARTICLE_WEIGHTS,
  SEGMENT_INPUTS,
  levelOf,
  scoreSegment,
  shareOfPoints,
  type SegmentWeights,
} from '../domain/lanes/segmentScore';
import { isBlank } from '../sheet/parse/blank';
import { readNumber } from '../sheet/plan/readSettings';
import { textOfCell } from '../sheet/plan/planTable';
import { clipped } from '../sheet/problem';
import type { Arguments } from './arguments/arguments';
import type { FormulaBody } from './formula';

/** 0–100; '' when no input is known. Inputs left out take no part, and their weight is shared out again (S1.15). */
export const segmentScore: FormulaBody = (given) => {
  const inputs = {
    fit: shareOfPoints(points(given, 'fit')),
    urgency: points(given, 'urgency') ?? null,
    reachable: level(given, 'reachable_buyers') ?? null,
    coverage: level(given, 'data_coverage') ?? null,
    competition: given.level('competition') ?? null,
  };
  return scoreSegment(inputs, weightsOf(given)).score ?? '';
};

function points(given: Arguments, name: string): number | undefined {
  const value = given.number(name, 'a number from 1 to 10');
  return value !== undefined && (value < 1 || value > 10)
    ? given.fail(name, String(value), 'Give a number from 1 to 10.')
    : value;
}

/** A measured share stands for its level: 80 % and more is High, 50 % and more Medium. */
function level(given: Arguments, name: string): Level | undefined {
  const cell = given.cell(name, 'High, Medium, Low or a share');
  const isShare = typeof cell === 'number' || (typeof cell === 'string' && /\d/.test(cell));
  return isShare ? (levelOf(given.share(name) ?? null) ?? undefined) : given.level(name);
}

function weightsOf(given: Arguments): SegmentWeights {
  const grid = given.optionalGrid('weights');
  if (grid === undefined) return ARTICLE_WEIGHTS;
  const cells = grid.flat().filter((cell) => !isBlank(cell));
  const weights = cells.map((cell) => readNumber(cell) ?? -1);
  const isUsable = weights.length === SEGMENT_INPUTS.length && weights.every((weight) => weight >= 0);
  if (!isUsable || weights.every((weight) => weight === 0)) {
    const shown = clipped(cells.map(textOfCell).join(', '));
    given.fail('weights', `"${shown}"`, `Give five numbers of 0 or more, not all 0: ${SEGMENT_INPUTS.join(', ')}.`);
  }
  return Object.fromEntries(SEGMENT_INPUTS.map((input, index) => [input, weights[index] ?? 0])) as unknown as SegmentWeights;
}
