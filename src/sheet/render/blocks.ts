/** All generated tabs of a run, the Summary first. */
import { CELL_LIMIT, fittedText } from '../cellText';
import type { Problem } from '../problem';
import type { Cell } from '../grid';
import type { LaneTexts } from '../review/readLanes';
import type { Review } from '../review/review';
import type { LeftOut } from '../run/leftOut';
import type { Run } from '../run/run';
import type { Block, GeneratedKind } from '../ownTabs/block';
import { renderChanges } from './changesTab';
import { renderCoverage } from './coverageTab';
import { renderFunnel } from './funnelTab';
import { renderLanes } from './lanesTab';
import { renderProblems } from './problemsTab';
import { renderRates } from './ratesTab';
import { renderScores } from './scoresTab';
import { renderSegments } from './segmentsTab';
import { renderSummary } from './summaryTab';

/** A run with the review made of it. */
export interface Reviewed {
  readonly run: Run;
  readonly review: Review;
  readonly lanes: LaneTexts;
  /** What the plan asks for and the run leaves out. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * A tab appears when there is something to say in it; one that is `present` is written again even when there is nothing left to say,
 * so that no tab shows an older run's numbers.
 */
export function renderBlocks(
  { run, review, lanes, leftOut }: Reviewed,
  problems: readonly Problem[],
  present: ReadonlySet<GeneratedKind>,
): readonly Block[] {
  const isWanted = (kind: GeneratedKind, hasContent: boolean): boolean => hasContent || present.has(kind);
  const hasSegments = run.segments.length > 0;
  const blocks = [
    renderSummary(run, review, leftOut),
    renderScores(run),
    ...(isWanted('segments', hasSegments) ? [renderSegments(run)] : []),
    ...(isWanted('coverage', hasSegments) ? [renderCoverage(run)] : []),
    ...(isWanted('lanes', hasSegments) ? [renderLanes(run, review, lanes)] : []),
    ...(isWanted('rates', review.results.length > 0) ? [renderRates(review)] : []),
    ...(isWanted('changes', review.difference !== null) ? [renderChanges(run, review.difference)] : []),
    ...(isWanted('funnel', hasSegments || run.plan.tam.length > 0) ? [renderFunnel(run)] : []),
    ...(isWanted('problems', problems.length > 0) ? [renderProblems(problems)] : []),
  ];
  return blocks.map(fittedBlock);
}

/** Names of fifty segments may be more than a cell holds, and so may a text that stands in the list itself. */
function fittedBlock(block: Block): Block {
  const isLong = (cell: Cell): cell is string => typeof cell === 'string' && cell.length > CELL_LIMIT;
  if (!block.rows.some((cells) => cells.some(isLong))) return block;
  return { ...block, rows: block.rows.map((cells) => cells.map((cell) => (isLong(cell) ? fittedText(cell) : cell))) };
}
