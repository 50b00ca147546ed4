/** The plan as the page edits it: every row beside the row it came from, so that saving can name what was changed. */
import type { PlanJson, PlanRow } from '../../src/commands/protocol/requests';
import { fold } from '../../src/domain/facts/text';
import { SETTINGS, type SettingKey } from '../../src/domain/rules/settings';
import { shownDefault } from '../../src/sheet/plan/readSettings';
import { PLAN_KEYS, type PlanKey } from '../../src/sheet/plan/tabs';

/** A row of a plan tab: as the tab holds it, as it is to be. Null: it is not there. */
export interface Entry {
  /** Stays the same while the row is edited. */
  readonly id: number;
  readonly before: PlanRow | null;
  readonly after: PlanRow | null;
}

/** Rows by plan tab, in the tab's order. */
export type Draft = Readonly<Record<PlanKey, readonly Entry[]>>;

let last = 0;

/** The plan as it stands in the tabs. */
export function draftOf(plan: PlanJson): Draft {
  return make((key) => (plan[key] ?? []).map((row) => entry(row, row)));
}

/** Changed rows alone, as they were kept while the page was closed. */
export function draftWith(changes: readonly (Omit<Entry, 'id'> & { readonly key: PlanKey })[]): Draft {
  return make((key) => changes.filter((one) => one.key === key).map(({ before, after }) => entry(before, after)));
}

/** Every row that is to be, under its key; keys without rows are left out. */
export function planOf(draft: Draft): PlanJson {
  const kept = PLAN_KEYS.map((key) => [key, rowsOf(draft, key)] as const).filter(([, rows]) => rows.length > 0);
  return { format: 1, ...Object.fromEntries(kept) };
}

/** Rows of one plan tab as they are to be, without the removed ones. */
export function rowsOf(draft: Draft, key: PlanKey): readonly PlanRow[] {
  return draft[key].flatMap(({ after }) => (after === null ? [] : [after]));
}

/** Rows that differ from the tab, by key. */
export function changesOf(draft: Draft): readonly { readonly key: PlanKey; readonly changes: readonly Entry[] }[] {
  return PLAN_KEYS.map((key) => ({ key, changes: draft[key].filter(isChanged) })).filter(({ changes }) => changes.length > 0);
}

/** Number of rows, over all plan tabs, that differ from what the tabs hold. */
export function countChanges(draft: Draft): number {
  return changesOf(draft).reduce((sum, { changes }) => sum + changes.length, 0);
}

/** The draft with one more row at the end of a plan tab. */
export function addRow(draft: Draft, key: PlanKey, row: PlanRow): Draft {
  return { ...draft, [key]: [...draft[key], entry(null, row)] };
}

/** Some cells of a row; a blank one is left out, as in `plan.json`. */
export function editRow(draft: Draft, key: PlanKey, id: number, cells: PlanRow): Draft {
  return change(draft, key, id, ({ after }) => withCells(after ?? {}, cells));
}

/** A row that the tab never held vanishes; another is marked for removal. */
export function removeRow(draft: Draft, key: PlanKey, id: number): Draft {
  const removed = change(draft, key, id, () => null);
  return { ...removed, [key]: removed[key].filter(({ before, after }) => before !== null || after !== null) };
}

/** Entries that are to be; with a header, those whose cell under it is `is`. Names compare trimmed and case-folded. */
export function entriesOf(draft: Draft, key: PlanKey, name = '', is = ''): readonly Entry[] {
  return draft[key].filter(({ after }) => after !== null && (name === '' || isSame(String(after[name] ?? ''), is)));
}

/** Sets the cell of the row whose `name` cell is `is`, adding the row where there is none. */
export function setByName(draft: Draft, key: PlanKey, name: string, is: string, cells: PlanRow): Draft {
  const [found] = entriesOf(draft, key, name, is);
  return found === undefined ? addRow(draft, key, withCells({ [name]: is }, cells)) : editRow(draft, key, found.id, cells);
}

