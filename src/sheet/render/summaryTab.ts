/** The `Summary` tab: one screen that a manager reads in a minute, from the result over tiers and segments to what to do. */
import { checkTitle } from '../../domain/checks/checkNames';
import { capitalised } from '../../domain/score/wording';
import { openChecks } from '../../domain/checks/planChecks';
import { TIER_2 } from '../../domain/score/tier';
import { counted, shownNumber } from '../../domain/facts/figure';
import type { Block } from '../ownTabs/block';
import { FIRST_ROW } from '../ownTabs/block';
import type { Review } from '../review/review';
import type { LeftOut } from '../run/leftOut';
import type { Run } from '../run/run';
import { gridLines } from './summaryGrid';
import { withoutCells } from './shortText';
import { HEADINGS, LEFT_OUT, SUMMARY_COLUMNS, section, summaryLine as line, type SummaryLine } from './summaryLine';
import { moneyLines } from './summaryMoney';
import { pathLines } from './summaryPath';
import { changedLines, resultLines } from './summaryReview';
import { segmentLines } from './summarySegments';
import { tierLines } from './summaryTiers';

/** Checks named; `Coverage` has all of them. */
const WORST = 5;

/** The figures a manager asks for first, section by section. */
export function renderSummary(run: Run, review: Review, leftOut: readonly LeftOut[] = []): Block {
  const path = pathLines(run);
  const above = [
    ...section(HEADINGS.result, [...leftOutLines(leftOut), icpLine(run), ...changedLines(review), ...resultLines(review)], {
      kind: 'scores',
    }),
    ...section(HEADINGS.tiers, tierLines(run), { kind: 'scores' }),
  ];
  const lines = [
    ...above,
    ...section(HEADINGS.path, path, { kind: 'scores' }),
    ...section(HEADINGS.segments, segmentLines(run, review), { kind: 'segments' }),
    ...section(HEADINGS.toDo, worstLines(run), { kind: 'coverage' }),
    ...section(HEADINGS.money, moneyLines(run), { kind: 'coverage' }),
    ...gridLines(run),
  ];
  return {
    kind: 'summary',
    columns: SUMMARY_COLUMNS,
    rows: lines.map(({ cells }) => cells),
    frozenColumns: 0,
    links: lines.flatMap(({ links }, row) => links.map((link) => ({ ...link, row }))),
    charted: { row: FIRST_ROW + above.length + 1, rows: path.length },
  };
}

/** All that is left out in one line, with the first in words. */
function leftOutLines(leftOut: readonly LeftOut[]): readonly SummaryLine[] {
  const [first] = leftOut;
  if (first === undefined) return [];
  const countOf = (kind: LeftOut['kind']): number => leftOut.filter((each) => each.kind === kind).length;
  const said = [
    ...(countOf('rule') === 0 ? [] : [counted(countOf('rule'), 'rule')]),
    ...(countOf('override') === 0 ? [] : [counted(countOf('override'), 'override')]),
    ...(countOf('results') === 0 ? [] : ['results']),
  ];
  return [line(LEFT_OUT, {}, `${capitalised(said.join(', '))}: ${first.why} ${first.fix}`, { kind: 'problems' })];
}

function icpLine({ market: { icp }, runResult: { tiering, availability } }: Run): SummaryLine {
  const { accounts, confirmed, possible, shareOfTam, verdict } = icp;
  let available = 0;
  tiering.final.forEach((tier, account) => (available += tier <= TIER_2 ? (availability.available[account] ?? 0) : 0));
  const parts = [`${shownNumber(confirmed)} confirmed, ${shownNumber(accounts - confirmed)} to verify.`];
  if (possible > 0) parts.push(`${shownNumber(possible)} others might qualify.`);
  return line('ICP accounts', { accounts, share: shareOfTam, available, verdict: verdictWord(verdict) }, parts.join(' '), {
    kind: 'scores',
  });
}

/** In two words; the check on Coverage says more. */
function verdictWord(verdict: Run['market']['icp']['verdict']): string {
  return verdict === 'no filter' ? 'too broad' : verdict;
}

/** The worst findings, Fail before Check before Not known. */
function worstLines({ checks }: Run): readonly SummaryLine[] {
  return openChecks(checks)
    .slice(0, WORST)
    .map((check) => {
      const title = checkTitle(check);
      const to = { kind: 'coverage', header: 'What to fix first', text: title } as const;
      return line(title, { verdict: check.status }, `${withoutCells(check.actual)}. ${check.fix}`, to);
    });
}
