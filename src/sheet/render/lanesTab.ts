/** The `Lanes` tab: each segment on one screen for the rep who works it: why, problem, buyers, offer, personas, what is expected (S1.24, S1.41). */
import { fold, joined } from '../../domain/facts/text';
import { committeeSizes, wantedPhrases } from '../../domain/people/buyerRoles';
import { counted, shownNumber, shownShare } from '../../domain/facts/figure';
import { shownRate } from '../../domain/stats/rates';
import type { SegmentResult } from '../../domain/lanes/segmentResults';
import type { ShareRange } from '../../domain/score/tierGuide';
import type { Cell } from '../grid';
import type { LaneTexts, PersonaTexts } from '../review/readLanes';
import type { Review } from '../review/review';
import type { Run } from '../run/run';
import { TEXT, column, type Block } from '../ownTabs/block';

const COLUMNS = [
  column('Segment', TEXT, 190, 'Filter on one.'),
  column('Line', TEXT, 150, 'What the line is about.'),
  column('What to know', TEXT, 640, 'From Plan Segments and Plan Personas; edit it there.'),
];

/** Segments in launch order. */
export function renderLanes(run: Run, review: Review, lanes: LaneTexts): Block {
  const ranked = [...run.segments].sort((a, b) => a.rank - b.rank);
  const rows = ranked.flatMap((result) =>
    lineTexts(run, review, lanes, result)
      .filter(([, text]) => text !== '')
      .map(([line, text]): readonly Cell[] => [result.segment.name, line, text]),
  );
  return { kind: 'lanes', columns: COLUMNS, rows, frozenColumns: 2 };
}

function lineTexts(run: Run, review: Review, lanes: LaneTexts, result: SegmentResult): readonly (readonly [string, string])[] {
  const { segment } = result;
  const reviewed = review.segments.find((each) => each.segment === segment.name);
  return [
    ['Why this segment', segment.hypothesis],
    ['Who is in it', segment.rules.map(({ type, name }) => (type === 'Exclude' ? `not: ${name}` : name)).join('; ')],
    ['Problem', segment.painPoint],
    ['Buyers', buyersText(run, result)],
    ['Offer', segment.offerAngle],
    ['Buying motion', joined([lanes.motions.get(fold(segment.name)) ?? '', committeeText(run, result)])],
    ...wantedPersonas(lanes.personas, segment.buyerRoles).map(({ name, role, texts }): readonly [string, string] => [
      name || role,
      texts.map(([header, text]) => `${header}: ${text}`).join('\n'),
    ]),
    ['Accounts', accountsText(result)],
    ['Expected', expectedText(review)],
    ['So far', reviewed?.rates.replies ? `Replies ${shownRate(reviewed.rates.replies)}. ${reviewed.why}` : ''],
    ['Owner', segment.owner],
  ];
}

function buyersText({ plan }: Run, { segment }: SegmentResult): string {
  const phrases = wantedPhrases(segment.buyerRoles, plan.personas);
  const roles = segment.buyerRoles.join('; ');
  return phrases.length === 0 || phrases.join('; ') === roles ? roles : `${roles}: ${phrases.join(', ')}`;
}

/** Personas the segment asks for, by their name or role. */
function wantedPersonas(personas: readonly PersonaTexts[], roles: readonly string[]): readonly PersonaTexts[] {
  const wanted = new Set(roles.map(fold));
  return personas.filter(({ name, role, texts }) => texts.length > 0 && (wanted.has(fold(name)) || wanted.has(fold(role))));
}

function committeeText({ book, runResult, segments }: Run, result: SegmentResult): string {
  const matches = runResult.segmentation.matches[segments.indexOf(result)];
  if (book === null || matches === undefined) return '';
  const { below, within, above } = committeeSizes(book, matches);
  return `3 to 7 known people at ${counted(within, 'account')}, fewer at ${shownNumber(below)}, more at ${shownNumber(above)}`;
}

function accountsText({ assigned, top, coverage, reachable }: SegmentResult): string {
  const shares = [
    coverage === null ? '' : `${shownShare(coverage)} with a verified email`,
    reachable === null ? '' : `${shownShare(reachable)} with a wanted buyer`,
  ];
  return joined([`${counted(assigned, 'account')}, ${shownNumber(top)} of Tier 1–2`, ...shares]);
}

function expectedText({ expected: { replyRate, meetingRate } }: Review): string {
  const range = ([low, high]: ShareRange): string => `${shownNumber(100 * low)}–${shownNumber(100 * high)} %`;
  return `Replies from ${range(replyRate)} of the people, meetings from ${range(meetingRate)}`;
}
