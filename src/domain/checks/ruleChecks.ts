/** Findings on rules: a TAM that is an ICP, too many filters, filters that only shrink, weights without evidence. Pure. */
import { planCheck, type Check, type CheckId, type CitedCheck, type Status } from '../facts/check';
import { isPersonField } from './completeness';
import { counted, shownNumber, shownShare } from '../facts/figure';
import { cited, joinWordings, phrase, type SourceId, type Wording } from '../facts/phrase';
import { PASS, filtersOf, type Filter } from '../funnel/filter';
import { filterQualities, type FilterQuality } from '../funnel/filterQuality';
import type { WonLost } from '../rules/customerStatus';
import { funnelSteps } from '../funnel/funnel';
import { MET, NOT_MET, UNKNOWN } from '../rules/match';
import { isSignalRule } from '../score/profile';
import type { Condition, IcpRule } from '../rules/rule';
import type { AccountResults } from '../segments/run';
import { jaccard, ruleKey } from '../rules/sameRules';

/** Rule sets this alike are one (S0.32). */
const NEARLY_EQUAL = 0.9;
/** S0.35 names ten at once, S1.35 twenty. */
const MANY = 10;
const TOO_MANY = 20;
/** A filter that leaves less than this drops the count sharply (S0.27). */
const SHARP = 0.5;
/** A signal that more than half of the accounts show tells none from another: at 50 % a filter does no work (S2.3). */
const COMMON = 0.5;

/** `sourced`: the rules that name a Source. */
export function ruleChecks(
  runResult: AccountResults,
  sourced: ReadonlySet<SourceId>,
  outcomes: WonLost | undefined,
): readonly CitedCheck[] {
  const { plan } = runResult;
  return [
    ...(plan.tam.length === 0 ? [] : [tamCheck(runResult)]),
    countCheck(runResult),
    exclusionsCheck(runResult),
    ...filterChecks(runResult, outcomes),
    commonSignalCheck(runResult),
    evidenceCheck(plan.icp, sourced),
    ...personBoundsCheck([...plan.tam, ...plan.segments.flatMap(({ rules }) => rules)]),
  ];
}

/** The market must be broader than the profile: nearly the same rules fail, only rules of the profile is Check (S0.32, S2.12). */
function tamCheck({ plan, icp, counts }: AccountResults): CitedCheck {
  const profile = plan.icp.map((rule): Condition & { type: string } => ({
    ...rule,
    type: rule.type === 'Exclude' ? 'Exclude' : 'Include',
  }));
  const keys = new Set(profile.map(ruleKey));
  const shared = plan.tam.filter((rule) => keys.has(ruleKey(rule)));
  const likeness = jaccard(plan.tam, profile);
  const isSame = likeness >= NEARLY_EQUAL || (counts.listed > 0 && icp.accounts / counts.listed >= NEARLY_EQUAL);
  const isPart = shared.length === plan.tam.length;
  const actual =
    shared.length === 0 && !isSame
      ? 'The TAM has rules of its own'
      : joinWordings(
          [
            phrase`${shownNumber(shared.length)} of ${counted(plan.tam.length, 'TAM rule')} also in the ICP: ${joinWordings(shared.map(cited), ', ')}`,
            `${shownNumber(icp.accounts)} of ${shownNumber(counts.listed)} accounts in the market are ICP`,
          ],
          '; ',
        );
  const rule = 'The TAM is broader than the ICP';
  const fix = 'Keep in the TAM only what rules a purchase out.';
  return planCheck('tam is icp', isSame ? 'Fail' : isPart ? 'Check' : 'Pass', actual, rule, fix);
}

/** Filters one by one, not ten at once (S0.35); twenty are more than sales can use (S1.35). */
function countCheck({ plan }: AccountResults): Check {
  const count = plan.icp.length + plan.tam.length;
  const status: Status = count >= TOO_MANY ? 'Fail' : count >= MANY ? 'Check' : 'Pass';
  const rule = 'Fewer than 10 rules; 20 are too many to use';
  return planCheck('rule count', status, counted(count, 'rule'), rule, 'Turn off rules that ask the same as another.');
}

