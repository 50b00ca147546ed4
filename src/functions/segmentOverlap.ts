/** SEGMENT_OVERLAP: how many accounts two segments share. */
import type { FormulaRun } from './formula';
import { segmentArguments } from './segmentAssign';

export const segmentOverlap: FormulaRun = (given) => {
  const { segments, overlap } = segmentArguments(given).segmentation;
  return [['', ...segments.map(({ name }) => name)], ...segments.map(({ name }, index) => [name, ...(overlap[index] ?? [])])];
};
