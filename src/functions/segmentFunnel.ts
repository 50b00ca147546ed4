/** SEGMENT_FUNNEL: what strict filters leave, one after the other, and what each costs. */
import { boundFilters } from '../domain/funnel/filter';
import { freedBy, funnelOf } from '../domain/funnel/funnel';
import { matchRules } from '../domain/rules/match';
import type { Cell, Grid } from '../sheet/grid';
import { missingHeaders } from '../sheet/plan/planTable';
import type { Run } from '../sheet/run/run';
import type { Arguments } from './arguments/arguments';
import { STEP_HEADERS, stepRows } from './arguments/funnelRows';
import { runArguments } from './arguments/planArguments';
import { segmentArguments } from './arguments/segmentArguments';
import type { FormulaBody } from './formula';

const COST_HEADERS = ['Gives back', 'Of that blank'];

/** One row a filter; with the column For, one a filter and segment. */
export const segmentFunnel: FormulaBody = (given) =>
  hasIcpRules(given) ? icpFunnel(runArguments(given, 'accounts', { icp: 'rules' })) : segmentsFunnel(given);

/** True for a range without the column For: rules of the ICP. */
function hasIcpRules(given: Arguments): boolean {
  const grid = given.grid('rules', 'rules with their header row');
  return missingHeaders('rules', grid).includes('For');
}

function icpFunnel(run: Run): Grid {
  const { steps, filters } = funnelOf(run.runResult);
  const rows = steps.map(({ rule, before, after, mismatch, unknown }, index): readonly Cell[] => {
    const { freed, quality } = filters[index] ?? { freed: { mismatch: 0, unknown: 0 }, quality: { verdict: '', evidence: '' } };
    return [
      rule,
      before,
      after,
      mismatch,
      unknown,
      freed.mismatch + freed.unknown,
      freed.unknown,
      quality.verdict,
      quality.evidence,
    ];
  });
  return [[...STEP_HEADERS, ...COST_HEADERS, 'Verdict', 'Evidence'], ...rows];
}

function segmentsFunnel(given: Arguments): Grid {
  const { read, segmentation, asOf } = segmentArguments(given, 'rules');
  const rows = segmentation.segments.flatMap(({ name, rules }) => {
    const filters = boundFilters(matchRules(read.lists.accounts, rules, asOf).matched);
    const freed = freedBy(filters, read.lists.accounts.size);
    return stepRows(filters, read.lists.accounts.size).map((cells, index): readonly Cell[] => {
      const { mismatch, unknown } = freed[index] ?? { mismatch: 0, unknown: 0 };
      return [name, ...cells, mismatch + unknown, unknown];
    });
  });
  return [['For', ...STEP_HEADERS, ...COST_HEADERS], ...rows];
}
