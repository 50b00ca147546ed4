/** Whether some rules part a list into four tiers, and what sets apart those that do not: what is typical of the accounts they choose. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Day } from '../facts/fact';
import { TIERS } from '../rules/plan';
import type { Settings } from '../rules/settings';
import { accountBits } from '../score/exclusion';
import { profileOf } from '../score/profile';
import { scoreAccounts } from '../score/score';
import { TIER_2, TIER_4, tierAccounts } from '../score/tier';
import { commonRule } from './common';
import { PROFILE_FIELDS } from './fields';
import { scoredRule, type FirstRule } from './firstRule';
import { nearRule, withRing } from './near';
import { signalRules, signalsAmong } from './signals';
import type { CountryNames } from './values';

/** Weights tried for what is typical, the lightest first: what was asked for is to weigh more. */
const WEIGHTS = [1, 2, 3, 4];
/** Rules added at most. */
const MOST_ADDED = 2;
/** What fewer accounts have in common is chance. */
const FEWEST = 5;
/** Share of the customers kept before that must stay in the ICP. */
const LEAST_KEPT = 0.8;
/** Accounts the choice is tried on; of a longer list every second, third … */
const SAMPLE = 5_000;

/** What a first profile is compared with. */
export interface Ground {
  readonly accounts: Accounts;
  readonly settings: Settings;
  readonly asOf: Day;
  readonly names: CountryNames;
}

/** What a profile must respect. */
export interface Limits {
  /** Fields that must not be added, nor their signals. */
  readonly without: readonly string[];
  /** Accounts that are to stay in Tier 1 or 2: what is added may cost one in five of them. */
  readonly customers: readonly number[];
}

/**
 * The rules, the list's signals that one of the best shows, and, only where a tier from 1 to 4 would be empty, at most two rules on what is typical of
 * the accounts chosen, at the least weight that fills most tiers.
 */
export function profileApart(
  { accounts, ...ground }: Ground,
  rules: readonly FirstRule[],
  { without, customers }: Limits,
): readonly FirstRule[] {
  const places = everyFew(accounts.size, customers);
  const some = { accounts: partOf(accounts, places), ...ground };
  const isKept = new Set(customers);
  const kept = places.flatMap((account, place) => (isKept.has(account) ? [place] : []));
  const free = (field: string): boolean => !without.includes(field) && !rules.some((rule) => rule.field === field);
  const signals = signalRules(accounts, ground.asOf).filter(({ field }) => free(field));
  const best = chosenBy(some, rules);
  let chosen = [...rules, ...signalsAmong(some.accounts, signals, best, ground.asOf)];
  for (let added = 0; added < MOST_ADDED; added += 1) {
    const more = nextTypical(some, chosen, best, kept, PROFILE_FIELDS.filter(free));
    if (more.length === 0) break;
    chosen = [...chosen.filter(isFit), ...more, ...chosen.filter((rule) => !isFit(rule))];
  }
  return chosen;
}

/** The rule that fills most tiers that are empty, at its least weight, with a ring where that fills more; none where nothing fills one more. */
function nextTypical(
  ground: Ground,
  rules: readonly FirstRule[],
  members: readonly number[],
  customers: readonly number[],
  fields: readonly string[],
): readonly FirstRule[] {
  const before = tiersOf(ground, rules);
  const fewest = LEAST_KEPT * inIcp(before, customers);
  let most = filled(before);
  let found: readonly FirstRule[] = [];
  if (members.length < FEWEST) return found;
  for (const field of fields) {
    if (most >= TIERS.length || rules.some((rule) => rule.field === field)) continue;
    for (const more of typicalRules(ground, members, field)) {
      const tiers = tiersOf(ground, [...rules, ...more]);
      if (filled(tiers) <= most || inIcp(tiers, customers) < fewest) continue;
      [most, found] = [filled(tiers), more];
    }
  }
  return found;
}

/** What is typical of the accounts chosen at each weight, alone and then with what lies around it. */
function typicalRules({ accounts, names }: Ground, members: readonly number[], field: string): readonly (readonly FirstRule[])[] {
  const common = commonRule({ accounts, members, names, part: 'typical' }, field);
  if (common === undefined) return [];
  const rule = { ...common, evidence: `${common.evidence} of the accounts chosen` };
  const ring = nearRule(accounts, rule);
  const alone = WEIGHTS.map((weight) => [{ ...rule, weight }]);
  return ring === undefined ? alone : [...alone, ...WEIGHTS.map((weight) => withRing({ ...rule, weight }, ring))];
}

/** Of Tier 1 to 4 those that hold an account. */
function filled(tiers: Uint8Array): number {
  return new Set(tiers.filter((tier) => tier <= TIER_4)).size;
}

function inIcp(tiers: Uint8Array, accounts: readonly number[]): number {
  return accounts.filter((account) => (tiers[account] ?? TIER_4) <= TIER_2).length;
}

/** Accounts in the ICP by fit alone; of many the Tier 1 alone. */
function chosenBy(ground: Ground, rules: readonly FirstRule[]): readonly number[] {
  const tiers = tiersOf(ground, rules.filter(isFit));
  const upTo = (tier: number): readonly number[] =>
    Array.from(tiers.keys()).filter((account) => (tiers[account] ?? TIER_4) <= tier);
  return upTo(0).length >= FEWEST ? upTo(0) : upTo(TIER_2);
}

function isFit({ dimension }: FirstRule): boolean {
  return dimension === 'Firmographic' || dimension === 'Technographic';
}

function tiersOf({ accounts, settings, asOf }: Ground, rules: readonly FirstRule[]): Uint8Array {
  const plan = { icp: rules.map(scoredRule), tam: [], overrides: [], settings, asOf };
  const profile = profileOf(accounts, plan);
  return tierAccounts(accounts, profile, scoreAccounts(profile, accounts.size), accountBits(profile, accounts.size), plan).final;
}

/** All accounts, or every second, third … of a long list and those that must be among them. */
function everyFew(size: number, wanted: readonly number[]): readonly number[] {
  const step = Math.max(1, Math.ceil(size / SAMPLE));
  const isWanted = new Set(wanted);
  return Array.from({ length: size }, (_, account) => account).filter((account) => account % step === 0 || isWanted.has(account));
}

function partOf(accounts: Accounts, places: readonly number[]): Accounts {
  if (places.length === accounts.size) return accounts;
  return {
    size: places.length,
    keys: places.map((account) => accounts.keys[account] ?? ''),
    isDuplicate: places.map((account) => accounts.isDuplicate[account] ?? false),
    attribute: (field) => {
      const column = accounts.attribute(field);
      return column && { ...column, codes: Int32Array.from(places, (account) => column.codes[account] ?? 0) };
    },
  };
}
