/** Findings on segments: before volume, without reach, without buying context, mixed, too narrow, untold (S0.34–S0.40, S1.26–S1.33). Pure. */
import { roleHistogram, titleGroups, wantedPhrases } from '../people/buyerRoles';
import { planCheck, type CheckId, type CitedCheck } from '../facts/check';
import type { ContactBook } from '../people/contactBook';
import { counted, shownNumber, shownShare } from '../facts/figure';
import { citation, cited, joinWordings, phrase } from '../facts/phrase';
import type { Market } from '../market/market';
import type { Persona, TypedMarket } from '../rules/plan';
import type { Settings } from '../rules/settings';
import { contactsNeeded } from '../stats/rates';
import type { AccountResults } from '../segments/run';
import type { SegmentResult } from '../lanes/segmentResults';
import { fold } from '../facts/text';
import { offenders } from './ruleChecks';

/** What every list has and no buying context is in (S4.3). */
const GENERIC = ['industry', 'employees', 'annual revenue', 'country', 'state', 'city'];

/** `contacted`: people in the pooled results, by segment. `book` is null without contacts. */
export function segmentChecks(
  runResult: AccountResults,
  segments: readonly SegmentResult[],
  book: ContactBook | null,
  contacted: ReadonlyMap<string, number>,
): readonly CitedCheck[] {
  if (segments.length === 0) return [];
  const { plan, segmentation } = runResult;
  return [
    messageCheck(segments, contacted),
    reachCheck(segments, plan.settings),
    contextCheck(segments),
    mixedRolesCheck(segments, segmentation.matches, book, plan.personas),
    roomCheck(segments, runResult, book),
    lanesCheck(segments),
  ];
}

/** No message is written, and nobody contacted, for a lane whose size fails (S0.34, S0.40). */
function messageCheck(segments: readonly SegmentResult[], contacted: ReadonlyMap<string, number>): CitedCheck {
  const early = segments.flatMap(({ segment, available, checks }) => {
    const hasMessage = segment.painPoint !== '' && segment.offerAngle !== '';
    const people = contacted.get(segment.name) ?? 0;
    const isSmall = checks.some(({ id, status }) => id === 'size' && status === 'Fail');
    const used = people === 0 ? '' : `, ${counted(people, 'person', 'people')} contacted`;
    return isSmall && (hasMessage || people > 0) ? [phrase`${cited(segment)}: ${counted(available, 'account')}${used}`] : [];
  });
  const rule = 'Size is settled before message and contact';
  return offenders('message before volume', early, rule, 'Loosen a rule, or merge it first.');
}

/** A segment that fits and cannot be reached is not viable (S0.36, S1.3, S1.17); not known where nothing says who can be. */
function reachCheck(segments: readonly SegmentResult[], { cuts, coverageLow }: Settings): CitedCheck {
  const known = segments.filter(({ coverage, reachable }) => coverage !== null || reachable !== null);
  const found = known.flatMap(({ segment, meanFit, coverage, reachable }) => {
    const reach = Math.min(coverage ?? 1, reachable ?? 1);
    return meanFit !== null && meanFit * 100 >= cuts[1] && reach < coverageLow
      ? [phrase`${cited(segment)}: mean fit ${shownShare(meanFit)}, reached ${shownShare(reach)}`]
      : [];
  });
  const rule = `Fit is not reach: from a mean fit of ${shownNumber(cuts[1])} % on, ${shownShare(coverageLow)} can be reached`;
  if (known.length === 0) return unknownContacts('fit without reach', rule);
  return offenders('fit without reach', found, rule, 'Enrich them, or find other decision makers.');
}

/** Industry alone, or what every list has, says nothing of buying (S1.33, S4.3). */
function contextCheck(segments: readonly SegmentResult[]): CitedCheck {
  const found = segments.flatMap(({ segment: { name, rules } }) => {
    const fields = rules.map(({ field }) => fold(field));
    if (fields.length === 0 || !fields.every((field) => GENERIC.includes(field))) return [];
    const isIndustry = fields.every((field) => field === 'industry');
    const fieldsOnly = isIndustry ? 'industry only' : 'industry, size and place only';
    return [phrase`${name}: ${fieldsOnly} (${joinWordings(rules.map(cited), ', ')})`];
  });
  const rule = 'Segments have buying context';
  return offenders('buying context', found, rule, 'Add a rule on stack, stage, hiring or a trigger.');
}

/** Half of the people in one role make one message; fewer are a sign of a segment too broad (S1.26, S1.22). The bound is ours. */
const MAIN_ROLE = 0.5;

