/** The result in a few sentences, for the menu's message, the sidebar and the command line. */
import { counted, shownNumber, shownShare } from '../../domain/facts/figure';
import { ALL_TIERS } from '../../domain/rules/plan';
import type { Run } from '../../sheet/run/run';

/** The run in a few sentences, as the sidebar and the command line show it. */
export function sentencesOf(run: Run): readonly string[] {
  return [accountsSentence(run), icpSentence(run), tierSentence(run), ...segmentSentences(run)];
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
      ? 'no account is within the market bounds'
      : `${shownShare(shareOfTam)} of the ${counted(market.listed, 'listed account')}`;
  return `ICP: ${shownNumber(accounts)} (${shownNumber(confirmed)} confirmed), ${shownNumber(possible)} more possible; ${share}: ${verdict}.`;
}

function tierSentence({ runResult }: Run): string {
  const parts = ALL_TIERS.map((tier, index) => `${tier} ${shownNumber(runResult.counts.tiers[index] ?? 0)}`);
  return `Tiers: ${parts.join(', ')}.`;
}

function segmentSentences({ segments, runResult }: Run): readonly string[] {
  if (segments.length === 0) return ['No segments yet: add them to Plan Segments and Plan Rules.'];
  const ranked = [...segments].sort((a, b) => a.rank - b.rank);
  const { noLane, dataMissing } = runResult.segmentation.unassigned;
  return [
    ...ranked.map(({ segment, matches, assigned, coverage, verdict, rank }) => {
      const covered = coverage === null ? 'coverage not known' : `${shownShare(coverage)} with a verified email`;
      return `Segment ${rank}, ${segment.name}: ${counted(matches, 'match', 'matches')}, ${shownNumber(assigned)} assigned, ${covered}: ${verdict}.`;
    }),
    `In no segment: ${shownNumber(noLane)} without a lane, ${shownNumber(dataMissing)} with data missing.`,
  ];
}
