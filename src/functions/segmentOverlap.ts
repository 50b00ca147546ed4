/** SEGMENT_OVERLAP: how many accounts two segments share. */
import type { FormulaBody } from './formula';
import { segmentArguments } from './arguments/segmentArguments';

export const segmentOverlap: FormulaBody = (given) => {
  const { segments, overlap } = segmentArguments(given).segmentation;
  return [['', ...segments.map(({ name }) => name)], ...segments.map(({ name }, index) => [name, ...(overlap[index] ?? [])])];
};
