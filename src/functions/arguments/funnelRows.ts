/** Rows of a funnel as TAM_FUNNEL and SEGMENT_FUNNEL lay them out. */
import { funnelSteps } from '../../domain/funnel/funnel';
import type { Filter } from '../../domain/funnel/filter';
import type { Cell } from '../../sheet/grid';

export const STEP_HEADERS = ['Rule', 'Before', 'After', 'Mismatch', 'Blank'];

/** One row a filter, in the order they are applied to `size` accounts. */
export function stepRows(filters: readonly Filter[], size: number): readonly (readonly Cell[])[] {
  return funnelSteps(filters, size).map(({ rule, before, after, mismatch, unknown }) => [rule, before, after, mismatch, unknown]);
}
