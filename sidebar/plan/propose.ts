/** A first profile from the answers: what customers share, what was wished of columns, or a starter plan; the rules are the domain's. */
import type { Day } from '../../src/domain/facts/fact';
import { fold } from '../../src/domain/facts/text';
import { sharedByCustomers, type NoFinding } from '../../src/domain/learning/customers';
import { fieldChoices, type FieldChoices } from '../../src/domain/learning/fieldChoices';
import { PROFILE_FIELDS } from '../../src/domain/learning/fields';
import type { FirstRule } from '../../src/domain/learning/firstRule';
import { starterRules } from '../../src/domain/learning/starterRules';
import { starters, type Starter } from '../../src/domain/learning/starters';
import { profileApart } from '../../src/domain/learning/tiersApart';
import { valuesOver, type SharedValue } from '../../src/domain/learning/values';
import { rulesFromWishes, type Wished } from '../../src/domain/learning/wishes';
import type { Settings } from '../../src/domain/rules/settings';
import { countryName } from '../../src/sheet/parse/country';
import { POINT, readQuantity } from '../../src/sheet/parse/number';
import { plain } from '../../src/sheet/parse/text';
import type { Answers, Wish } from './answers';
import { hasColumn, type PageLists } from './lists';

/** Fewest customers that say something about customers. */
export const FEW = 3;

/** Values of a column over all accounts, the most frequent first; countries by what the list calls them. */
export function valuesOf({ lists }: PageLists, field: string): readonly SharedValue[] {
  const column = lists.accounts.attribute(field);
  return column === undefined ? [] : valuesOver(column, lists.accounts.keys.keys(), asShown);
}

/** What the answers make. */
export interface Profile {
  readonly rules: readonly FirstRule[];
  /** Fields on which the customers look like everybody. */
  readonly none: readonly NoFinding[];
  /** Places of the customers, and lines that no account answers to. */
  readonly customers: readonly number[];
  readonly missing: readonly string[];
  readonly starter: Starter | undefined;
  /** Why rules of the starter plan are not there. */
  readonly leftOut: readonly string[];
  /** Why there is no rule; '' where there are. */
  readonly reason: string;
}

/** Columns that say who an account is not by kind, but by name, contact or state of the talks. */
const NO_KIND = [
  'Account ID',
  'Account name',
  'Domain',
  'Account owner',
  'Account status',
  'Last contacted',
  'Verified emails',
  'Last funding date',
];

/** Fields that can be wished of: those that are recognized, then every other header. */
export function wishFields({ meta }: PageLists): readonly string[] {
  const accounts = meta.matches.filter(({ list }) => list === 'accounts');
  const used = new Set(accounts.map(({ column }) => fold(column)));
  const recognized = accounts.map(({ field }) => field).filter((field) => !NO_KIND.includes(field));
  const first = PROFILE_FIELDS.filter((field) => recognized.includes(field));
  const others = meta.headers.filter((header) => header !== '' && !used.has(fold(header)));
  return [...new Set([...first, ...recognized, ...others])];
}

/** Whether a field is recognized, and not just a header. */
export function isRecognized({ meta }: PageLists, field: string): boolean {
  return meta.matches.some((match) => match.list === 'accounts' && match.field === field);
}

/** What can be wished of a field whose column is here; undefined where it names single accounts, or yes and no. */
export function choicesOf({ lists }: PageLists, field: string): FieldChoices | undefined {
  return fieldChoices(lists.accounts, field, asShown);
}

