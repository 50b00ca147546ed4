/** A starter plan as rows of `Plan ICP` and `Plan Personas`, in the words of the list. */
import type { Accounts } from '../../domain/facts/accounts';
import type { Day } from '../../domain/facts/fact';
import { starterRules } from '../../domain/learning/starterRules';
import type { Starter } from '../../domain/learning/starters';
import { profileApart } from '../../domain/learning/tiersApart';
import { DEFAULT_SETTINGS } from '../../domain/rules/settings';
import { countryName } from '../parse/country';
import type { JsonRow } from '../plan/planJson';
import { noteOf, type Proposal } from './proposal';
import { ruleRow } from './ruleRow';

export interface StarterPlan {
  readonly proposals: readonly Proposal[];
  readonly personas: readonly JsonRow[];
  /** Why rules of the starter are not proposed. */
  readonly leftOut: readonly string[];
}

/** Its rules adapted to the list, and the people who buy. `asOf`: the day a signal must be fresh on. */
export function starterPlan(accounts: Accounts, starter: Starter, asOf: Day): StarterPlan {
  const { rules, leftOut } = starterRules(accounts, starter, countryName);
  const ground = { accounts, settings: DEFAULT_SETTINGS, asOf, names: countryName };
  const source = `Starter plan: ${starter.name}`;
  return {
    proposals:
      rules.length === 0
        ? []
        : profileApart(ground, rules, { without: [], customers: [] }).map((rule) => ({
            row: ruleRow(rule, source),
            note: noteOf(rule),
          })),
    personas: personaRows(starter),
    leftOut,
  };
}

/** Rows of `Plan Personas`. */
export function personaRows({ personas }: Starter): readonly JsonRow[] {
  return personas.map(({ persona, role, titles, pains }) => ({
    Persona: persona,
    Role: role,
    Titles: titles,
    'Pain points': pains,
  }));
}
