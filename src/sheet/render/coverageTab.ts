/** The `Coverage` tab: what to fix before launch, worst first, what passes in one line each, then the people and figures behind it. */
import { checkName, checkTitle } from '../../domain/checks/checkNames';
import { openChecks } from '../../domain/checks/planChecks';
import type { Check } from '../../domain/facts/check';
import { counted } from '../../domain/facts/figure';
import type { Cell } from '../grid';
import type { Run } from '../run/run';
import { TEXT, column, type Block, type BlockLink } from '../ownTabs/block';
import { figureRows } from './coverageFigures';
import { peopleRows } from './coveragePeople';
import { shortened } from './shortText';

const COLUMNS = [
  column('What to fix first', TEXT, 210, 'The check, behind its segment where it is of one.'),
  column('Status', TEXT, 70, 'Pass, Check, Fail, or Not known where data is missing. Blank: shown, not judged.'),
  column('Now', TEXT, 240, 'What was found.'),
  column('Wanted', TEXT, 180, 'What is asked.'),
  column('How', TEXT, 215, 'What to do; blank when it passes.'),
];

/** The open checks as the Summary orders them, passes by segment, people, figures. */
export function renderCoverage(run: Run): Block {
  const open = openChecks(run.checks);
  const rows: readonly (readonly Cell[])[] = [
    ...open.map((check): readonly Cell[] => {
      const { status, actual, rule, fix } = check;
      return [checkTitle(check), status, shortened(actual), shortened(rule), shortened(fix)];
    }),
    ...passedRows(run),
    ...peopleRows(run),
    ...figureRows(run),
  ];
  return { kind: 'coverage', columns: COLUMNS, rows, frozenColumns: 0, links: segmentLinks(open) };
}

/** The plan first, then segments in launch order; the checks that pass are named, not told. */
function passedRows({ checks, segments }: Run): readonly (readonly Cell[])[] {
  const names = ['', ...[...segments].sort((a, b) => a.rank - b.rank).map(({ segment }) => segment.name)];
  return names.flatMap((name) => {
    const passed = checks.filter(({ segment, status }) => segment === name && status === 'Pass');
    if (passed.length === 0) return [];
    const what = name === '' ? 'Everything else of the plan' : `${name}: everything else`;
    const said = passed.map(({ id }, index) => (index === 0 ? checkName(id) : lowered(checkName(id))));
    return [[what, 'Pass', counted(passed.length, 'check'), shortened(said.join(', ')), '']];
  });
}

/** Names of its own, such as ICP, keep their letters. */
function lowered(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** From an open check of a segment to the segment. */
function segmentLinks(open: readonly Check[]): readonly BlockLink[] {
  return open.flatMap(({ segment }, row): BlockLink[] =>
    segment === '' ? [] : [{ row, column: 0, to: { kind: 'segments', header: 'Segment', text: segment } }],
  );
}