/** Who is out is written down (S1.34, S3.35). */
function exclusionsCheck({ plan }: AccountResults): Check {
  const rules = [...plan.icp, ...plan.tam, ...plan.segments.flatMap((segment) => segment.rules)];
  const count = rules.filter(({ type }) => type === 'Exclude').length;
  const fix = 'Exclude what churned, costs support or buys elsewhere.';
  return planCheck('exclusions', count === 0 ? 'Check' : 'Pass', counted(count, 'Exclude'), 'Exclusions are written down', fix);
}

/** Filters that drop the count sharply without a gain, and Musts that gain nothing (S0.27, S0.29, S0.30, S3.32). */
function filterChecks(runResult: AccountResults, outcomes: WonLost | undefined): readonly CitedCheck[] {
  const { size } = runResult.lists.accounts;
  const filters = filtersOf(runResult.profile);
  const qualities = filterQualities(runResult.profile, filters, size, outcomes);
  const steps = funnelSteps(filters, size);
  const sharp = steps.flatMap(({ before, after, rule }, index) =>
    before > 0 && after / before < SHARP && qualities[index]?.verdict !== 'raises quality'
      ? [
          phrase`${citedFilter(filters[index], rule)}: ${shownNumber(before)} → ${shownNumber(after)}, ${qualities[index]?.verdict ?? 'not known'}`,
        ]
      : [],
  );
  const idle = filters.flatMap((filter, index) =>
    isIdleMust(filter, qualities[index]) ? [citedFilter(filter, filter.name)] : [],
  );
  return [
    offenders(
      'sharp filters',
      sharp,
      'A filter that removes more than half raises quality',
      'Make a Must a Score rule; type Account status, and wins decide.',
    ),
    offenders('must-haves', idle, 'A Must raises quality; nice-to-haves score', 'Make it a Score rule and compare.'),
  ];
}

/** Only a Must claims to be about fit: bounds and Excludes have reasons of their own. */
function isIdleMust({ stage, results }: Filter, quality: FilterQuality | undefined): boolean {
  const isUsed = stage === 'Must' && results.some((result) => result !== PASS);
  return isUsed && (quality?.verdict === 'no evidence it helps' || quality?.verdict === 'lowers quality');
}

function citedFilter(filter: Filter | undefined, name: string): Wording {
  return filter === undefined ? name : cited(filter.matched.rule);
}

function commonSignalCheck({ profile }: AccountResults): CitedCheck {
  const common = profile.rules.flatMap(({ rule, attribute, outcomes }) => {
    if (!isSignalRule(rule)) return [];
    const tally = [0, 0, 0];
    for (const code of attribute.codes) {
      const outcome = outcomes[code] ?? UNKNOWN;
      tally[outcome] = (tally[outcome] ?? 0) + 1;
    }
    const met = tally[MET] ?? 0;
    const share = met / (met + (tally[NOT_MET] ?? 0));
    return share > COMMON ? [phrase`${cited(rule)} at ${shownShare(share)}`] : [];
  });
  const rule = `A signal is shown by at most ${shownShare(COMMON)} of the accounts`;
  return offenders('common signals', common, rule, 'Ask for more of it, or drop it.');
}

/** A weight is an assumption until Why or Source says what it rests on (S3.30, S3.14). */
function evidenceCheck(rules: readonly IcpRule[], sourced: ReadonlySet<SourceId>): CitedCheck {
  const bare = rules.filter(({ weight = 0, why, source = '' }) => weight > 0 && why === '' && !sourced.has(source));
  const rule = 'Every weight says what it rests on';
  return offenders('evidence', bare.map(cited), rule, 'Fill in Why or Source.');
}

function personBoundsCheck(rules: readonly Condition[]): readonly CitedCheck[] {
  const found = rules.filter(({ field }) => isPersonField(field)).map(cited);
  const rule = 'Accounts are chosen first, people inside them';
  const check = offenders('persons as filters', found, rule, 'Move it to Buyer roles or Plan Personas.');
  return found.length === 0 ? [] : [{ ...check, status: 'Fail' }];
}

/** Check with the offenders named, at most five of them; Pass without any. */
export function offenders(id: CheckId, found: readonly Wording[], rule: string, fix: string): CitedCheck {
  if (found.length === 0) return planCheck(id, 'Pass', 'Nothing found', rule, fix);
  const rest = found.length > 5 ? ` and ${shownNumber(found.length - 5)} more` : '';
  return planCheck(id, 'Check', phrase`${joinWordings(found.slice(0, 5), '; ')}${rest}`, rule, fix);
}
