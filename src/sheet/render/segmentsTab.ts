/** The `Segments` tab: one row a segment in launch order, then the accounts of the pool that are in none. */
import type { CreditShare } from '../../domain/lanes/credits';
import { headerNote } from '../../domain/market/numberUses';
import type { SegmentResult } from '../../domain/lanes/segmentResults';
import type { Cell } from '../grid';
import type { Run } from '../run/run';
import { COUNT, SCORE, SHARE, TEXT, column, numberCell, type Block } from '../ownTabs/block';

const columns = () => [
  column('Rank', COUNT, 50, 'Launch order: verdict, then reachable Tier 1–2 accounts, then score, then Priority.'),
  column('Segment', TEXT, 200, headerNote('Segment')),
  column('Verdict', TEXT, 70, 'The worst of the five checks on Coverage; Not known counts as Check.'),
  column('Matches', COUNT, 70, 'Accounts of the pool that meet all Includes and no Exclude.'),
  column('Assigned', COUNT, 70, 'Matches that no segment of higher priority took first.'),
  column('Coverage', SHARE, 75, 'Matches with a verified email ÷ matches. Blank without contacts.'),
  column('Reachable', SHARE, 75, 'Matches with a verified contact in a wanted role ÷ matches. Blank without contacts or roles.'),
  column('Score', SCORE, 60, 'Fit 30, urgency 10, reachable 12, coverage 18, competition 30.'),
  column('Mean fit', SHARE, 70, 'Mean fit of the matches; accounts without a fit are left out.'),
  column('Tier 1–2', COUNT, 65, 'Tier 1 and 2 among the assigned.'),
  column('Reachable Tier 1–2', COUNT, 120, 'Of those, accounts with a verified contact in a wanted role.'),
  column('Urgency', COUNT, 65, '1–10, from Plan Segments.'),
  column('Competition', TEXT, 90, 'From Plan Segments; counted reversed.'),
  column('Overlaps with', TEXT, 220, 'Other segments that share matches, with how many.'),
  column('Hypothesis', TEXT, 260, 'Why this segment should convert.'),
  column('Pain point', TEXT, 220, 'The one problem the message answers.'),
  column('Buyer roles', TEXT, 180, headerNote('Persona')),
  column('Offer angle', TEXT, 200, 'The one offer of the lane.'),
  column('Owner', TEXT, 110, 'Who owns the segment.'),
  column('To enrich', COUNT, 75, 'Assigned accounts without a verified email.'),
  column('Credits', COUNT, 70, 'Enrichment credits, in launch order.'),
  column('Credits why', TEXT, 260, 'Why so many.'),
];

/** A row a segment, in launch order. */
export function renderSegments(run: Run): Block {
  const ranked = [...run.segments].sort((a, b) => a.rank - b.rank);
  const { unassigned } = run.runResult.segmentation;
  return {
    kind: 'segments',
    columns: columns(),
    rows: [
      ...ranked.map((result) =>
        rowOf(
          run,
          result,
          run.credits?.shares.find(({ rank }) => rank === result.rank),
        ),
      ),
      restRow('No lane', unassigned.noLane, 'Every rule is known and none of the segments takes them.'),
      restRow('Data missing', unassigned.dataMissing, 'A segment might take them once a missing fact is known.'),
    ],
    frozenColumns: 2,
  };
}

function rowOf(run: Run, result: SegmentResult, credits: CreditShare | undefined): readonly Cell[] {
  const { segment } = result;
  return [
    result.rank,
    segment.name,
    result.verdict,
    result.matches,
    result.assigned,
    numberCell(result.coverage),
    numberCell(result.reachable),
    numberCell(result.score.score),
    numberCell(result.meanFit),
    result.top,
    numberCell(result.reachableTop),
    numberCell(segment.urgency),
    segment.competition ?? '',
    overlapsOf(run, result),
    segment.hypothesis,
    segment.painPoint,
    segment.buyerRoles.join('; '),
    segment.offerAngle,
    segment.owner,
    result.unverified,
    numberCell(credits?.granted),
    credits?.why ?? '',
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

function restRow(name: string, assigned: number, why: string): readonly Cell[] {
  return columns().map(({ header }): Cell =>
    header === 'Segment' ? name : header === 'Assigned' ? assigned : header === 'Hypothesis' ? why : '',
  );
}