/** Over the people in wanted roles; over all of them where a segment wants none. */
function mixedRolesCheck(
  segments: readonly SegmentResult[],
  matches: readonly Uint8Array[],
  book: ContactBook | null,
  personas: readonly Persona[],
): CitedCheck {
  const rule = `${shownShare(MAIN_ROLE)} of the people a segment is written for hold one role`;
  if (book === null) return unknownContacts('mixed roles', rule);
  const found = segments.flatMap(({ segment }, index) => {
    const wanted = segment.buyerRoles.map((role) => ({ role, titles: wantedPhrases([role], personas) }));
    const groups = wanted.length > 0 ? wanted : titleGroups(personas);
    const all = roleHistogram(book, matches[index] ?? [], groups);
    const people = (wanted.length > 0 ? all.slice(0, wanted.length) : all).reduce((sum, { contacts }) => sum + contacts, 0);
    const lines = all.slice(0, groups.length).sort((a, b) => b.contacts - a.contacts);
    if (people === 0 || (lines[0]?.contacts ?? 0) / people >= MAIN_ROLE) return [];
    const said = lines.slice(0, 3).map(({ role, contacts }) => `${role} ${shownShare(contacts / people)}`);
    return [phrase`${cited(segment)}: ${said.join(', ')}`];
  });
  return offenders('mixed roles', found, rule, 'Write for the first role, or split by role.');
}

/**
 * Two messages are told apart, where one wins as clearly as in S1.5, by so many people: else there is no room to test (S1.27, S0.20).
 * Counted are the verified people at available matches; without contacts as many an account as the setting says.
 */
function roomCheck(
  segments: readonly SegmentResult[],
  { segmentation, availability, plan }: AccountResults,
  book: ContactBook | null,
): CitedCheck {
  const needed = 2 * (contactsNeeded(0.15, 0.02) ?? 0);
  const peopleOf = ({ available }: SegmentResult, index: number): number => {
    if (book === null) return Math.floor(available * plan.settings.contactsPerAccount);
    const isOpen = (account: number): boolean =>
      segmentation.matches[index]?.[account] === 1 && availability.available[account] === 1;
    return new Set(book.contacts.flatMap(({ account, isVerified, person }) => (isVerified && isOpen(account) ? [person] : [])))
      .size;
  };
  const found = segments.flatMap((result, index) => {
    const people = peopleOf(result, index);
    return people < needed ? [phrase`${cited(result.segment)}: ${counted(people, 'person', 'people')}`] : [];
  });
  const rule = `Room to test two messages: ${shownNumber(needed)} people tell 15 % from 2 %`;
  return offenders('room to test', found, rule, 'Widen it, or send one message.');
}

/** What an SDR looks up is there and short (S0.39, S1.41); S1.35 calls 20 filters unusable, S0.35 ten at once. */
const LANE_RULES = 10;

function lanesCheck(segments: readonly SegmentResult[]): CitedCheck {
  const found = segments.flatMap(({ segment }) => {
    const { hypothesis, painPoint, offerAngle, owner, rules } = segment;
    const texts = { Hypothesis: hypothesis, 'Pain point': painPoint, 'Offer angle': offerAngle, Owner: owner };
    const blank = Object.entries(texts).flatMap(([header, text]) => (text.trim() === '' ? [`no ${header}`] : []));
    const all = rules.length < LANE_RULES ? blank : [...blank, counted(rules.length, 'rule')];
    return all.length === 0 ? [] : [phrase`${cited(segment)}: ${all.join(', ')}`];
  });
  const rule = 'A lane says why, problem, offer and owner in fewer than 10 rules';
  return offenders('lanes told', found, rule, 'Fill in Plan Segments; Lanes shows it.');
}

function unknownContacts(id: CheckId, rule: string): CitedCheck {
  return planCheck(id, 'Not known', 'No contacts to judge by', rule, 'Add a contacts tab.');
}

/** A goal above the customers expected is sized against the market instead (S2.19, S3.38); nothing without a goal. */
export function targetCheck({ som, tam }: Market, { revenueTarget, sources }: TypedMarket): readonly CitedCheck[] {
  if (revenueTarget === undefined) return [];
  const rule = 'The revenue target lies within the SOM, not the TAM';
  if (som.value === null)
    return [planCheck('target above som', 'Not known', 'The SOM is not known', rule, 'Fill in Plan TAM down to Winnable share.')];
  const isAbove = revenueTarget > som.value;
  const actual = phrase`Target ${shownNumber(revenueTarget)}${citation(sources?.get('revenueTarget'))}, SOM ${shownNumber(som.value)}`;
  const status = !isAbove ? 'Pass' : tam.value !== null && revenueTarget > tam.value ? 'Fail' : 'Check';
  return [planCheck('target above som', status, actual, rule, 'Lower it, or widen what you serve and win.')];
}
