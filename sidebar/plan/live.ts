/** The draft held against the lists, here in the page: the numbers a run would write, before it writes them. */
import { openBook, type ContactBook } from '../../src/domain/people/contactBook';
import { sizeMarket, type Market } from '../../src/domain/market/market';
import { matchRules, MET, NOT_MET, type Matched } from '../../src/domain/rules/match';
import type { MarketInputs, Plan, Settings } from '../../src/domain/rules/plan';
import { computeAccounts, type AccountResults } from '../../src/domain/segments/run';
import { segmentResults, type SegmentResult } from '../../src/domain/lanes/segmentResults';
import type { BoundRule, Condition } from '../../src/domain/rules/rule';
import { titleContains } from '../../src/sheet/parse/title';
import { cellByName, type Draft } from './entries';
import type { PageLists } from './lists';
import { boundRules, icpRules, isOn, segmentsOf, type Readings } from './rules';
import { numberOf, shareOf } from './value';

/** How the accounts stand to one rule. */
export interface RuleCount {
  readonly matches: number;
  readonly fails: number;
  readonly blank: number;
}

export interface Live {
  readonly planned: AccountResults;
  readonly market: Market;
  readonly segments: readonly SegmentResult[];
  /** By the id of the rule's row; a rule without a column or a reading has none. */
  readonly counts: ReadonlyMap<number, RuleCount>;
}

const MARKET: readonly (readonly [keyof MarketInputs, string, typeof numberOf])[] = [
  ['companiesInMarket', 'Companies in the market', numberOf],
  ['averageContractValue', 'Average contract value', numberOf],
  ['serviceableCompanies', 'Serviceable companies', numberOf],
  ['winnableShare', 'Winnable share', shareOf],
  ['revenueTarget', 'Revenue target', numberOf],
];

/** Everything the steps show. Pure; a few milliseconds for 10,000 accounts. */
export function liveOf(lists: PageLists, draft: Draft, readings: Readings): Live {
  const plan = planFor(lists, draft, readings);
  const planned = computeAccounts(lists.lists, plan);
  const book = bookOf(lists);
  const { listed } = planned.counts;
  const { accounts, confirmed, possible } = planned.icp;
  return {
    planned,
    market: sizeMarket({ listed, icp: accounts, confirmed, possible }, plan.market, plan.settings),
    segments: segmentResults(planned, book),
    counts: countsOf(lists, plan),
  };
}

/** The draft as a plan; what the page does not edit stays as the server read it. */
export function planFor(lists: PageLists, draft: Draft, readings: Readings): Plan {
  const { market, personas, overrides, asOf } = lists.meta.plan;
  const edited = MARKET.map(([key, item, read]) => [key, valueOf(draft, item, read, market[key])] as const);
  return {
    icp: icpRules(draft, readings),
    tam: boundRules(draft, 'TAM', readings),
    market: { ...market, ...Object.fromEntries(edited) },
    segments: segmentsOf(draft, readings),
    personas,
    overrides,
    settings: settingsFor(lists.meta.plan.settings, draft),
    asOf,
  };
}

/** A rule that removes this share of the list or more is worth a warning (S0.28). */
export const MOST = 0.8;

/** Why a rule's count is worth a second look; '' when it is not. */
export function warningOf({ matches, fails, blank }: RuleCount, removes: 'gate' | 'exclude' | 'score'): string {
  const all = matches + fails + blank;
  const share = (part: number): string => `${Math.floor((100 * part) / all)} %`;
  if (all === 0) return '';
  if (blank / all >= MOST) return `Blank for ${share(blank)} of the list: the rule knows little.`;
  if (removes === 'exclude') return matches / all >= MOST ? `Removes ${share(matches)} of the list on its own.` : '';
  if (removes === 'gate')
    return fails / all >= MOST ? `Removes ${share(fails)} of the list on its own. Loosen it, or make it a score.` : '';
  return matches === 0 ? 'No account has this: check the value.' : '';
}

const books = new WeakMap<object, ContactBook | null>();

/** The contacts do not change while the plan is typed, and their titles are compared once. */
function bookOf({ lists }: PageLists): ContactBook | null {
  if (lists.contacts === undefined) return null;
  const known = books.get(lists.contacts);
  if (known !== undefined) return known;
  const book = openBook(lists.contacts, lists.accounts.size, titleContains);
  books.set(lists.contacts, book);
  return book;
}

function settingsFor(base: Settings, draft: Draft): Settings {
  const number = (name: string, fallback: number): number => numberOf(cellByName(draft, 'settings', 'Setting', name)) ?? fallback;
  const [one, two, three] = base.cuts;
  const signal = cellByName(draft, 'settings', 'Setting', 'Tier 1 needs a signal');
  const filtered = cellByName(draft, 'settings', 'Setting', 'The list was already filtered');
  return {
    ...base,
    cuts: [number('Tier 1 from', one), number('Tier 2 from', two), number('Tier 3 from', three)],
    tier1NeedsSignal: signal === '' ? base.tier1NeedsSignal : isOn({ Active: signal }),
    isListFiltered: filtered === '' ? base.isListFiltered : isOn({ Active: filtered }),
  };
}

function valueOf(draft: Draft, item: string, read: typeof numberOf, saved: number | undefined): number | undefined {
  const value = cellByName(draft, 'tam', 'Item', item);
  if (value === '') return undefined;
  const unit = cellByName(draft, 'tam', 'Item', item, 'Unit');
  return unit === '' ? (read(value) ?? saved) : saved;
}

function countsOf({ lists }: PageLists, { icp, tam, segments, asOf }: Plan): ReadonlyMap<number, RuleCount> {
  const rules: readonly Condition[] = [...icp, ...tam, ...segments.flatMap((segment): readonly BoundRule[] => segment.rules)];
  return new Map(
    matchRules(lists.accounts, rules, asOf).matched.map((matched) => [
      (matched.rule as { readonly id?: number }).id ?? 0,
      countOf(matched),
    ]),
  );
}

function countOf({ attribute, outcomes }: Matched<Condition>): RuleCount {
  let [matches, fails] = [0, 0];
  for (const code of attribute.codes) {
    if (outcomes[code] === MET) matches += 1;
    else if (outcomes[code] === NOT_MET) fails += 1;
  }
  return { matches, fails, blank: attribute.codes.length - matches - fails };
}
