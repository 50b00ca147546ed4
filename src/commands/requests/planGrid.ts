/** A whole run on grids that come with the request; for lists too large for a sheet. Writes nothing. */
import type { Grid } from '../../sheet/grid';
import { gridsOfPlan } from '../../sheet/plan/planJson';
import { parsePlanJson } from '../../sheet/plan/planSchema';
import { Refusal } from '../../sheet/problem';
import { VERSION } from '../../sheet/ownTabs/version';
import { compute } from '../result/compute';
import type { RunReply } from '../protocol/replies';
import { reportOf, scoreLines } from '../result/report';
import { sentencesOf } from '../result/sentences';
import type { Moment } from '../workbook/workbook';

interface GridRequest {
  readonly accounts: Grid;
  readonly contacts?: Grid;
  readonly plan: unknown;
  readonly asOf: string;
  readonly withScores?: boolean;
}

/** Computes a run from plain cells, without the spreadsheet; writes nothing. */
export function planGrid(request: GridRequest, locale: string, moment: Moment): RunReply {
  const { plan, problems: refusals } = parsePlanJson(request.plan);
  if (plan === undefined) throw new Refusal(refusals);
  const computed = compute(
    {
      accounts: { tab: 'Accounts', grid: request.accounts },
      contacts: request.contacts === undefined ? undefined : { tab: 'Contacts', grid: request.contacts },
      plan: gridsOfPlan(plan),
      locale,
      asOf: request.asOf === '' ? undefined : request.asOf,
    },
    moment,
  );
  const { run, problems, planHash } = computed;
  const report = reportOf(computed, problems, { version: VERSION, runId: moment.runId, time: moment.time, planHash });
  return {
    report,
    sentences: sentencesOf(computed),
    written: [],
    ...(request.withScores === true ? { scores: scoreLines(run) } : {}),
  };
}
