/** The `Summary` tab: accounts, what to fix, market, ICP, tiers, segments and outreach as one table read from the top. */
import { statusOf } from '../../domain/facts/check';
import { counted, shownShare } from '../../domain/facts/figure';
import { captureNote } from '../../domain/market/marketCheck';
import { headerNote } from '../../domain/market/numberUses';
import { openChecks } from '../../domain/checks/planChecks';
import type { Review } from '../review/review';
import type { Run } from '../run/run';
import type { Block } from '../ownTabs/block';
import { SUMMARY_COLUMNS, summaryLine as line, type SummaryLine } from './summaryLine';
import { pathLines } from './summaryPath';
import { changedLine, differenceLines, resultLines } from './summaryReview';
import { hourLines, tierLines } from './summaryTiers';

/** Checks named; `Coverage` has all of them. */
const WORST = 5;

/** The figures a manager asks for first, part by part. */
export function renderSummary(run: Run, review: Review): Block {
  const rows = [
    changedLine(review),
    ...pathLines(run),
    ...differenceLines(review),
    ...resultLines(review),
    ...worstLines(run),
    ...accountLines(run),
    ...marketLines(run),
    ...icpLines(run),
    ...tierLines(run),
    ...hourLines(run),
    ...segmentLines(run),
    ...outreachLines(run),
  ];
  return { kind: 'summary', columns: SUMMARY_COLUMNS, rows, frozenColumns: 2 };
}

function accountLines({ runResult, read }: Run): readonly SummaryLine[] {
  const { accounts, scored, excluded, duplicates } = runResult.counts;
  const of = (measure: string, count: number, note: string): SummaryLine => line('Accounts', measure, { count }, note);
  return [
    of('Rows read', accounts + read.errors, 'Rows read = scored + excluded + errors.'),
    of('Scored', scored, 'All accounts that are not excluded, those that need data among them.'),
    of('Excluded', excluded, 'A met Exclude, a failed Must, outside the market bounds, or an override.'),
    of('Errors', read.errors, 'Rows that cannot be read as an account; Problems lists them.'),
    of('Duplicates', duplicates, 'Rows after the first of the same account; they stay in the counts above.'),
  ];
}

/** The worst findings, Fail before Check before Not known, and their rows in Coverage. */
function worstLines({ checks, segments }: Run): readonly SummaryLine[] {
  return openChecks(checks)
    .slice(0, WORST)
    .map((check) => {
      const { id, segment, status, actual, fix } = check;
      const where = segments.length === 0 ? '' : ` Coverage, row ${checks.indexOf(check) + 3}.`;
      return line('To do', segment === '' ? id : `${segment}: ${id}`, { verdict: status }, `${actual}. ${fix}${where}`);
    });
}

function marketLines({ market, plan }: Run): readonly SummaryLine[] {
  const { tam, sam, som, listed, listCoverage, capture } = market;
  const covered = listCoverage === null ? '' : ` The list covers ${shownShare(listCoverage)} of the market.`;
  return [
    line('Market', 'TAM', { count: tam.companies, money: tam.value }, headerNote('TAM')),
    line('Market', 'SAM', { count: sam.companies, money: sam.value }, headerNote('SAM')),
    line('Market', 'SOM', { count: som.customers, money: som.value }, headerNote('SOM')),
    line(
      'Market',
      'Captured TAM',
      { share: plan.market.captureShare ?? null, money: capture.revenue, verdict: capture.verdict },
      captureNote(),
    ),
    line('Market', 'TAM of the list', { count: listed }, `Accounts that fail no market bound.${covered}`),
  ];
}

function icpLines({ market: { icp }, plan }: Run): readonly SummaryLine[] {
  const { narrow, broad } = plan.settings.icpShare;
  const share =
    icp.shareOfTam === null
      ? 'No account is within the market bounds, so there is no share to judge.'
      : `Share of the accounts in the market; ${shownShare(narrow)} to ${shownShare(broad)} is healthy.`;
  return [
    line(
      'ICP',
      'ICP',
      { count: icp.accounts, share: icp.shareOfTam, money: icp.value, verdict: icp.verdict },
      `${share} ${headerNote('ICP')}`,
    ),
    line('ICP', 'Confirmed', { count: icp.confirmed }, 'In the ICP whatever the missing facts turn out to be.'),
    line('ICP', 'Possible', { count: icp.possible }, 'Not in the ICP, but the missing facts could bring them in.'),
    line(
      'ICP',
      'Estimated in the market',
      { count: icp.estimate },
      'ICP share of the accounts in the market × companies in the market; blank when the list was already filtered.',
    ),
  ];
}

function segmentLines({ segments, runResult }: Run): readonly SummaryLine[] {
  if (segments.length === 0) return [];
  const { unassigned, drawn } = runResult.segmentation;
  const of = (measure: string, count: number, note: string, verdict = ''): SummaryLine =>
    line('Segments', measure, { count, share: drawn === 0 ? null : count / drawn, verdict }, note);
  const ranked = [...segments].sort((a, b) => a.rank - b.rank);
  return [
    ...ranked.map((result) => of(result.segment.name, result.assigned, segmentNote(result), result.verdict)),
    of('No lane', unassigned.noLane, 'In the pool, and no segment takes them.'),
    of('Data missing', unassigned.dataMissing, 'A segment might take them once a missing fact is known.'),
  ];
}

function segmentNote({ rank, matches, coverage, checks }: Run['segments'][number]): string {
  const covered = coverage === null ? 'coverage not known' : `${shownShare(coverage)} with a verified email`;
  const open = checks.filter(({ status }) => status !== 'Pass').map(({ id, status }) => `${id} ${status}`);
  const toFix = open.length === 0 ? '' : ` To fix: ${open.join(', ')}.`;
  return `Rank ${rank}; ${counted(matches, 'match', 'matches')}, ${covered}.${toFix}`;
}

/** The reverse funnel, and what it needs against what the list has. */
function outreachLines({ outreach, plan, supply, checks }: Run): readonly SummaryLine[] {
  if (outreach === null) return [];
  const { rounding, contactsPerAccount, emailsPerContact } = plan.settings;
  const note = `Reverse funnel from the revenue target, rounding "${rounding}".`;
  const verdict = statusOf(checks, 'outreach supply') ?? '';
  const { unit } = supply;
  const emails = `${counted(emailsPerContact, 'email')} a person (Plan Settings).`;
  const assumed =
    unit === 'people' ? `At ${emails}` : `At ${counted(contactsPerAccount, 'person', 'people')} an account and ${emails}`;
  return [
    ...outreach.map(({ step, value }) => line('Outreach', step, { count: value }, note)),
    line('Outreach', `${unit} needed a year`, { count: supply.needed }, assumed),
    line(
      'Outreach',
      `${unit} with a verified email`,
      { count: supply.reachable },
      'At available accounts of the ICP; blank where nothing says who has one.',
    ),
    line('Outreach', `${unit} short`, { count: supply.shortfall, verdict }, 'Needed − reachable.'),
    line('Outreach', 'weeks until used up', { count: supply.weeks }, 'At the pace of the year; more than 52 is enough.'),
  ];
}
