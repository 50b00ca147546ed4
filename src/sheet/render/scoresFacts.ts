/** Which facts of an account stand beside its name in `Scores`: those that rules ask about first. */
import type { Accounts } from '../../domain/facts/accounts';
import { fold } from '../../domain/facts/text';
import type { Plan } from '../../domain/rules/plan';
import { clipped } from '../problem';
import type { Run } from '../run/run';

/** Columns for facts; a plan that asks about fewer leaves the last ones empty. */
const FACT_COLUMNS = 5;
/** Fields that have a column of their own in `Scores`. */
const SHOWN_ANYWAY = ['Account name', 'Account ID', 'Domain', 'Account owner'].map(fold);
/** Characters of a header. */
const LONGEST = 60;

/** Fields with a column that rules of the profile, the market and segments ask about, in the plan's order, at most five. */
export function factsAsked({ icp, tam, segments }: Plan, accounts: Accounts): readonly string[] {
  const fields = new Map<string, string>();
  for (const { field } of [...icp, ...tam, ...segments.flatMap(({ rules }) => rules)]) {
    const folded = fold(field);
    if (!SHOWN_ANYWAY.includes(folded) && !fields.has(folded) && accounts.attribute(field) !== undefined)
      fields.set(folded, field);
  }
  return [...fields.values()].slice(0, FACT_COLUMNS);
}

/**
 * Headers of all fact columns: the field's own name, told apart from headers that are `taken`; a number where there is no fact.
 * No two are the same, whatever their case.
 */
export function factHeaders(fields: readonly string[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken.map(fold));
  return Array.from({ length: FACT_COLUMNS }, (_, position) => {
    let header = clipped(fields[position] ?? `Fact ${position + 1}`).slice(0, LONGEST);
    while (used.has(fold(header))) header += ' (list)';
    used.add(fold(header));
    return header;
  });
}

/** A field's cell as the team typed it; '' where it is blank or has no column. */
export function shownFact({ read }: Pick<Run, 'read'>, field: string, account: number): string {
  const attribute = read.lists.accounts.attribute(field);
  const fact = attribute?.facts[attribute.codes[account] ?? -1];
  return fact === undefined || fact.isBlank ? '' : fact.shown;
}
