/** The run as the JSON of `plan --json`, and one line per account. */
import { DATA_MISSING, NO_LANE } from '../../domain/segments/segment';
import { ALL_TIERS } from '../../domain/rules/plan';
import { tierName } from '../../domain/score/tier';
import { filtersOf } from '../../domain/funnel/filter';
import { funnelSteps } from '../../domain/funnel/funnel';
import { isoOf } from '../../sheet/parse/date';
import type { Problem } from '../../sheet/problem';
import { arranged } from '../../sheet/render/problemRows';
import type { Run } from '../../sheet/run/run';
import type { Computed } from './compute';
import type { PlanReport, ScoreLine } from '../protocol/replies';

/** Everything but the stamp and the problems comes from the run. */
export function reportOf(
  { run, leftOut }: Pick<Computed, 'run' | 'leftOut'>,
  problems: readonly Problem[],
  stamp: Omit<PlanReport['stamp'], 'asOf'>,
): PlanReport {
  const { counts, segmentation } = run.runResult;
  return {
    accounts: {
      read: counts.accounts + run.read.errors,
      scored: counts.scored,
      excluded: counts.excluded,
      errors: run.read.errors,
      duplicates: counts.duplicates,
    },
    market: marketOf(run),
    outreach: run.outreach === null ? null : run.outreach.map(({ step, value }) => ({ step, value })),
    tiers: ALL_TIERS.map((tier, index) => {
      const accounts = counts.tiers[index] ?? 0;
      return { tier, accounts, share: counts.accounts === 0 ? null : accounts / counts.accounts };
    }),
    grid:
      run.grid === null
        ? []
        : run.grid.cells.map(({ fit, signal, accounts, available }) => ({ fit, signal, accounts, available })),
    segments: run.segments.map(
      ({ segment, matches, available, customers, assigned, coverage, reachable, score, rank, verdict }) => ({
        segment: segment.name,
        matches,
        available,
        customers,
        assigned,
        coverage,
        reachable,
        score: score.score,
        rank,
        verdict,
      }),
    ),
    unassigned: segmentation.unassigned,
    funnel: funnelSteps(filtersOf(run.runResult.profile), counts.accounts).map(({ rule, before, after, mismatch, unknown }) => ({
      rule,
      before,
      after,
      mismatch,
      unknown,
    })),
    checklist: run.checks.map(({ id, segment, status, actual, rule, fix }) => ({ id, segment, status, actual, rule, fix })),
    leftOut: leftOut.map(({ kind, name, field, why, fix }) => ({ kind, name, field, why, fix })),
    problems: arranged(problems),
    stamp: { ...stamp, asOf: isoOf(run.plan.asOf) },
  };
}

function marketOf({ market }: Run): PlanReport['market'] {
  const { accounts, confirmed, possible, shareOfTam, verdict, estimate } = market.icp;
  return {
    listed: market.listed,
    tam: market.tam,
    sam: market.sam,
    som: market.som,
    icp: { accounts, confirmed, possible, shareOfTam, verdict, estimate },
  };
}

/** One line per account in the list's order. */
export function scoreLines({ runResult, read }: Run): readonly ScoreLine[] {
  const { scores, tiering, segmentation } = runResult;
  return read.lists.accounts.keys.map((key, account) => ({
    account_key: key,
    fit: orNull(scores.fit[account]),
    signal: orNull(scores.signal[account]),
    known: scores.known[account] ?? 0,
    low: orNull(scores.low[account]),
    high: orNull(scores.high[account]),
    tier: tierName(tiering.final[account]),
    segment: segmentName(runResult, segmentation.assigned[account] ?? NO_LANE),
  }));
}

/** Name of the segment an account is assigned to; '' for none. */
export function segmentName({ segmentation }: Run['runResult'], assigned: number): string {
  return assigned === NO_LANE || assigned === DATA_MISSING ? '' : (segmentation.segments[assigned]?.name ?? '');
}

function orNull(score: number | undefined): number | null {
  return score === undefined || Number.isNaN(score) ? null : score;
}
