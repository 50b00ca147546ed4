/** Plays: what to do with the accounts of each cell of the grid of fit and signal (S3.16–S3.19). Pure. */
import type { GridCell } from './grid';

/** By fit, best first; in each by signal, High first. Fit chooses the effort, signal the moment. */
const PLAYS: Readonly<Record<GridCell['fit'], Readonly<Record<GridCell['signal'], string>>>> = {
  '1': { High: 'Executives, this week', Medium: 'One to one', Low: 'One to one, later', None: 'Await a signal' },
  '2': { High: 'Personal, this week', Medium: 'Personal sequence', Low: 'Personal, later', None: 'Await a signal' },
  '3': { High: 'Automated, this week', Medium: 'Automated', Low: 'Automated, later', None: 'Automated, last' },
  '4': { High: 'Check the fit', Medium: 'Nurture', Low: 'Nurture', None: 'Leave out' },
};

/** The play of a cell in a few words, e.g. `Executives, this week`. */
export function playOf({ fit, signal }: Pick<GridCell, 'fit' | 'signal'>): string {
  return PLAYS[fit][signal];
}
