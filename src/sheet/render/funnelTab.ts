/** The `Funnel` tab: every rule as a strict filter, what it costs, and whether it raises quality or only shrinks supply. */
import { funnelOf } from '../../domain/funnel/funnel';
import type { Cell } from '../grid';
import type { Run } from '../run/run';
import { COUNT, SHARE, TEXT, column, numberCell, type Block } from '../ownTabs/block';

const COLUMNS = [
  column('Rule', TEXT, 330, 'Each rule as a strict filter: a what-if, not the ICP.'),
  column('Stage', TEXT, 70, 'Market filter, Must, Exclude or Score, in this order.'),
  column('Before', COUNT, 70, 'Accounts that pass the rules above.'),
  column('Mismatch', COUNT, 75, 'Turned away.'),
  column('Blank', COUNT, 65, 'Not known.'),
  column('After', COUNT, 70, 'Before − Mismatch − Blank.'),
  column('Kept', SHARE, 65, 'After ÷ Before: a sharp drop flags the rule.'),
  column('Gives back', COUNT, 85, 'Accounts that would pass all rules without this one.'),
  column('Of that blank', COUNT, 95, 'Lost for missing data only: enrich before loosening.'),
  column('Share of the loss', SHARE, 110, 'Shapley values: the order of the rules does not matter. Sampled above 12 rules.'),
  column(
    'Verdict',
    TEXT,
    140,
    'Whether what it keeps is better than what it removes. Only outcomes can show that it lowers quality.',
  ),
  column('Evidence', TEXT, 520, 'Win rate by Account status from 10 a side, else mean score without the rule.'),
];

/** A row a rule: what it costs in its place, and what leaving it out gives back. */
export function renderFunnel(run: Run): Block {
  const { steps, filters } = funnelOf(run.runResult);
  return {
    kind: 'funnel',
    columns: COLUMNS,
    rows: steps.map(({ rule, stage, before, mismatch, unknown, after }, position): readonly Cell[] => {
      const report = filters[position];
      const { mismatch: freed = 0, unknown: unsaid = 0 } = report?.freed ?? {};
      return [
        rule,
        stage,
        before,
        mismatch,
        unknown,
        after,
        numberCell(before === 0 ? null : after / before),
        freed + unsaid,
        unsaid,
        numberCell(report?.share),
        report?.quality.verdict ?? '',
        report?.quality.evidence ?? '',
      ];
    }),
    frozenColumns: 1,
  };
}
