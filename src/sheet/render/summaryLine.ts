/** One line of the `Summary` tab: the columns it fills and where its cells lead. */
import type { Cell } from '../grid';
import { COUNT, SHARE, TEXT, column, numberCell, type BlockLink, type LinkTarget } from '../ownTabs/block';
import { shortened } from './shortText';

/** Pixels, also of the chart that stands in this column. */
export const NEXT_WIDTH = 370;

/** Together as wide as a screen of 1280 pixels shows beside the sidebar. */
export const SUMMARY_COLUMNS = [
  column('What', TEXT, 190, 'What is counted. Links lead to the rows behind it.'),
  column('Accounts', COUNT, 88, 'Accounts; of the market, companies.'),
  column('Share', SHARE, 88, 'Of the accounts in the market.'),
  column('Available', COUNT, 88, 'Free to work: no customer, no open deal, none of the best customers.'),
  column('Verdict', TEXT, 88, 'Pass, Check or Fail; of the ICP, whether its share is healthy; of tiers, a bar each.'),
  column('Next', TEXT, NEXT_WIDTH, 'What to know or to do.'),
];

/** Null is unknown and shows blank. */
interface Figures {
  /** As text where the number has a sign. */
  readonly accounts?: number | string | null;
  readonly share?: number | null;
  readonly available?: number | null;
  readonly verdict?: string;
}

export interface SummaryLine {
  readonly cells: readonly Cell[];
  /** Where the first cell leads, then others by their columns. */
  readonly links: readonly Omit<BlockLink, 'row'>[];
}

/** Words of a line: two lines of the column. */
const MOST_WORDS = 20;

/** One row of the Summary; figures that are not given or not known stay blank. */
export function summaryLine(what: string, figures: Figures, next: string, to?: LinkTarget): SummaryLine {
  const { accounts, share, available, verdict = '' } = figures;
  const count = typeof accounts === 'string' ? accounts : numberCell(accounts);
  const links = to === undefined ? [] : [{ column: 0, to }];
  return { cells: [what, count, numberCell(share), numberCell(available), verdict, shortened(next, MOST_WORDS)], links };
}

/** A section's heading, which leads to the tab behind it; none above nothing. */
export function section(heading: string, lines: readonly SummaryLine[], to: LinkTarget): readonly SummaryLine[] {
  return lines.length === 0 ? [] : [summaryLine(heading, {}, '', to), ...lines];
}

/** The line of what the plan asks for and the run cannot use, which is amber. */
export const LEFT_OUT = 'Left out';

/** Headings of the sections, which are colored. */
export const HEADINGS = {
  result: 'Result',
  tiers: 'Tiers',
  path: 'From the list to reachable',
  segments: 'Segments, in launch order',
  toDo: 'To do, worst first',
  money: 'Money',
  grid: 'Fit × signal',
} as const;
