/** The `Segments` tab: one row a segment in launch order, then the accounts of the pool that are in none. */
import type { CreditShare } from '../../domain/lanes/credits';
import { headerNote } from '../../domain/market/numberUses';
import type { SegmentResult } from '../../domain/lanes/segmentResults';
import type { Segment } from '../../domain/rules/plan';
import type { Cell } from '../grid';
import type { Run } from '../run/run';
import { COUNT, ONE_DECIMAL, SHARE, TEXT, cellColumn, cellsOf, numberCell, type Block, type CellColumn } from '../ownTabs/block';

/** A segment with its results, or accounts of the pool that are in none. */
type Row =
  | { readonly result: SegmentResult; readonly credits: CreditShare | undefined; readonly overlaps: string }
  | { readonly name: string; readonly assigned: number; readonly why: string };

/** A row a segment, in launch order. */
export function renderSegments(run: Run): Block {
  const ranked = [...run.segments].sort((a, b) => a.rank - b.rank);
  const { unassigned } = run.runResult.segmentation;
  const rows: readonly Row[] = [
    ...ranked.map((result) => ({
      result,
      credits: run.credits?.shares.find(({ rank }) => rank === result.rank),
      overlaps: overlapsOf(run, result),
    })),
    { name: 'Unassigned', assigned: unassigned.noLane, why: 'Every rule is known and none of the segments takes them.' },
    { name: 'Not enough data', assigned: unassigned.dataMissing, why: 'A segment might take them once a missing fact is known.' },
  ];
  const columns = segmentColumns();
  return { kind: 'segments', columns, rows: cellsOf(columns, rows), frozenColumns: 2 };
}

/** A function, so that formulas do not build them at load. */
function segmentColumns(): readonly CellColumn<Row>[] {
  const of = (header: string, format: string, width: number, note: string, cell: (result: SegmentResult) => Cell) =>
    cellColumn<Row>(header, format, width, note, (row) => ('result' in row ? cell(row.result) : ''));
  const typed = (header: string, format: string, width: number, note: string, cell: (segment: Segment) => Cell) =>
    of(header, format, width, note, ({ segment }) => cell(segment));
  const credited = (header: string, format: string, width: number, note: string, cell: (credits: CreditShare) => Cell) =>
    cellColumn<Row>(header, format, width, note, (row) =>
      'result' in row && row.credits !== undefined ? cell(row.credits) : '',
    );
  return [
    of(
      'Rank',
      COUNT,
      50,
      'Launch order: verdict, then reachable Tier 1–2 accounts, then score, then Priority.',
      ({ rank }) => rank,
    ),
    cellColumn('Segment', TEXT, 280, headerNote('Segment'), (row) => ('result' in row ? row.result.segment.name : row.name)),
    of('Verdict', TEXT, 70, 'The worst of the five checks on Coverage; Not known counts as Check.', ({ verdict }) => verdict),
    of('Matches', COUNT, 70, 'Accounts of the pool that meet all Includes and no Exclude.', ({ matches }) => matches),
    of(
      'Available',
      COUNT,
      70,
      'Matches that are free to be worked: no customer, open deal or best customer.',
      ({ available }) => available,
    ),
    of('Customers', COUNT, 75, 'Matches that are customers already: the share won.', ({ customers }) => customers),
    cellColumn('Assigned', COUNT, 70, 'Matches that no segment of higher priority took first.', (row) =>
      'result' in row ? row.result.assigned : row.assigned,
    ),
    of(
      'Coverage',
      SHARE,
      75,
      'Available matches with a verified email ÷ available matches. Blank without contacts.',
      ({ coverage }) => numberCell(coverage),
    ),
    of(
      'Reachable',
      SHARE,
      75,
      'Available matches with a verified contact in a wanted role ÷ available matches. Blank without contacts or roles.',
      ({ reachable }) => numberCell(reachable),
    ),
    of('Score', ONE_DECIMAL, 60, 'Fit 30, urgency 10, reachable 12, coverage 18, competition 30.', ({ score }) =>
      numberCell(score.score),
    ),
    of('Mean fit', SHARE, 70, 'Mean fit of the matches; accounts without a fit are left out.', ({ meanFit }) =>
      numberCell(meanFit),
    ),
    of('Tier 1–2', COUNT, 65, 'Tier 1 and 2 among the assigned that are available.', ({ top }) => top),
    of('Reachable Tier 1–2', COUNT, 120, 'Of those, accounts with a verified contact in a wanted role.', ({ reachableTop }) =>
      numberCell(reachableTop),
    ),
    typed('Urgency', COUNT, 65, '1–10, from Plan Segments.', ({ urgency }) => numberCell(urgency)),
    typed('Competition', TEXT, 90, 'From Plan Segments; counted reversed.', ({ competition }) => competition ?? ''),
    cellColumn('Overlaps with', TEXT, 220, 'Other segments that share matches, with how many.', (row) =>
      'result' in row ? row.overlaps : '',
    ),
    cellColumn('Hypothesis', TEXT, 260, 'Why this segment should convert.', (row) =>
      'result' in row ? row.result.segment.hypothesis : row.why,
    ),
    typed('Pain point', TEXT, 220, 'The one problem the message answers.', ({ painPoint }) => painPoint),
    typed('Buyer roles', TEXT, 180, headerNote('Persona'), ({ buyerRoles }) => buyerRoles.join('; ')),
    typed('Offer angle', TEXT, 200, 'The one offer of the lane.', ({ offerAngle }) => offerAngle),
    typed('Owner', TEXT, 110, 'Who owns the segment.', ({ owner }) => owner),
    of('To enrich', COUNT, 75, 'Assigned and available accounts without a verified email.', ({ unverified }) => unverified),
    credited('Credits', COUNT, 70, 'Enrichment credits, in launch order.', ({ granted }) => numberCell(granted)),
    credited('Credits why', TEXT, 260, 'Why so many.', ({ why }) => why),
  ];
}

function overlapsOf(run: Run, result: SegmentResult): string {
  const index = run.segments.indexOf(result);
  const shared = run.runResult.segmentation.overlap[index] ?? [];
  return run.segments
    .map(({ segment }, other) => ({ name: segment.name, count: other === index ? 0 : (shared[other] ?? 0) }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} (${count})`)
    .join('; ');
}
