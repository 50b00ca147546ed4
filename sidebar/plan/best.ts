/** Accounts as a person reads them in a list: what they are, and in ten words why they are worth a call. */
import { scorecardOf } from '../../src/domain/explain/contribution';
import { isSignalRule } from '../../src/domain/score/profile';
import type { AccountResults } from '../../src/domain/segments/run';
import { shownOf, type PageLists } from './lists';

const MOST_WORDS = 10;
const FACTS = ['Industry', 'Employees', 'Country'];

/** `Software · 120 · US`; blanks are left out. */
export function factsOf(lists: PageLists, account: number): string {
  return FACTS.map((field) => shownOf(lists, field, account))
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** `Fits 4 of 4. Hiring SDRs. Missing Annual revenue.` cut to ten words; signals that are met come before what is missing. */
export function shortReason({ profile }: AccountResults, account: number): string {
  const { basis, lines, rules } = scorecardOf(profile, account);
  const signals = lines.filter(({ rule, outcome }) => outcome === 'met' && isSignalRule(rule)).map(({ rule }) => rule.name);
  const missing = lines
    .filter(({ outcome, group, weight }) => outcome === 'unknown' && weight > 0 && (basis === 'all' || group === basis))
    .map(({ rule }) => rule.field);
  const sentences = [
    `Fits ${rules.met} of ${rules.known}.`,
    ...(basis === 'fit' ? signals.slice(0, 2).map((name) => `${name}.`) : []),
    ...missing.slice(0, 1).map((field) => `Missing ${field}.`),
  ];
  const words = sentences.join(' ').split(' ');
  return words.length <= MOST_WORDS ? words.join(' ') : `${words.slice(0, MOST_WORDS).join(' ')} …`;
}
