/** One line of the `Summary` tab and the columns it fills. */
import type { Cell } from '../grid';
import { MONEY, SHARE, TEXT, column, numberCell } from '../ownTabs/block';

export const SUMMARY_COLUMNS = [
  column('Part', TEXT, 75, 'Part of the plan.'),
  column('Measure', TEXT, 205, 'What is counted.'),
  column('Count', '#,##0.##', 70, 'Accounts, companies or customers.'),
  column('Share', SHARE, 60, 'Of what the note says.'),
  column('Money', MONEY, 90, 'In the currency of the contract value; blank when it is not known.'),
  column('Verdict', TEXT, 75, 'Pass, Check, Fail, or the band the share falls in.'),
  column('Note', TEXT, 345, 'How to read the line.'),
];

/** Null is unknown and shows blank. */
interface Figures {
  readonly count?: number | null;
  readonly share?: number | null;
  readonly money?: number | null;
  readonly verdict?: string;
}

export type SummaryLine = readonly Cell[];

/** One row of the Summary; figures that are not given or not known stay blank. */
export function summaryLine(part: string, measure: string, figures: Figures, note: string): SummaryLine {
  const { count, share, money, verdict = '' } = figures;
  return [part, measure, numberCell(count), numberCell(share), numberCell(money), verdict, note];
}
