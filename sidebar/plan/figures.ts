/** The figures that every view shows: those of the last run while nothing has changed since, else what a run would write now. */
import type { PlanReport, RunReply } from '../../src/commands/protocol/replies';
import { countChanges } from './entries';
import type { Live } from './live';
import type { State } from '../state';

export interface Figures extends Pick<PlanReport, 'segments' | 'unassigned' | 'grid' | 'leftOut'> {
  /** When the run was that wrote them; undefined for counts that no tab holds yet. */
  readonly written: string | undefined;
  readonly counts: { readonly accounts: number; readonly excluded: number; readonly duplicates: number };
  readonly market: Pick<PlanReport['market'], 'listed' | 'icp'>;
  /** Parallel to `ALL_TIERS`. */
  readonly tiers: readonly number[];
}

/** The last run, where it is what lists and plan on this page give. */
export function currentRun({ outcome, draft, behind }: State): RunReply | undefined {
  return behind.length === 0 && countChanges(draft) === 0 ? outcome : undefined;
}

/** From one source, never from both. */
export function figuresOf(state: State, live: Live): Figures {
  const report = currentRun(state)?.report;
  return report === undefined ? liveFigures(live) : writtenFigures(report);
}

function writtenFigures({ accounts, market, tiers, segments, unassigned, grid, leftOut, stamp }: PlanReport): Figures {
  return {
    ...{ segments, unassigned, grid, leftOut, market },
    written: stamp.time,
    counts: { accounts: accounts.read - accounts.errors, excluded: accounts.excluded, duplicates: accounts.duplicates },
    tiers: tiers.map((tier) => tier.accounts),
  };
}

function liveFigures({ runResult, market, segments, grid, leftOut }: Live): Figures {
  const { counts, segmentation } = runResult;
  return {
    written: undefined,
    counts,
    market: { listed: market.listed, icp: market.icp },
    tiers: counts.tiers,
    segments: segments.map(({ segment, score, ...figures }) => ({ ...figures, segment: segment.name, score: score.score })),
    unassigned: segmentation.unassigned,
    grid: grid?.cells ?? [],
    leftOut,
  };
}
