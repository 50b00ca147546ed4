/** Lines of the `Summary` tab that draw the grid: fit down, signal across, each cell with its play and how many accounts are available. */
import { counted, shownNumber } from '../../domain/facts/figure';
import { playOf } from '../../domain/score/gridPlays';
import type { FitSignalGrid, GridCell } from '../../domain/score/grid';
import type { Run } from '../run/run';
import { HEADINGS, type SummaryLine } from './summaryLine';

/** Columns of the signals, High first. */
const FIRST_COLUMN = 1;
const LETTERS = 'ABCD';

/** The heading with the signals, then a row a fit; nothing without signal rules. */
export function gridLines({ grid, plan: { settings } }: Run): readonly SummaryLine[] {
  if (grid === null) return [];
  const [one, two, three] = settings.cuts.map(String);
  const fits = [
    `Fit ${one ?? ''} and up`,
    `Fit ${two ?? ''} to ${one ?? ''}`,
    `Fit ${three ?? ''} to ${two ?? ''}`,
    `Fit below ${three ?? ''}`,
  ];
  const signals = ['High signal', 'Medium', 'Low', 'None'];
  return [
    { cells: [HEADINGS.grid, ...signals, besideText(grid)], links: [] },
    ...fits.map((fit, row) => fitLine(fit, grid.cells.slice(4 * row, 4 * row + 4))),
  ];
}

function fitLine(name: string, cells: readonly GridCell[]): SummaryLine {
  const texts = cells.map((cell) =>
    cell.accounts === 0 ? '–' : `${playOf(cell)}: ${shownNumber(cell.available)} of ${shownNumber(cell.accounts)}`,
  );
  const links = cells.flatMap(({ fit, accounts }, index) => {
    const to = { kind: 'scores', header: 'Grid', text: `${fit}${LETTERS[index] ?? ''}` } as const;
    return accounts === 0 ? [] : [{ column: FIRST_COLUMN + index, to }];
  });
  const [accounts, available] = [sumOf(cells, 'accounts'), sumOf(cells, 'available')];
  return { cells: [name, ...texts, `${shownNumber(available)} available of ${counted(accounts, 'account')}`], links };
}

function sumOf(cells: readonly GridCell[], what: 'accounts' | 'available'): number {
  return cells.reduce((sum, cell) => sum + cell[what], 0);
}

function besideText({ beside: { excluded, blankFit, lowKnown } }: FitSignalGrid): string {
  const lacking = blankFit + lowKnown;
  const said = [
    ...(excluded === 0 ? [] : [`${shownNumber(excluded)} excluded`]),
    ...(lacking === 0 ? [] : [`${shownNumber(lacking)} need data`]),
  ];
  return said.length === 0 ? '' : `Beside it: ${said.join(', ')}`;
}
