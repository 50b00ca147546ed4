/** The address of a cell of the workbook as text: here a tab's title is asked for. */
import { addressText } from '../../sheet/address';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/** Row and column are 1-based. The first address in a tab costs a round trip. */
export function tabAddress({ titleOf }: Pick<Workbook, 'titleOf'>, { id }: Tab, row: number, column: number): string {
  return addressText({ tab: id, row, column }, titleOf);
}
