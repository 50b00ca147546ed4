/** Text stays text: which way of writing keeps a formula, a number or an apostrophe as it is, found out by trying. */
import type { Cell, Grid } from '../../sheet/grid';
import { TEXT } from '../../sheet/ownTabs/block';
import { refusal, Refusal } from '../../sheet/problem';
import type { Tab } from '../workbook/tab';
import type { TextGuard, Workbook } from '../workbook/workbook';

const GUARDS: readonly TextGuard[] = ['formatDoubled', 'format', 'apostrophe'];
/** What must come back as it was written: a formula, and an apostrophe that Sheets might take for a guard of its own. */
const PROBES: Grid = [['=1+1'], ["'1"]];

/** True of what a stopped probe may have left in its first cells. */
export function isProbe(cell: Cell): boolean {
  return ['=1+1', 2, "'1", '1'].includes(cell as string | number);
}

/**
 * Whether a text format or an apostrophe keeps `=` from becoming a formula is not documented: both are tried in the first two cells
 * of a tab of ours, and the guard that works is used for everything.
 * @throws Refusal when none does; nothing else was written then.
 */
export function probeGuard(workbook: Workbook, tab: Tab): TextGuard {
  for (const guard of GUARDS) {
    workbook.write(tab, { row: 1, column: 1, cells: PROBES, formats: [TEXT] }, guard);
    workbook.flush();
    // A formula would come back as its result, 2.
    const found = workbook.readBack(tab, 1, 1, PROBES.length, 1);
    if (PROBES.every(([probe], row) => found[row]?.[0] === probe)) return guard;
  }
  throw new Refusal(
    refusal({
      code: 'NO_TEXT_GUARD',
      at: workbook.titleOf(tab.id),
      message: 'Neither a text format nor an apostrophe keeps text from becoming a formula here.',
      fix: 'Remove rules and protections from this tab, then try again.',
    }),
    { wrote: 'nothing' },
  );
}

/** Writes a fresh tab, or the beginning of these rows, with the guard that keeps text; the probe is gone before. */
export function withGuard(workbook: Workbook, tab: Tab, rows: Grid, write: (guard: TextGuard) => void): void {
  const isFree = ([cell = '']: readonly Cell[], row: number): boolean => cell === '' || isProbe(cell) || cell === rows[row]?.[0];
  if (!workbook.readFrom(tab, 1).slice(0, PROBES.length).every(isFree))
    throw new Refusal(
      refusal({
        code: 'EDITED_MEANWHILE',
        message: `A user has typed into ${workbook.titleOf(tab.id)} as it was made.`,
        fix: 'Import the file again.',
      }),
    );
  const guard = probeGuard(workbook, tab);
  workbook.write(tab, { row: 1, column: 1, cells: PROBES.map(() => ['']), formats: ['General'] }, guard);
  write(guard);
}
