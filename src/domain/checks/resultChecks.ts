/** Findings on results: lists that bounce, tiers that do not order, plans nobody iterates, one ICP for everything (S1.1, S1.26, S4.12). Pure. */
import { planCheck, type CitedCheck } from '../facts/check';
import { shownShare } from '../facts/figure';
import { citation, citations, joinWordings, phrase } from '../facts/phrase';
import { ALL_TIERS, type TypedMarket } from '../rules/plan';
import { type Settings } from '../rules/settings';
import { discoveries, evidenceBeyond, evidenceBeyondRatio, SINGLE_LEVEL } from '../stats/evidence';
import { shownRate } from '../stats/rates';
import { monthName, type Month } from '../review/month';
import { stepRates } from '../review/ownRates';
import { grouped, inPool, poolOf, poolRates, type ResultRow } from '../review/results';
import { offenders } from './ruleChecks';

/** What a team without results has not begun is not checked. `month` is that of the as-of day, `segments` their number. */
export function resultChecks(
  rows: readonly ResultRow[],
  segments: number,
  month: Month,
  settings: Settings,
  market: TypedMarket,
): readonly CitedCheck[] {
  const pool = poolOf(rows, settings.monthsPooled);
  if (pool === null) return [];
  const pooled = inPool(rows, pool);
  return [
    bounceCheck(pooled, settings),
    tierOrderCheck(pooled),
    conversionCheck(pooled, market),
    iterationCheck(pooled, pool.to, month),
    ...(segments === 0 ? [planCheck('one icp', 'Check', 'Results, and no segment', ONE_ICP, 'Split it in Plan Segments.')] : []),
  ];
}

const ONE_ICP = 'A single static ICP is not enough: split by motion, data and message';

/** A segment of which half bounces is unaffordable (S1.6); many bounces are a sign of a noisy list (S1.26). Judged at every look. */
function bounceCheck(rows: readonly ResultRow[], { coverageLow, coverageWanted }: Settings): CitedCheck {
  const [noisy, unaffordable] = [1 - coverageWanted, 1 - coverageLow];
  const rates = [...grouped(rows, ({ segment }) => segment)].flatMap(([segment, own]) => {
    const { bounced } = poolRates(own);
    return bounced === null ? [] : [{ segment, bounced, own }];
  });
  const rule = `Fewer than ${shownShare(noisy)} of the people bounce; ${shownShare(unaffordable)} are unaffordable`;
  const fix = 'Verify the addresses before the next send.';
  if (rates.length === 0) return planCheck('bounces', 'Not known', 'No bounces are counted', rule, 'Fill in Bounced in Results.');
  const above = (mark: number): readonly boolean[] =>
    discoveries(
      rates.map(({ bounced }) => evidenceBeyond(bounced, mark, 'above')),
      SINGLE_LEVEL,
    );
  const isNoisy = above(noisy);
  const high = rates.filter((_, index) => isNoisy[index]);
  const check = offenders(
    'bounces',
    high.map(({ segment, bounced, own }) => phrase`${segment || 'Results'}${citations(own)}: ${shownRate(bounced)}`),
    rule,
    fix,
  );
  return above(unaffordable).includes(true) ? { ...check, status: 'Fail' } : check;
}

/** A better tier answers at least as often: else volume goes to the wrong accounts (S4.12, S3.9). */
function tierOrderCheck(rows: readonly ResultRow[]): CitedCheck {
  const rule = 'A better tier answers no less often than a worse one';
  const rates = ALL_TIERS.slice(0, 4).flatMap((tier, position) => {
    const own = rows.filter((row) => row.tier === position);
    const { replies } = poolRates(own);
    return replies === null ? [] : [{ tier, replies, own }];
  });
  if (rates.length < 2)
    return planCheck('tier order', 'Not known', 'Fewer than two tiers in Results', rule, 'Fill in Tier in Results.');
  const pairs = rates.flatMap((better, index) => rates.slice(index + 1).map((worse) => [better, worse] as const));
  const isWrong = discoveries(
    pairs.map(([better, worse]) => evidenceBeyondRatio(worse.replies, better.replies, 1, 'above')),
    SINGLE_LEVEL,
  );
  const wrong = pairs
    .filter((_, index) => isWrong[index])
    .map((pair) =>
      joinWordings(
        pair.map(({ tier, replies, own }) => phrase`${tier}${citations(own)} ${shownRate(replies)}`),
        ', ',
      ),
    );
  return offenders('tier order', wrong, rule, 'Weigh the rules again from wins and losses.');
}

/** Rates of the plan that the results lie clearly below: a pipeline fills and does not convert (S4.12), or was assumed (S3.30). */
function conversionCheck(rows: readonly ResultRow[], market: TypedMarket): CitedCheck {
  const compared = stepRates(rows).flatMap(({ step, item, rate }) => {
    const planned = market[step];
    return rate === null || planned === undefined ? [] : [{ step, item, rate, planned }];
  });
  const rule = 'Results reach the rates of Plan TAM';
  if (compared.length === 0) return planCheck('conversion', 'Not known', 'No typed rate', rule, 'Type rates in Plan TAM.');
  const isShort = discoveries(
    compared.map(({ rate, planned }) => evidenceBeyond(rate, planned, 'below')),
    SINGLE_LEVEL,
  );
  const short = compared
    .filter((_, index) => isShort[index])
    .map(
      ({ step, item, rate, planned }) =>
        phrase`${item}${citation(market.sources?.get(step))}: planned ${shownShare(planned)}, got ${shownRate(rate)}`,
    );
  return offenders('conversion', short, rule, 'Fix that step, or correct the rate in Plan TAM.');
}

/** Build, run and stop is no model: results come in every month (S1.36). */
function iterationCheck(rows: readonly ResultRow[], newest: Month, month: Month): CitedCheck {
  const isLate = month - newest > 1;
  const late = isLate ? rows.filter((row) => row.month === newest) : [];
  const actual = phrase`Newest results: ${monthName(newest)}${citations(late)}`;
  const rule = 'Results come in every month';
  return planCheck('iteration', isLate ? 'Check' : 'Pass', actual, rule, 'Fill in Results, then close the month.');
}
