/** Rows of the `Coverage` tab on the people of each segment: roles, titles and committees over its matches; none without contacts. */
import { committeeSizes, roleHistogram, titleGroups, titleHistogram } from '../../domain/people/buyerRoles';
import { counted, shownNumber } from '../../domain/facts/figure';
import type { SegmentResult } from '../../domain/lanes/segmentResults';
import type { Cell } from '../grid';
import type { Run } from '../run/run';
import { shortened } from './shortText';

/** Titles named; the histogram of roles counts all. */
const TITLES = 5;

/** Segments in launch order. */
export function peopleRows(run: Run): readonly (readonly Cell[])[] {
  return [...run.segments].sort((a, b) => a.rank - b.rank).flatMap((result) => rowsOf(run, result));
}

function rowsOf({ book, plan, runResult, segments }: Run, result: SegmentResult): readonly (readonly Cell[])[] {
  const matches = runResult.segmentation.matches[segments.indexOf(result)];
  if (book === null || matches === undefined) return [];
  const row = (what: string, parts: readonly string[], wanted: string, how: string): readonly Cell[] => [
    `${result.segment.name}: ${what}`,
    '',
    shortened(parts.join('; ') || 'No contacts'),
    wanted,
    how,
  ];
  const roles = roleHistogram(book, matches, titleGroups(plan.personas))
    .filter(({ contacts }) => contacts > 0)
    .map(({ role, contacts, verified }) => `${role} ${shownNumber(contacts)} (${shownNumber(verified)} verified)`);
  const titles = titleHistogram(book, matches).slice(0, TITLES);
  const { none, below, within, above } = committeeSizes(book, matches);
  const sizes = `3 to 7 known people at ${counted(within, 'account')}, fewer at ${shownNumber(below)}, more at ${shownNumber(above)}, none at ${shownNumber(none)}`;
  return [
    row('roles', roles, '', 'Write for the role with most verified people.'),
    row(
      'titles',
      titles.map(({ role, contacts }) => `${role} ${shownNumber(contacts)}`),
      '',
      'Write the message for them.',
    ),
    row('buying committee', [sizes], '3 to 7 people', 'Find more people where fewer are known.'),
  ];
}
