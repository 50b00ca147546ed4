/** Checks of the whole plan: market, tiers, profile, supply, segments and contacts; the segments' own stand in their results. Pure. */
import { planCheck, type Check, type CheckId, type CitedCheck, type Status } from '../facts/check';
import { rolesWithoutTitles } from '../people/buyerRoles';
import { outreachCheck, supplyCheck, type OutreachSupply } from '../market/capacity';
import { checkProfile, type RuleCounts } from './completeness';
import { concentration, concentrationCheck, segmentCountCheck } from '../lanes/concentration';
import type { ContactBook } from '../people/contactBook';
import type { Market } from '../market/market';
import { marketContradictions, shareCheck, sourcesCheck } from '../market/marketCheck';
import { compareSources, isBroad } from '../market/market';
import { figure } from '../facts/figure';
import { citation, cited, joinWordings, phrase, uniqueWordings, type Wording } from '../facts/phrase';
import type { MarketInputs } from '../rules/marketItems';
import { MET, UNKNOWN } from '../rules/match';
import type { AccountResults } from '../segments/run';
import type { SegmentResult } from '../lanes/segmentResults';
import { sharedCheck } from '../people/sharedContacts';
import { TIER_1 } from '../score/tier';
import { tier1ShareCheck } from '../score/tierGuide';

/** What was computed before the checks. */
export interface PlanCheckFacts {
  readonly runResult: AccountResults;
  readonly market: Market;
  readonly segments: readonly SegmentResult[];
  /** Null without contacts. */
  readonly book: ContactBook | null;
  readonly supply: OutreachSupply;
}

/** All with segment ''. What a team has not begun, such as segments or an outreach target, is not checked. */
export function planChecks({ runResult, market, segments, book, supply }: PlanCheckFacts): readonly CitedCheck[] {
  const { plan, counts } = runResult;
  const { settings } = plan;
  const wanted = plan.market.accountsWanted;
  return [
    shareCheck(market, settings.icpShare),
    ...marketContradictions(market),
    ...sourceChecks(plan.market),
    tier1ShareCheck(counts.tiers[TIER_1] ?? 0, counts.listed, settings.isListFiltered, market.icp.verdict),
    ...(wanted === undefined ? [] : [wantedCheck(wanted, market)]),
    ...(supply.needed === null ? [] : [outreachCheck(supply)]),
    ...checkProfile(plan.icp, ruleCounts(runResult)),
    ...(segments.length === 0 ? [] : segmentPlanChecks(runResult, segments)),
    ...(book === null ? [] : [sharedCheck(book.contacts)]),
  ];
}

/** An ICP that is broad already is not loosened for more accounts. */
function wantedCheck(wanted: number, { icp }: Market): Check {
  const check = supplyCheck(wanted, icp.accounts);
  if (check.status === 'Pass' || !isBroad(icp.verdict)) return check;
  return { ...check, fix: 'Extend the list, or want fewer: the ICP is broad already.' };
}

/** Only where the market was counted twice. */
function sourceChecks({ companiesInMarket, companiesSecondSource }: MarketInputs): readonly Check[] {
  if (companiesSecondSource === undefined) return [];
  return [sourcesCheck(compareSources(figure(companiesInMarket), companiesSecondSource))];
}

function segmentPlanChecks({ plan }: AccountResults, results: readonly SegmentResult[]): readonly CitedCheck[] {
  const unsaid = plan.segments.filter(({ hypothesis }) => hypothesis === '').map(cited);
  const roles = plan.segments.flatMap(({ buyerRoles, source }) =>
    rolesWithoutTitles(buyerRoles, plan.personas).map((role) => phrase`${role}${citation(source)}`),
  );
  const sizes = results.map(({ segment, assigned }) => ({ segment: cited(segment), assigned }));
  return [
    segmentCountCheck(results.length),
    concentrationCheck(concentration(sizes)),
    listCheck('hypothesis', unsaid, 'Every segment says why it should convert', 'Write the Hypothesis.'),
    listCheck('role titles', roles, 'Buyer roles stand for titles', 'Give the role a persona with Titles.'),
  ];
}

/** Passes when nothing is listed. */
function listCheck(id: CheckId, found: readonly Wording[], rule: string, fix: string): CitedCheck {
  if (found.length === 0) return planCheck(id, 'Pass', 'None missing', rule, fix);
  return planCheck(id, 'Check', joinWordings(uniqueWordings(found), ', '), rule, fix);
}

/** How the accounts met each Score rule and Must; an Exclude that never applies has nothing wrong with it. */
function ruleCounts({ profile, lists }: AccountResults): readonly RuleCounts[] {
  return profile.rules
    .filter(({ rule }) => rule.type !== 'Exclude')
    .map(({ rule, attribute, outcomes }) => {
      const tally = { [MET]: 0, [UNKNOWN]: 0 };
      for (const code of attribute.codes) {
        const outcome = outcomes[code];
        if (outcome === MET || outcome === UNKNOWN) tally[outcome] += 1;
      }
      const mismatches = lists.accounts.size - tally[MET] - tally[UNKNOWN];
      return { rule: cited(rule), matches: tally[MET], mismatches, unknown: tally[UNKNOWN] };
    });
}

const WORST_FIRST: readonly Status[] = ['Fail', 'Check', 'Not known'];

/** What costs most where it is wrong: sizing, sending to nobody, working the wrong accounts; before how the plan is written. */
const MATTERS_MOST: readonly CheckId[] = [
  'tam is icp',
  'target above som',
  'bounces',
  'outreach supply',
  'fit without reach',
  'size',
  'coverage',
  'message before volume',
  'conversion',
  'tier order',
  'accounts worked',
  'icp share',
  'one definition',
  'owner left',
  'iteration',
  'icp age',
];

/** The checks that do not pass: worst first, then those that matter most, then in their order. */
export function openChecks(checks: readonly Check[]): readonly Check[] {
  const rankOf = ({ id }: Check): number => (MATTERS_MOST.includes(id) ? MATTERS_MOST.indexOf(id) : MATTERS_MOST.length);
  return WORST_FIRST.flatMap((word) => checks.filter(({ status }) => status === word).sort((a, b) => rankOf(a) - rankOf(b)));
}
