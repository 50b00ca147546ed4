/** Completeness of the ideal customer profile: its dimensions, person-level fields, rules that separate nothing. Pure. */
import type { Check, CitedCheck } from '../facts/check';
import type { Dimension, IcpRule } from '../rules/rule';
import { planCheck } from '../facts/check';
import { shownNumber } from '../facts/figure';
import { citation, joinWordings, phrase, uniqueWordings, type Wording } from '../facts/phrase';
import { DIMENSIONS } from '../rules/rule';

/** How the accounts of the list met one rule; unknown is neither. */
export interface RuleCounts {
  readonly rule: Wording;
  readonly matches: number;
  readonly mismatches: number;
  readonly unknown: number;
}

type DefinedRule = Pick<IcpRule, 'name' | 'field' | 'type' | 'dimension' | 'source'>;

/** Words that make a field one of a person, and account fields that hold such a word all the same. */
const PERSON_WORDS =
  /(^| )(title|titles|seniority|persona|personas|email|e mail|phone|mobile|linkedin|first name|last name|full name|surname|contact name|contact|person|job function|job level|decision maker|buyer role|champion)( |$)/;
const ACCOUNT_FIELDS =
  /^(verified emails?|company (email|phone|linkedin.*)|account (email|phone|linkedin.*)|last contact|open job titles?)$/;

/** All findings on the profile, in the order they are read. */
export function checkProfile(rules: readonly DefinedRule[], counts: readonly RuleCounts[]): readonly CitedCheck[] {
  return [dimensionsCheck(rules), firmographicOnlyCheck(rules), personFieldsCheck(rules), separationCheck(counts)];
}

/** Dimensions that no Score rule or Must asks about; an Exclude says who is out, not who fits. */
export function missingDimensions(rules: readonly Pick<DefinedRule, 'type' | 'dimension'>[]): readonly Dimension[] {
  return DIMENSIONS.filter((dimension) => !rules.some((rule) => rule.dimension === dimension && rule.type !== 'Exclude'));
}

/** All four dimensions are asked about (S2.9). */
export function dimensionsCheck(rules: readonly DefinedRule[]): Check {
  const missing = missingDimensions(rules);
  const actual = missing.length === 0 ? 'All four dimensions' : `No ${missing.join(', no ')} rule`;
  const fix = `Add a rule on ${missing.join(', ')}.`;
  const rule = 'All four dimensions are asked about';
  return planCheck('dimensions', missing.length === 0 ? 'Pass' : 'Check', actual, rule, fix);
}

/** Firmographic rules alone do not show intent, budget readiness or pain (S4.4). */
export function firmographicOnlyCheck(rules: readonly DefinedRule[]): Check {
  const missing = missingDimensions(rules);
  const isAlone = missing.length === DIMENSIONS.length - 1 && !missing.includes('Firmographic');
  const actual = isAlone ? 'Every rule is firmographic' : 'More than firmographic rules';
  const rule = 'Firmographics alone show no intent, budget or pain';
  const fix = 'Add a signal such as hiring, recent funding or website visits.';
  return planCheck('firmographic only', isAlone ? 'Check' : 'Pass', rules.length === 0 ? 'No rules' : actual, rule, fix);
}

/** The profile describes companies, never people (S2.8, S2.13). */
export function personFieldsCheck(rules: readonly Pick<DefinedRule, 'field' | 'source'>[]): CitedCheck {
  const named = rules.flatMap(({ field, source }): Wording[] =>
    isPersonField(field) ? [phrase`${field}${citation(source)}`] : [],
  );
  const fields = uniqueWordings(named);
  const actual = fields.length === 0 ? 'Only company fields' : joinWordings(fields, ', ');
  const rule = 'The profile describes companies, never people';
  const fix = 'Move it to Plan Personas or to Buyer roles of a segment.';
  return planCheck('person fields', fields.length === 0 ? 'Pass' : 'Fail', actual, rule, fix);
}

/** A rule that every known account meets, or none, moves no account (S0.29). Rules without a known account are not judged. */
export function separationCheck(counts: readonly RuleCounts[]): CitedCheck {
  const idle = neverSeparating(counts);
  const named = idle.map(
    ({ rule, matches, mismatches }) =>
      phrase`${rule} (${matches > 0 ? 'all' : 'none'} of ${shownNumber(matches + mismatches)} known accounts)`,
  );
  const actual = idle.length === 0 ? 'Every rule separates' : joinWordings(named, '; ');
  const rule = 'Some known accounts meet a rule and some do not';
  const fix = 'Change the value, drop the rule, or move it to the TAM bounds.';
  if (!counts.some((each) => each.matches + each.mismatches > 0)) {
    return planCheck('separation', 'Not known', 'No rule has a known account', rule, 'Fill in the columns the rules ask for.');
  }
  return planCheck('separation', idle.length === 0 ? 'Pass' : 'Check', actual, rule, fix);
}

/** Rules that all known accounts meet, or none; a single known account separates nothing but proves nothing, so two are needed. */
export function neverSeparating(counts: readonly RuleCounts[]): readonly RuleCounts[] {
  return counts.filter(({ matches, mismatches }) => matches + mismatches > 1 && (matches === 0 || mismatches === 0));
}

/** Whether a field is one of a person: Title, Seniority, Email, LinkedIn … but not Verified emails or Last contacted. */
export function isPersonField(field: string): boolean {
  const words = field
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return PERSON_WORDS.test(words) && !ACCOUNT_FIELDS.test(words);
}
