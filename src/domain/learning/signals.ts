/** Signals a list has columns for, from the articles' catalogue. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Day } from '../facts/fact';
import { MET, matchRules, matchStateAt } from '../rules/match';
import type { Dimension, Test } from '../rules/rule';
import { scoredRule, type FirstRule } from './firstRule';
import { NEARLY_ALL } from './separating';

/** Signals that some account shows, and not nearly all: one that none shows would keep all of them out of Tier 1. */
export function signalRules(accounts: Accounts, asOf: Day): readonly FirstRule[] {
  return SIGNALS().filter((rule) => {
    const shown = countMet(accounts, rule, accounts.keys.keys(), asOf);
    return shown > 0 && (shown < NEARLY_ALL * accounts.size || accounts.size === 1);
  });
}

/** The signals without which one of these accounts, the best by fit, could be in Tier 1 at all: those that one of them shows. */
export function signalsAmong(
  accounts: Accounts,
  signals: readonly FirstRule[],
  best: readonly number[],
  asOf: Day,
): readonly FirstRule[] {
  return best.length === 0 ? signals : signals.filter((rule) => countMet(accounts, rule, best, asOf) > 0);
}

function countMet(accounts: Accounts, rule: FirstRule, among: Iterable<number>, asOf: Day): number {
  const [matched] = matchRules(accounts, [scoredRule(rule)], asOf).matched;
  return matched === undefined ? 0 : Array.from(among).filter((account) => matchStateAt(matched, account) === MET).length;
}

function SIGNALS(): readonly FirstRule[] {
  const atLeast = (value: number): Test => ({ operator: 'at least', bound: { kind: 'number', value } });
  return [
    signal('Last funding date', 'Situational', 2, 12, { operator: 'within last', months: 12 }, 'Money raised within a year'),
    signal('Headcount growth', 'Behavioral', 2, '20%', atLeast(0.2), 'Growing head count'),
    signal('Open roles', 'Behavioral', 3, 3, atLeast(3), 'Hiring'),
  ];
}

function signal(
  field: string,
  dimension: Dimension,
  weight: number,
  value: string | number,
  test: Test,
  name: string,
): FirstRule {
  const { operator } = test;
  return { name, field, dimension, operator, value, weight, part: 'signal', says: String(value), evidence: '', test };
}
