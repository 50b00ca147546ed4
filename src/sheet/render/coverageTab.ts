/** The `Coverage` tab: the checks before launch, then who sits at the accounts of each segment. */
import { committeeSizes, roleHistogram, titleGroups, titleHistogram } from '../../domain/people/buyerRoles';
import { counted, shownNumber } from '../../domain/facts/figure';
import type { SegmentResult } from '../../domain/lanes/segmentResults';
import type { Cell } from '../grid';
import type { Run } from '../run/run';
import { TEXT, column, type Block } from '../ownTabs/block';

const COLUMNS = [
  column('Segment', TEXT, 150, 'The segment the check is about; blank for the whole plan.'),
  column('Check', TEXT, 105, 'What is checked.'),
  column('Status', TEXT, 75, 'Pass, Check, Fail, or Not known where data is missing. Blank: shown, not judged.'),
  column('Actual', TEXT, 270, 'What was found.'),
  column('Fix', TEXT, 300, 'What to do; blank when it passes.'),
  column('Rule', TEXT, 360, 'What is asked, with its source.'),
];
/** Titles named; the histogram of roles counts all. */
const TITLES = 5;

/** The checklist: a row a check, segments in launch order. */
export function renderCoverage(run: Run): Block {
  const ranked = [...run.segments].sort((a, b) => a.rank - b.rank);
  const checks = run.checks.map(({ segment, id, status, actual, rule, fix }): readonly Cell[] => [
    segment,
    id,
    status,
    actual,
    fix,
    rule,
  ]);
  return {
    kind: 'coverage',
    columns: COLUMNS,
    rows: [...checks, ...ranked.flatMap((result) => peopleRows(run, result))],
    frozenColumns: 2,
  };
}

/** Roles, titles and committees over the matches; nothing without contacts. */
function peopleRows({ book, plan, runResult, segments }: Run, result: SegmentResult): readonly (readonly Cell[])[] {
  const matches = runResult.segmentation.matches[segments.indexOf(result)];
  if (book === null || matches === undefined) return [];
  const row = (id: string, parts: readonly string[], rule: string, fix: string): readonly Cell[] => [
    result.segment.name,
    id,
    '',
    parts.join('; ') || 'No contacts',
    fix,
    rule,
  ];
  const roles = roleHistogram(book, matches, titleGroups(plan.personas))
    .filter(({ contacts }) => contacts > 0)
    .map(
      ({ role, contacts, verified, accounts }) =>
        `${role} ${shownNumber(contacts)} (${shownNumber(verified)} verified) at ${counted(accounts, 'account')}`,
    );
  const titles = titleHistogram(book, matches).slice(0, TITLES);
  const { none, below, within, above } = committeeSizes(book, matches);
  const sizes = `3 to 7 known people at ${counted(within, 'account')}, fewer at ${shownNumber(below)}, more at ${shownNumber(above)}, none at ${shownNumber(none)}`;
  return [
    row('roles', roles, 'Contacts by persona or role', 'Write for the role with most verified people.'),
    row(
      'titles',
      titles.map(({ role, contacts }) => `${role} ${shownNumber(contacts)}`),
      'The titles met most',
      'Write the message for them.',
    ),
    row('committee', [sizes], 'A buying committee has 3 to 7 people', 'Find more people where fewer are known.'),
  ];
}