/** The profile that the answers make. `marked`: customers by status. */
export function profileFrom(
  page: PageLists,
  answers: Answers,
  marked: readonly number[],
  settings: Settings,
  asOf: Day,
): Profile {
  const { accounts } = page.lists;
  const { way, without } = answers;
  const nothing: Profile = { rules: [], none: [], customers: [], missing: [], starter: undefined, leftOut: [], reason: '' };
  const complete = (rules: readonly FirstRule[], about: Partial<Profile>): Profile => ({
    ...nothing,
    ...about,
    rules:
      rules.length === 0
        ? []
        : profileApart({ accounts, settings, asOf, names: asShown }, rules, { without, customers: about.customers ?? [] }),
  });
  if (way === 'pick') {
    const { wished, error } = wishedFrom(page, answers.wishes);
    const { rules, leftOut } = rulesFromWishes(accounts, wished, asShown);
    const reason = error || (leftOut.length > 0 ? 'Choose less, or one more column.' : 'Choose a value or a range above.');
    return complete(error === '' ? rules : [], { leftOut, reason: error === '' && rules.length > 0 ? '' : reason });
  }
  if (way === 'starter') {
    const starter = starters().find(({ id }) => id === answers.starter) ?? starters()[0];
    if (starter === undefined) return nothing;
    const { rules, leftOut } = starterRules(accounts, starter, asShown);
    return complete(rules, {
      starter,
      leftOut,
      reason: rules.length === 0 ? 'The list has no column this plan asks about.' : '',
    });
  }
  const { accounts: customers, missing } =
    way === 'marked' ? { accounts: marked, missing: [] } : customersIn(page, answers.names);
  if (customers.length < FEW)
    return { ...nothing, customers, missing, reason: `Name ${FEW} customers or more that are in the list.` };
  const { rules, none } = sharedByCustomers(accounts, customers, asShown);
  const reason =
    rules.length > 0 ? '' : 'Nothing sets these customers apart from the list. Choose by industry, size and place instead.';
  return complete(rules, { none, customers, missing, reason });
}

/** Why a typed range cannot be used; '' where it can. */
export function rangeProblem(typed: string): string {
  const range = readQuantity(typed, POINT);
  const isRange = range !== undefined && range.low < range.high;
  return typed.trim() === '' || isRange ? '' : `“${typed}” isn’t a range. Write e.g. 50-500, 1000+ or up to 50.`;
}

/** Accounts of the list that a line each names, by domain, key or name; and the lines nobody answers to. */
export function customersIn(
  lists: PageLists,
  text: string,
): { readonly accounts: readonly number[]; readonly missing: readonly string[] } {
  const byName = new Map<string, number>();
  for (const field of ['Domain', 'Account name']) {
    const column = lists.lists.accounts.attribute(field);
    column?.codes.forEach((code, account) => {
      const fact = column.facts[code];
      for (const name of fact === undefined || fact.isBlank ? [] : [fact.text, bare(fact.text)])
        if (!byName.has(name)) byName.set(name, account);
    });
  }
  lists.meta.keys.forEach((key, account) => byName.set(fold(key), account));
  const accounts = new Set<number>();
  const missing: string[] = [];
  for (const line of text.split(/[\n;,\t]/).map((part) => part.trim())) {
    if (line === '') continue;
    const found = byName.get(fold(line)) ?? byName.get(bare(line));
    if (found === undefined) missing.push(line);
    else accounts.add(found);
  }
  return { accounts: [...accounts], missing };
}

/** Wishes as the domain takes them; an error names the field whose typed range cannot be read. */
function wishedFrom(page: PageLists, wishes: readonly Wish[]): { readonly wished: readonly Wished[]; readonly error: string } {
  const wished: Wished[] = [];
  for (const wish of wishes.filter(({ field }) => hasColumn(page, field))) {
    const choices = choicesOf(page, wish.field);
    if (choices === undefined) continue;
    if (rangeProblem(wish.typed) !== '') return { wished: [], error: `${wish.field}: ${rangeProblem(wish.typed)}` };
    const { field, values, near } = wish;
    if (choices.kind === 'values') wished.push({ field, values, near, range: undefined, currency: undefined });
    else {
      const typed = wish.typed.trim() === '' ? undefined : readQuantity(wish.typed, POINT);
      const chosen = typed === undefined ? choices.ranges.filter(({ says }) => values.includes(says)) : [typed];
      if (chosen.length === 0) continue;
      const range = { low: Math.min(...chosen.map(({ low }) => low)), high: Math.max(...chosen.map(({ high }) => high)) };
      wished.push({ field, values: [], near: [], range, currency: typed?.currency ?? choices.currency });
    }
  }
  return { wished, error: '' };
}

/** A country in the list's own word, unless its cells hold more than the country. */
export function asShown(code: string, shown: string): string {
  return /[,;|/()]/.test(shown) ? countryName(code) : shown;
}

/** Without what dresses a domain or a company's name. */
function bare(text: string): string {
  return /^\S+\.\S+$/.test(text.trim())
    ? fold(text)
        .replace(/^(https?:)?[/][/]/, '')
        .replace(/^www\./, '')
        .replace(/[/].*$/, '')
    : plain(text);
}
