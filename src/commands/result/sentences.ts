/** The result in a few sentences, for the menu's message, the sidebar and the command line. */
import { counted, shownNumber, shownShare } from '../../domain/facts/figure';
import { ALL_TIERS } from '../../domain/rules/plan';
import { isSignalRule } from '../../domain/score/profile';
import type { LeftOut } from '../../sheet/run/leftOut';
import type { Run } from '../../sheet/run/run';
import { workOf } from '../../sheet/run/work';
import type { Computed } from './compute';

/** The run in a few sentences, as the sidebar and the command line show it. */
export function sentencesOf({ run, leftOut }: Pick<Computed, 'run' | 'leftOut'>): readonly string[] {
  return [
    accountsSentence(run),
    icpSentence(run),
    tierSentence(run),
    ...leftOutSentences(run, leftOut),
    ...segmentSentences(run),
    ...monthSentences(run),
  ];
}

/** `1 rule left out: Employees has no column.` */
function leftOutSentences({ runResult: { profile, plan } }: Run, leftOut: readonly LeftOut[]): readonly string[] {
  const rules = leftOut.filter(({ kind }) => kind === 'rule');
  const fields = [...new Set(rules.map(({ field }) => field))];
  const isSignalGone = !profile.hasSignalRule && plan.icp.some(isSignalRule);
  return [
    ...(rules.length === 0
      ? []
      : [`${counted(rules.length, 'rule')} left out: ${named(fields)} ${fields.length === 1 ? 'has' : 'have'} no column.`]),
    ...(profile.isHalfLeftOut
      ? ['Rules left out hold half of the weight or more: nobody is Tier 1 by the rules, nobody confirmed.']
      : []),
    ...(isSignalGone ? ['No signal rule has a column: Tier 1 asks for no signal.'] : []),
    ...leftOut.flatMap(({ kind, why, fix }) => (kind === 'rule' ? [] : [`${why} ${fix}`])),
  ];
}

/** Where the team has said how many it takes. */
function monthSentences(run: Run): readonly string[] {
  const { accountsPerMonth } = run.plan.settings;
  if (accountsPerMonth === undefined) return [];
  const { month } = workOf(run);
  return [`This month: ${counted(month.size, 'account')} to work, of ${shownNumber(accountsPerMonth)} the team takes.`];
}

/** The first three, the others counted. */
function named(names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return names.slice(0, 3).join(', ') + more;
}

function accountsSentence({ runResult, read }: Run): string {
  const { accounts, scored, excluded, duplicates } = runResult.counts;
  const parts = [`${shownNumber(scored)} scored`, `${shownNumber(excluded)} excluded`, counted(read.errors, 'error')];
  const twice = duplicates === 0 ? '' : ` ${counted(duplicates, 'row repeats', 'rows repeat')} an earlier account.`;
  return `${counted(accounts + read.errors, 'account')} read from ${read.accountsTab}: ${parts.join(', ')}.${twice}`;
}

function icpSentence({ market }: Run): string {
  const { accounts, confirmed, possible, shareOfTam, verdict } = market.icp;
  const share =
    shareOfTam === null
      ? 'no account passes the market filters'
      : `${shownShare(shareOfTam)} of the ${counted(market.listed, 'account')} in the market`;
  const others = possible === 0 ? '' : ` ${counted(possible, 'other')} might qualify.`;
  const sure = `${shownNumber(confirmed)} confirmed, ${shownNumber(accounts - confirmed)} to verify`;
  return `${counted(accounts, 'ICP account')}: ${sure}, ${share}: ${verdict}.${others}`;
}

function tierSentence({ runResult }: Run): string {
  const parts = ALL_TIERS.map((tier, index) => `${tier} ${shownNumber(runResult.counts.tiers[index] ?? 0)}`);
  return `Tiers: ${parts.join(', ')}.`;
}

function segmentSentences({ segments, runResult }: Run): readonly string[] {
  if (segments.length === 0) return ['No segments yet: add them in step 4 of the sidebar.'];
  const ranked = [...segments].sort((a, b) => a.rank - b.rank);
  const { noLane, dataMissing } = runResult.segmentation.unassigned;
  return [
    ...ranked.map(({ segment, matches, assigned, coverage, verdict, rank }) => {
      const covered = coverage === null ? 'coverage not known' : `${shownShare(coverage)} with a verified email`;
      return `Segment ${rank}, ${segment.name}: ${counted(matches, 'match', 'matches')}, ${shownNumber(assigned)} assigned, ${covered}: ${verdict}.`;
    }),
    `Unassigned: ${shownNumber(noLane)} match no segment, ${shownNumber(dataMissing)} lack data.`,
  ];
}