/** Types a setting; a row that is new says its default and why it is there, as the table of settings does. */
export function setSetting(draft: Draft, key: SettingKey, value: string | number): Draft {
  const { name, why } = SETTINGS[key];
  const isNew = entriesOf(draft, 'settings', 'Setting', name).length === 0;
  const about = isNew ? { Default: shownDefault(SETTINGS[key]), Why: why } : {};
  return setByName(draft, 'settings', 'Setting', name, { Value: value, ...about });
}

/** Cell of the row whose `name` cell is `is`; '' where there is none. */
export function cellByName(draft: Draft, key: PlanKey, name: string, is: string, cell = 'Value'): PlanRow[string] {
  return rowsOf(draft, key).find((row) => isSame(String(row[name] ?? ''), is))?.[cell] ?? '';
}

/** A cell of a row as trimmed text; '' where it is blank. */
export function textOf(row: PlanRow, name: string): string {
  return String(row[name] ?? '').trim();
}

/** After a tab was saved: what is to be is what it holds. */
export function settled(draft: Draft, key: PlanKey): Draft {
  return { ...draft, [key]: draft[key].flatMap(({ id, after }) => (after === null ? [] : [{ id, before: after, after }])) };
}

/** The unsaved changes on top of the plan as the tabs now hold it; those that the tabs hold already are saved. */
export function rebased(draft: Draft, plan: PlanJson): Draft {
  const fresh = draftOf(plan);
  return make((key) => {
    let rows = withKnownIds(fresh[key], draft[key]);
    for (const { id, before, after } of draft[key].filter(isChanged)) {
      const holds = (row: PlanRow | null): Entry | undefined =>
        row === null ? undefined : rows.find((entry) => isEqual(entry.before, row));
      const position = holds(before);
      if (position !== undefined) rows = rows.map((entry) => (entry === position ? { id, before: entry.before, after } : entry));
      else if (before === null && after !== null && holds(after) === undefined) rows = [...rows, { id, before, after }];
    }
    return rows;
  });
}

/** A row that says what a known one says is that one: a form that is open on it stays open. */
function withKnownIds(rows: readonly Entry[], known: readonly Entry[]): readonly Entry[] {
  const free = known.filter(({ before }) => before !== null);
  return rows.map((row) => {
    const position = free.findIndex(({ before }) => isAlike(before, row.before));
    const [found] = position < 0 ? [] : free.splice(position, 1);
    return found === undefined ? row : { ...row, id: found.id };
  });
}

/** Whether two names are one, compared as the run compares them. */
export function isSame(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function isChanged({ before, after }: Entry): boolean {
  return !isEqual(before, after);
}

function isEqual(one: PlanRow | null, other: PlanRow | null): boolean {
  if (one === null || other === null) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''));
}

/** As text, since a cell may have become the number that was typed. */
function isAlike(one: PlanRow | null, other: PlanRow | null): boolean {
  const text = (row: PlanRow | null): string =>
    JSON.stringify(
      Object.entries(row ?? {})
        .map(([name, cell]) => [name, String(cell)])
        .sort(),
    );
  return text(one) === text(other);
}

function withCells(row: PlanRow, cells: PlanRow): PlanRow {
  return Object.fromEntries(Object.entries({ ...row, ...cells }).filter(([, cell]) => cell !== ''));
}

function change(draft: Draft, key: PlanKey, id: number, edit: (entry: Entry) => PlanRow | null): Draft {
  return { ...draft, [key]: draft[key].map((row) => (row.id === id ? { ...row, after: edit(row) } : row)) };
}

function entry(before: PlanRow | null, after: PlanRow | null): Entry {
  last += 1;
  return { id: last, before, after };
}

function make(rows: (key: PlanKey) => readonly Entry[]): Draft {
  return Object.fromEntries(PLAN_KEYS.map((key) => [key, rows(key)])) as unknown as Draft;
}
