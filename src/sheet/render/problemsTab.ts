/** The `Problems` tab: what was understood with a doubt, changed or left out, grouped, with the first cell and the fix. */
import type { Problem } from '../problem';
import { COUNT, TEXT, column, type Block } from '../ownTabs/block';
import { problemRows } from './problemRows';

const COLUMNS = [
  column('Kind', TEXT, 80, 'Problem: something could not be used. Note: something was understood or changed.'),
  column('Where', TEXT, 160, 'The first cell concerned.'),
  column('Count', COUNT, 65, 'How many cells or rows share it.'),
  column('Found', TEXT, 220, 'What stood in the first one.'),
  column('What', TEXT, 420, 'What is wrong, or what was understood.'),
  column('How to fix', TEXT, 380, 'What to do; blank when nothing is needed.'),
  column('Code', TEXT, 180, 'Stable name of the problem.'),
];

/** A row a problem, refusals first. */
export function renderProblems(problems: readonly Problem[]): Block {
  return { kind: 'problems', columns: COLUMNS, rows: problemRows(problems), frozenColumns: 0 };
}
