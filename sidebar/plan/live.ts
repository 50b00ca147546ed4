/** The draft computed against the lists, here in the page: the numbers a run would write, before it writes them. */
import type { Accounts, Lists } from '../../src/domain/facts/accounts';
import type { ContactBook } from '../../src/domain/people/contactBook';
import { roundedShare } from '../../src/domain/facts/figure';
import { matchRules, MET, NOT_MET, type Matched } from '../../src/domain/rules/match';
import type { Condition, IcpRule } from '../../src/domain/rules/rule';
import { computeRun, openContacts, type RunResults } from '../../src/sheet/run/run';
import { checkFields } from '../../src/sheet/lists/checkFields';
import { checkOverrides } from '../../src/sheet/lists/checkOverrides';
import { readDay } from '../../src/sheet/parse/date';
import { gridsOfPlan } from '../../src/sheet/plan/planJson';
import type { Problem } from '../../src/sheet/problem';
import { leftOutOf, type LeftOut } from '../../src/sheet/run/leftOut';
import { readDraft, type DraftPlan } from './draftPlan';
import { planOf, type Draft } from './entries';
import { hasColumn, type PageLists } from './lists';
import { placeOf } from './refusals';

/** How the accounts stand to one rule. */
export interface RuleCount {
  readonly matches: number;
  readonly fails: number;
  readonly blank: number;
}

/** The results a run would write, and how each row of the draft stands to the list. */
export interface Live extends RunResults {
  /** Rules of the profile that a run would use, in plan order. */
  readonly rules: readonly IcpRule[];
  /** Id of the draft's row that a rule was read from. */
  readonly idOf: ReadonlyMap<Condition, number>;
  /** By the id of the rule's row; a rule without a column or a reading has none. */
  readonly counts: ReadonlyMap<number, RuleCount>;
  /** Why a run would refuse, or leave out, what a row says. */
  readonly problems: ReadonlyMap<number, Problem>;
  /** All that is to be told of the draft beside the list, in a run's order. */
  readonly found: readonly Problem[];
  readonly leftOut: readonly LeftOut[];
}

/** Everything the steps show. Pure; a few milliseconds for 10,000 accounts. `asOf`: of the run they show, `YYYY-MM-DD`; else today. */
export function liveOf(page: PageLists, draft: Draft, asOf?: string): Live {
  const { lists, meta } = page;
  const day = asOf === undefined ? undefined : readDay(asOf, { order: undefined, isDateColumn: false });
  const read = readDraft(draft, day ?? meta.runDay);
  const found = problemsOf(page, draft, read);
  return {
    ...computeRun(lists, read.plan, bookOf(lists)),
    rules: read.icp,
    idOf: read.idOf,
    counts: countsOf(lists, read),
    problems: byRow(draft, found),
    found,
    leftOut: leftOutOf(read, columnsOf(page), meta, found),
  };
}

/** Whether the list has a column, fetched or not; its cells are not asked for. */
function columnsOf(page: PageLists): Pick<Accounts, 'attribute'> {
  const there = { header: '', facts: [], codes: new Int32Array(0) };
  return { attribute: (field) => (hasColumn(page, field) ? there : undefined) };
}

/** What a run would tell of the draft, and refuse. */
export function problemsOf(page: PageLists, draft: Draft, read = readDraft(draft, page.meta.runDay)): readonly Problem[] {
  const { accountsTab, headers, keys } = page.meta;
  const overrides = gridsOfPlan(planOf(draft)).get('overrides');
  const isWhole = page.read >= page.meta.size;
  return [
    ...read.problems,
    ...checkFields(read, columnsOf(page), accountsTab, headers),
    ...(isWhole ? checkOverrides(overrides, keys) : []),
  ];
}

/** Of several about a row the first. */
function byRow(draft: Draft, problems: readonly Problem[]): ReadonlyMap<number, Problem> {
  const found = new Map<number, Problem>();
  for (const problem of problems) {
    const id = placeOf(draft, problem)?.entry.id;
    if (id !== undefined && !found.has(id)) found.set(id, problem);
  }
  return found;
}

/** A rule that removes this share of the list or more is worth a warning (S0.28). */
export const MOST = 0.8;

/** Why a rule's count is worth a second look; '' when it is not. */
export function warningOf({ matches, fails, blank }: RuleCount, removes: 'must' | 'exclude' | 'score'): string {
  const all = matches + fails + blank;
  const share = (part: number): string => roundedShare(part / all);
  if (all === 0) return '';
  if (blank / all >= MOST) return `Blank for ${share(blank)} of the list: the rule knows little.`;
  if (removes === 'exclude') return matches / all >= MOST ? `Removes ${share(matches)} of the list on its own.` : '';
  if (removes === 'must')
    return fails / all >= MOST ? `Removes ${share(fails)} of the list on its own. Loosen it, or make it a score.` : '';
  return matches === 0 ? 'No account has this: check the value.' : '';
}

const books = new WeakMap<object, ContactBook | null>();

/** The contacts do not change while the plan is typed, and their titles are compared once. */
function bookOf(lists: Lists): ContactBook | null {
  if (lists.contacts === undefined) return null;
  const known = books.get(lists.contacts);
  if (known !== undefined) return known;
  const book = openContacts(lists);
  books.set(lists.contacts, book);
  return book;
}

function countsOf({ accounts }: Lists, { plan, idOf }: DraftPlan): ReadonlyMap<number, RuleCount> {
  return new Map(
    matchRules(accounts, [...idOf.keys()], plan.asOf).matched.map((matched) => [idOf.get(matched.rule) ?? 0, countOf(matched)]),
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
