/** Lines of the `Summary` tab on segments, in launch order, and on the accounts of the pool that are in none. */
import { roundedShare, shownNumber } from '../../domain/facts/figure';
import type { SegmentResult } from '../../domain/lanes/segmentResults';
import type { Settings } from '../../domain/rules/settings';
import type { Review } from '../review/review';
import type { Run } from '../run/run';
import { summaryLine as line, type SummaryLine } from './summaryLine';

/** A row a segment, then one of those in none; nothing without segments. */
export function segmentLines({ segments, runResult, plan }: Run, review: Review): readonly SummaryLine[] {
  if (segments.length === 0) return [];
  const ranked = [...segments].sort((a, b) => a.rank - b.rank);
  return [
    ...ranked.map((result) => {
      const { segment, matches, available, verdict } = result;
      const to = { kind: 'segments', header: 'Segment', text: segment.name } as const;
      return line(segment.name, { accounts: matches, available, verdict }, nextOf(result, review, plan.settings), to);
    }),
    ...unassignedLines(runResult.segmentation.unassigned),
  ];
}

function unassignedLines({ noLane, dataMissing }: { readonly noLane: number; readonly dataMissing: number }) {
  const said = [
    ...(noLane === 0 ? [] : [`${shownNumber(noLane)} match no segment`]),
    ...(dataMissing === 0 ? [] : [`${shownNumber(dataMissing)} lack data`]),
  ];
  if (said.length === 0) return [];
  return [
    line('Unassigned', { accounts: noLane + dataMissing }, said.join(', '), {
      kind: 'segments',
      header: 'Segment',
      text: 'Unassigned',
    }),
  ];
}

/** What results suggest, else what keeps the segment from passing. */
function nextOf(result: SegmentResult, review: Review, settings: Settings): string {
  const reviewed = review.segments.find(({ segment }) => segment === result.segment.name);
  if (reviewed !== undefined && reviewed.suggestion !== null && reviewed.suggestion !== 'Keep')
    return `${reviewed.suggestion}: ${reviewed.why}`;
  return toFix(result, settings).join('; ') || 'Ready to launch';
}

function toFix({ checks, available, coverage, unverified }: SegmentResult, { smallSegment }: Settings): readonly string[] {
  return checks.flatMap(({ id, status }) => {
    if (status === 'Pass') return [];
    if (id === 'size') return [`${shownNumber(available)} available, ${shownNumber(smallSegment)} wanted`];
    if (id === 'coverage')
      return [
        coverage === null ? 'verified emails not known' : `${roundedShare(coverage)} verified: enrich ${shownNumber(unverified)}`,
      ];
    if (id === 'competition') return [status === 'Fail' ? 'high competition' : 'competition not known'];
    return [`no ${id}`];
  });
}
