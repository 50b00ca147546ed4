/** Lines of the `Summary` tab on tiers: counts with a bar each, what is usual for each (S3.16–S3.19), and why accounts are in none. */
import { counted, quotient } from '../../domain/facts/figure';
import { missingOfBasis } from '../../domain/explain/missing';
import { ALL_TIERS } from '../../domain/rules/plan';
import { exclusionsOf } from '../../domain/score/exclusion';
import { EXCLUDED_TIER, NEEDS_DATA } from '../../domain/score/tier';
import { tierGuide } from '../../domain/score/tierGuide';
import type { Run } from '../run/run';
import { summaryLine as line, type SummaryLine } from './summaryLine';

/** Blocks of the longest bar. */
const LONGEST = 8;

/** A row a tier. Excluded accounts and those that need data are no prospects, so none of them is available. */
export function tierLines(run: Run): readonly SummaryLine[] {
  const { counts, tiering, availability } = run.runResult;
  const open = ALL_TIERS.map(() => 0);
  tiering.final.forEach((tier, account) => (open[tier] = (open[tier] ?? 0) + (availability.available[account] ?? 0)));
  const longest = Math.max(...tierGuide().map((_, index) => counts.tiers[index] ?? 0));
  return ALL_TIERS.map((tier, index) => {
    const accounts = counts.tiers[index] ?? 0;
    const guide = tierGuide()[index];
    const to = { kind: 'scores', header: 'Tier', text: tier } as const;
    if (guide === undefined) return line(tier, { accounts }, whyNone(run, index), to);
    const share = quotient(accounts, run.market.listed);
    const verdict = barOf(accounts, longest);
    return line(tier, { accounts, share, available: open[index] ?? 0, verdict }, guide.treatment, to);
  });
}

/** A tier with any account has a block. */
function barOf(accounts: number, longest: number): string {
  return accounts === 0 ? '' : '▇'.repeat(Math.max(1, Math.round((LONGEST * accounts) / longest)));
}

/** What most of them lack, or fail, first. */
function whyNone({ runResult: { profile, tiering } }: Run, wanted: number): string {
  const reasons = new Map<string, number>();
  tiering.final.forEach((tier, account) => {
    if (tier !== wanted) return;
    const reason =
      wanted === EXCLUDED_TIER ? exclusionsOf(profile, account)[0]?.rule.name : missingOfBasis(profile, account)[0]?.field;
    if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  });
  const [most] = [...reasons].sort(([, a], [, b]) => b - a);
  if (most === undefined) return '';
  const [name, count] = most;
  return wanted === NEEDS_DATA
    ? `Fill in ${name} first (${counted(count, 'account')})`
    : `Most by: ${name} (${counted(count, 'account')})`;
}
