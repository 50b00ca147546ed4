/** What a review needs beside the run, from the plan's tabs and the closed months: read once, before anything is computed. */
import type { Accounts } from '../../domain/facts/accounts';
import { fitMoves } from '../../domain/lanes/fitMove';
import type { OutreachResults } from '../../domain/lanes/segmentResults';
import type { Plan } from '../../domain/rules/plan';
import { monthOf, type Month } from '../../domain/review/month';
import { withOwnRates } from '../../domain/review/ownRates';
import { successorsOf } from '../../domain/review/successors';
import { inPool, poolOf } from '../../domain/review/results';
import { noTitles, type Titles } from '../address';
import { hashOf } from '../hash';
import { jsonRowsOf } from '../plan/planJson';
import { planTableOf, type PlanGrid, type PlanTable } from '../plan/planTable';
import type { PlanGrids, ReadPlan } from '../plan/readPlan';
import { PLAN_TABS, type PlanKey } from '../plan/tabs';
import type { Problem } from '../problem';
import { readLanes, type LaneTexts } from './readLanes';
import { marketSources, readLayers, sourcedRules } from './readLayers';
import { readResults, resultsNotUsed } from './readResults';
import { pastOf, type PastText } from './past';
import type { ReviewInputs } from './review';
import { frozenNow, renamedSince, successorNote, successorSentence } from './successorNotes';

export interface Prepared {
  /** Blank rates filled from the results. */
  readonly plan: Plan;
  readonly inputs: ReviewInputs;
  readonly outreach: OutreachResults;
  readonly lanes: LaneTexts;
  readonly problems: readonly Problem[];
}

/** `pastBefore` gives the newest closed month before a month, or of it where there is none before; `titles` are those of tabs given by id. */
export function prepareReview(
  { plan }: ReadPlan,
  grids: PlanGrids,
  accounts: Accounts,
  pastBefore: (month: Month) => PastText | undefined,
  titles: Titles = noTitles,
): Prepared {
  const month = monthOf(plan.asOf);
  const text = pastBefore(month);
  const { past, problems } = text === undefined ? { past: undefined, problems: [] } : pastOf(text);
  const successors =
    past?.last === undefined
      ? []
      : successorsOf({ ...past.last.snapshot, segments: past.last.plan.segments }, { ...plan, accounts });
  const renamed = renamedSince(past?.last?.snapshot.renamed ?? new Map(), successors, plan);
  const names = plan.segments.map(({ name }) => name);
  const unused = grids.has('results') ? resultsNotUsed(gridOf(grids, 'results'), titles) : undefined;
  const table = unused === undefined ? tableOf(grids, 'results') : { ...tableOf(grids, 'results'), rows: [] };
  const results = readResults(table, names, renamed, month, past?.last?.snapshot.month, titles);
  const pooled = inPool(results.rows, poolOf(results.rows, plan.settings.monthsPooled));
  return {
    plan: { ...plan, market: withOwnRates(plan.market, pooled) },
    outreach: { pooled, fitMoves: fitMoves(names, pooled, results.rows) },
    inputs: {
      layers: readLayers(plan, tableOf(grids, 'settings')),
      sourced: sourcedRules(tableOf(grids, 'icp')),
      results: results.rows,
      typed: { ...plan.market, sources: marketSources(tableOf(grids, 'tam')) },
      past: past === undefined ? undefined : { ...past, frozen: frozenNow(past.frozen, successors) },
      icpHash: icpHashOf(grids),
      renamed,
      successors: successors.map(successorSentence),
    },
    lanes: readLanes(tableOf(grids, 'personas'), tableOf(grids, 'segments')),
    problems: [
      ...problems,
      ...successors.map((each) => successorNote(each, plan, titles)),
      ...(unused === undefined ? [] : [unused]),
      ...results.problems,
    ],
  };
}

/** Tells one ICP from another: rules and what they weigh, not the words beside them. */
function icpHashOf(grids: PlanGrids): string {
  const rows = jsonRowsOf('icp', grids.get('icp')?.grid ?? []).map((row) =>
    ['Dimension', 'Field', 'Operator', 'Value', 'Importance', 'Type', 'If blank', 'Active'].map((header) => row[header] ?? ''),
  );
  return hashOf(JSON.stringify(rows)).slice(0, 8);
}

function tableOf(grids: PlanGrids, key: PlanKey): PlanTable {
  return planTableOf(key, gridOf(grids, key));
}

function gridOf(grids: PlanGrids, key: PlanKey): PlanGrid {
  return grids.get(key) ?? { tab: PLAN_TABS[key].title, grid: [] };
}
