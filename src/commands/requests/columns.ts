/** What the page counts with: the lists' columns as distinct facts and codes. The plan it reads itself. Writes nothing. */
import type { Attribute, Fact, Quantity } from '../../domain/facts/fact';
import { seededStream } from '../../domain/facts/seeded';
import { readLists, type ReadLists } from '../../sheet/lists/readLists';
import { countriesNamed } from '../../sheet/parse/country';
import { fold } from '../../domain/facts/text';
import { readPlan } from '../../sheet/plan/readPlan';
import { Refusal } from '../../sheet/problem';
import { listHashOf } from '../result/compute';
import { extentMarkOf, extentOf } from '../result/marks';
import { findLists } from '../workbook/findLists';
import { findPlanTabs, planGridsOf } from '../workbook/planTabs';
import type { ColumnsRequest } from '../protocol/requests';
import type { ColumnsReply, WireColumn, WireContacts, WireFact } from '../protocol/columns';
import type { Moment, Workbook } from '../workbook/workbook';

/** Accounts sent in one reply. */
const SLICE = 10_000;
const SEED = 20_251_121;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The fields asked for and those the plan's rules name, for a slice of the chosen accounts. @throws Refusal when the list cannot be read. */
export function columns(request: ColumnsRequest, workbook: Workbook, moment: Moment): ColumnsReply {
  const tabs = workbook.tabs();
  const { accounts, contacts } = findLists(workbook, tabs, request);
  const grids = planGridsOf(findPlanTabs(workbook, tabs));
  const { settings, plan, icp, bounds } = readPlan(grids, countriesNamed, { runDay: moment.day }, workbook.titleOf);
  const read = readLists(accounts, contacts, {
    locale: settings.numberLocale ?? workbook.locale,
    columns: grids.get('columns'),
    titles: workbook.titleOf,
  });
  if (read.isRefused) throw new Refusal(read.problems);
  const from = request.from ?? 0;
  const chosen = chosenOf(read, request);
  const slice = chosen.slice(from, from + SLICE);
  const { sizeField } = plan.settings;
  const ruled = [...icp, ...bounds].map(({ field }) => field);
  const fields = new Set([...request.fields, ...ruled, ...(sizeField === undefined ? [] : [sizeField])]);
  return {
    accountsTab: accounts.tab,
    contactsTab: contacts?.tab ?? null,
    headers: read.headers,
    matches: read.columns.map(({ list, field, header, sample, confidence }) => ({
      list,
      field,
      column: header,
      sample,
      confidence,
    })),
    size: read.lists.accounts.size,
    chosen: chosen.length,
    errors: read.errors,
    problems: read.problems,
    keys: slice.map((account) => read.lists.accounts.keys[account] ?? ''),
    duplicates: slice.flatMap((account, position) => (read.lists.accounts.isDuplicate[account] === true ? [position] : [])),
    rows: slice.map((account) => read.rows[account] ?? 0),
    columns: [...fields].map((field) => columnOf(field, read.lists.accounts.attribute(field), slice)),
    contacts: from === 0 ? contactsOf(read, chosen, request.people === true) : null,
    runDay: moment.day,
    marks: {
      extent: extentMarkOf((contacts === undefined ? [accounts] : [accounts, contacts]).map(extentOf)),
      cells: listHashOf({ accounts, contacts, locale: workbook.locale }),
    },
  };
}

/** Places of the accounts that are asked for, in the list's order. */
function chosenOf({ lists: { accounts }, rows }: ReadLists, { only, most }: ColumnsRequest): readonly number[] {
  const all = Array.from(accounts.keys, (_, account) => account);
  if (only !== undefined)
    return all.filter((account) => (typeof only === 'number' ? rows[account] : accounts.keys[account]) === only);
  return most === undefined || all.length <= most ? all : sampleOf(all, most);
}

/** So many of them in their order, every choice as likely, and the same on every call. */
function sampleOf(all: readonly number[], most: number): readonly number[] {
  const next = seededStream(SEED);
  let wanted = most;
  return all.filter((_, position) => {
    const isIn = next() * (all.length - position) < wanted;
    if (isIn) wanted -= 1;
    return isIn;
  });
}

/** Facts of the slice, numbered again, and one code an account in as few base64 digits as they need. */
function columnOf(field: string, attribute: Attribute | undefined, accounts: readonly number[]): WireColumn {
  if (attribute === undefined) return { field, header: null, facts: [], codes: '' };
  const numbers = new Map<number, number>();
  const slice = accounts.map((account) => {
    const code = attribute.codes[account] ?? 0;
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    return number;
  });
  const facts = [...numbers.keys()].flatMap((code) => attribute.facts[code] ?? []);
  const width = facts.length > 4096 ? 3 : facts.length > 64 ? 2 : 1;
  return { field, header: attribute.header, facts: facts.map(factOf), codes: slice.map((code) => base64(code, width)).join('') };
}

function base64(code: number, width: number): string {
  return width === 0 ? '' : base64(code >> 6, width - 1) + (DIGITS[code & 63] ?? '');
}

/** Only what a rule could not work out from the text. */
function factOf({ shown, isBlank, items, countries, quantity, day, truth }: Fact): WireFact {
  return {
    s: shown,
    ...(isBlank ? { b: 1 as const } : {}),
    ...(items.length > 1 || (items[0] ?? '') !== fold(shown) ? { i: items } : {}),
    ...(countries.some((code) => code !== '') ? { c: countries } : {}),
    ...(quantity === undefined ? {} : { q: wireOf(quantity) }),
    ...(day === undefined ? {} : { d: day }),
    ...(truth === undefined ? {} : { t: truth }),
  };
}

function wireOf({ low, high, currency }: Quantity): NonNullable<WireFact['q']> {
  return currency === undefined ? [endOf(low), endOf(high)] : [endOf(low), endOf(high), currency];
}

/** JSON has no infinity. */
function endOf(end: number): number | null {
  return Number.isFinite(end) ? end : null;
}

/** Contacts of the chosen accounts, which are numbered by their places among the chosen. */
function contactsOf({ lists }: ReadLists, chosen: readonly number[], withPeople: boolean): WireContacts | null {
  const { contacts } = lists;
  if (contacts === undefined) return null;
  const positions = new Map(chosen.map((account, position) => [account, position]));
  const all = contacts.all.filter(({ account }) => positions.has(account));
  const { unmatched } = contacts;
  return {
    accounts: all.map(({ account }) => positions.get(account) ?? 0),
    titles: all.map(({ title }) => title),
    verified: all.map(({ isVerified }) => (isVerified ? '1' : '0')).join(''),
    unmatched,
    people: withPeople ? all.map(({ name, email, phone }) => [name, email, phone] as const) : null,
  };
}
