/** SEGMENT_OVERLAP: how many accounts two segments share. */
import type { FormulaBody } from './formula';
import { segmentArguments } from './arguments/segmentArguments';

/** A square of counts with the segments as its headers; the diagonal is each segment's own count. */
export const segmentOverlap: FormulaBody = (given) => {
  const { segments, overlap } = segmentArguments(given).segmentation;
  return [['', ...segments.map(({ name }) => name)], ...segments.map(({ name }, index) => [name, ...(overlap[index] ?? [])])];
};
