/** The `Changes` tab: the difference from the month closed before, cause by cause, adding up tier by tier; then moves, inputs and accounts. */
import { ALL_TIERS } from '../../domain/rules/plan';
import { monthWord } from '../../domain/review/month';
import { CAUSES, causesOf, type Move, type Movement } from '../../domain/review/movement';
import { tierName } from '../../domain/score/tier';
import type { Cell } from '../grid';
import type { MonthDifference } from '../review/review';
import type { Run } from '../run/run';
import { shownFact } from './scoresFacts';
import { COUNT, TEXT, column, numberCell, type Block, type BlockLink } from '../ownTabs/block';

const columns = () => [
  column('Part', TEXT, 65, 'What is compared.'),
  column('Item', TEXT, 265, 'Tier, segment, move or input.'),
  column('Before', '#,##0.###', 60, 'When the month was closed. Input: stability index, below 0.1 stable, above 0.25 changed.'),
  ...CAUSES.map((cause) => column(`By ${cause}`, CHANGE, 80, CAUSE_NOTES[cause])),
  column('New', CHANGE, 50, 'Accounts not listed before.'),
  column('Gone', CHANGE, 50, 'Accounts no longer listed.'),
  column('Now', COUNT, 50, 'Before + all parts = Now.'),
  column('Why', TEXT, 320, 'What made most of it.'),
];

/** With its sign; nothing is a dash, so that the eye finds what moved. */
const CHANGE = '+#,##0;-#,##0;"–"';

const CAUSE_NOTES = {
  'add-on': 'A newer add-on reads the same otherwise.',
  time: 'The as-of day moved on.',
  data: 'Facts changed.',
  plan: 'Rules, weights or settings changed.',
  override: 'Rows of Overrides changed.',
} as const;

/** Accounts named; the counts above hold all. */
const NAMED = 2_000;

/** No rows before the first closed month. */
export function renderChanges(run: Run, difference: MonthDifference | null): Block {
  const block = { kind: 'changes', columns: columns(), frozenColumns: 2 } as const;
  if (difference === null) return { ...block, rows: [] };
  const counts = countRows(difference);
  const moved = difference.movement.moves.slice(0, NAMED);
  const links = moved.map(({ account }, index): BlockLink => {
    const text = run.runResult.lists.accounts.keys[account] ?? '';
    return { row: counts.length + index, column: 1, to: { kind: 'scores', header: 'Account key', text } };
  });
  return { ...block, rows: [...counts, ...moved.map((move) => accountRow(run, move))], links };
}

/** First what is compared with: a header cannot say it, since headers never change. */
function countRows({ since, movement, stability }: MonthDifference): readonly (readonly Cell[])[] {
  const blank = CAUSES.map((): Cell => '');
  const compared: readonly Cell[] = ['Since', `${monthWord(since)}'s close`, '', ...blank, '', '', '', ''];
  const { before, after, fresh, gone, net } = movement;
  const tiers = ALL_TIERS.map((tier, position): readonly Cell[] => [
    'Tier',
    tier,
    before[position] ?? 0,
    ...net.map((counts) => counts[position] ?? 0),
    fresh[position] ?? 0,
    -(gone[position] ?? 0),
    after[position] ?? 0,
    '',
  ]);
  const inputs = stability.map(({ field, index, verdict }): readonly Cell[] => [
    'Input',
    field,
    numberCell(index),
    ...blank,
    '',
    '',
    '',
    verdict,
  ]);
  return [compared, ...tiers, ...moveRows(movement, blank), ...inputs];
}

/** Those that moved first, then those that stayed. */
function moveRows({ migration }: Movement, blank: readonly Cell[]): readonly (readonly Cell[])[] {
  const rowsOf = (isStay: boolean): readonly (readonly Cell[])[] =>
    ALL_TIERS.flatMap((from, row) =>
      ALL_TIERS.flatMap((to, position): readonly (readonly Cell[])[] => {
        const count = migration[row]?.[position] ?? 0;
        if (count === 0 || (row === position) !== isStay) return [];
        return [['Move', `${from} → ${to}`, '', ...blank, '', '', count, isStay ? 'stayed' : '']];
      }),
    );
  return [...rowsOf(false), ...rowsOf(true)];
}

/** By its name; the link leads to its row. */
function accountRow(run: Run, move: Move): readonly Cell[] {
  const [from, to] = [tierName(move.path[0]), tierName(move.path[move.path.length - 1])];
  const name = shownFact(run, 'Account name', move.account) || (run.runResult.lists.accounts.keys[move.account] ?? '');
  return ['Account', name, '', ...CAUSES.map((): Cell => ''), '', '', '', `${from} → ${to}: ${causesOf(move).join(', ')}.`];
}
