/** Lines of the `Summary` tab on tiers: counts, what is usual for each (S3.16–S3.19), and the hours they deserve. */
import { statusOf } from '../../domain/facts/check';
import { shownShare } from '../../domain/facts/figure';
import { ALL_TIERS } from '../../domain/rules/plan';
import { ALLOCATION_NOTE, expectedText, tierGuide, tierHours } from '../../domain/score/tierGuide';
import { weeksOfWork } from '../../domain/market/capacity';
import type { Run } from '../run/run';
import { summaryLine as line, type SummaryLine } from './summaryLine';

/** A row a tier, with what to do with its accounts. */
export function tierLines({ runResult, plan, checks }: Run): readonly SummaryLine[] {
  const { accounts, tiers } = runResult.counts;
  const { cuts, tier1NeedsSignal, needsDataBelow } = plan.settings;
  const [one, two, three] = cuts;
  const notes = [
    `From ${one}${tier1NeedsSignal && runResult.profile.hasSignalRule ? ', with a buying signal' : ''}.`,
    `From ${two}.`,
    `From ${three}.`,
    `Below ${three}.`,
    `Less than ${shownShare(needsDataBelow)} of the weights are known.`,
    'Scores are still shown, with the reason.',
  ];
  const judged = statusOf(checks, 'tier 1 share') ?? '';
  return ALL_TIERS.map((tier, index) => {
    const guide = tierGuide()[index];
    const expected = guide === undefined ? '' : ` Usual: ${expectedText(guide)}.`;
    const figures = {
      count: tiers[index] ?? 0,
      share: accounts === 0 ? null : (tiers[index] ?? 0) / accounts,
      verdict: index === 0 ? judged : guide === undefined ? '' : 'not judged',
    };
    return line('Tiers', tier, figures, `${notes[index] ?? ''}${expected}`);
  });
}

/** How 100 hours part over the tiers by the article's intensities, and how long the ICP lasts at the team's pace. */
export function hourLines({ runResult, plan, market }: Run): readonly SummaryLine[] {
  const [tier1 = 0, tier2 = 0, tier3 = 0, tier4 = 0] = runResult.counts.tiers;
  const hours = tierHours({ 'Tier 1': tier1, 'Tier 2': tier2, 'Tier 3': tier3, 'Tier 4': tier4 }, 100) ?? [];
  const { accountsPerMonth } = plan.settings;
  const weeks = weeksOfWork(market.icp.accounts, accountsPerMonth);
  return [
    ...hours.map((each, index) =>
      line(
        'Time',
        each.tier,
        { share: each.hours / 100 },
        `${tierGuide()[index]?.treatment ?? ''}.${index === 0 ? ` ${ALLOCATION_NOTE}` : ''}`,
      ),
    ),
    ...(weeks === null
      ? []
      : [line('Time', 'weeks to work the ICP', { count: weeks }, `At ${String(accountsPerMonth)} accounts a month.`)]),
  ];
}
