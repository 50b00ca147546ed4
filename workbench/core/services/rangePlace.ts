/** Where a range is, as methods that take a range need it; apart from the class Range, which itself needs those services. */
import type { Box } from '../document/a1';
import { boxAddress, quoteTab } from '../document/a1';
import type { Execution } from '../realm/execution';
import { titleOf } from './tabs';

export interface RangePlace {
  readonly run: Execution;
  readonly gid: number;
  readonly box: Box;
}

/** `'My tab'!B2:C9`, for named ranges and rules. */
export function fullAddress({ run, gid, box }: RangePlace): string {
  return `${quoteTab(titleOf(run, gid))}!${boxAddress(box)}`;
}
