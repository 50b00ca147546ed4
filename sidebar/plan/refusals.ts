/** What a run would refuse, by the row of the draft it is about: told in the form, at the field, before anything is saved. */
import { refusalsIn, type Problem } from '../../src/sheet/problem';
import { PLAN_KEYS, PLAN_TABS, type PlanKey } from '../../src/sheet/plan/tabs';
import type { View } from '../state';
import { changesOf, entriesOf, isSame, textOf, type Draft, type Entry } from './entries';

/** A row of the draft, and the cell of it that a problem is about. */
export interface Place {
  readonly key: PlanKey;
  readonly entry: Entry;
  /** '' where the column is not one of ours. */
  readonly header: string;
}

/** Where an address such as `'Plan ICP'!E3` is in the draft; undefined for any other. */
export function placeOf(draft: Draft, { at, found }: Pick<Problem, 'at' | 'found'>): Place | undefined {
  const [, tab, letters = '', row] = /^'?(.+?)'?!([A-Z]+)(\d+)$/.exec(at) ?? [];
  const key = PLAN_KEYS.find((each) => PLAN_TABS[each].title === tab);
  if (key === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const header = PLAN_TABS[key].headers[column - 1] ?? '';
  const entries = entriesOf(draft, key);
  const holds = ({ after }: Entry): boolean => found !== '' && Object.values(after ?? {}).some((cell) => String(cell) === found);
  const there = entries[Number(row) - 2];
  // Blank rows of the tab are not in the draft: of two candidates the one that holds what was found.
  const entry = there !== undefined && (found === '' || holds(there)) ? there : (entries.find(holds) ?? there);
  return entry === undefined ? undefined : { key, entry, header };
}

/** What people call a row: its name, else what it says. */
export function nameOfRow({ after }: Entry): string {
  const row = after ?? {};
  const rule = ['Field', 'Operator', 'Value'].map((header) => textOf(row, header)).filter((part) => part !== '');
  return (
    [textOf(row, 'Rule'), textOf(row, 'Segment'), textOf(row, 'Item'), rule.join(' ')].find((name) => name !== '') ?? 'A new row'
  );
}

/** The view in which a row is edited; undefined for rows that the page has no form for. */
export function viewOf({ key, entry }: Place): View | undefined {
  if (key === 'icp') return 'icp';
  if (key === 'tam') return 'market';
  if (key === 'segments') return 'segments';
  if (key === 'columns') return 'data';
  if (key === 'rules') return isSame(textOf(entry.after ?? {}, 'For'), 'TAM') ? 'market' : 'segments';
  return undefined;
}

/** Refusals about rows that are not saved yet. */
export function refusedChanges(draft: Draft, problems: readonly Problem[]): readonly Problem[] {
  const changed = new Set(changesOf(draft).flatMap(({ changes }) => changes.map(({ id }) => id)));
  return refusalsIn(problems).filter((problem) => changed.has(placeOf(draft, problem)?.entry.id ?? -1));
}
