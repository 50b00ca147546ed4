/** Which tabs are ours, and the making of those that are missing. */
import { shownText } from '../../sheet/parse/text';
import { GENERATED_TABS, type GeneratedKind } from '../../sheet/ownTabs/block';
import { makeProblem, Refusal, type Problem } from '../../sheet/problem';
import { isStampText } from '../../sheet/ownTabs/stamp';
import { isGenerated, type TabKind } from '../../sheet/ownTabs/tabKind';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/** A tab to be there: its kind, and the title it gets where nobody has it. */
export interface WantedTab {
  readonly kind: TabKind;
  readonly title: string;
  readonly isHidden?: boolean;
  /** What the first cell holds, by which a tab without metadata is known; of generated tabs it is a stamp. */
  readonly mark?: string;
}

export interface OwnTab {
  readonly tab: Tab;
  /** Without metadata as yet: after an XLSX file, a copy, or a stop between making and naming. */
  readonly isUnnamed: boolean;
}

/**
 * Our tab of each wanted kind that exists: by metadata; else one that a stopped run had begun, made and not named; else one of
 * our titles whose first cell holds a stamp, or the words that open the tab. A team's own tab of the same title is none of these.
 */
export function findOwnTabs(
  workbook: Workbook,
  tabs: readonly Tab[],
  wanted: readonly WantedTab[],
): ReadonlyMap<TabKind, OwnTab> {
  const orphans = tabs.filter(({ kind }) => kind === undefined);
  const isComplete = orphans.length === 0 || wanted.every(({ kind }) => tabs.some((tab) => tab.kind === kind));
  const pending = isComplete ? [] : workbook.pendingTabs();
  const older = new Set(pending.flatMap(([kind, ids]) => (kind === '' ? ids.split(',') : [])));
  const younger = orphans.filter(({ id }) => !older.has(String(id)));
  const found = new Map<TabKind, OwnTab>();
  for (const each of wanted) {
    const { kind } = each;
    const named = tabs.find((tab) => tab.kind === kind);
    const titles = pending.flatMap(([pendingKind, title]) => (pendingKind === kind ? [title] : []));
    const tab =
      named ??
      younger.find((orphan) => titles.includes(workbook.titleOf(orphan.id)) && isEmpty(workbook, orphan)) ??
      titledTab(workbook, orphans, each);
    if (tab !== undefined) found.set(kind, { tab, isUnnamed: named === undefined });
  }
  return found;
}

function isEmpty(workbook: Workbook, tab: Tab): boolean {
  return workbook.read(tab).every((cells) => cells.every((cell) => cell === ''));
}

/** The title, or that under which a tab of ours stands beside a team's: no longer one, by which they keep a copy. */
export function isOwnTitle(text: string, title: string): boolean {
  return text.startsWith(title) && /^( \(Segment Planner( \d+)?\))?$/.test(text.slice(title.length));
}

/** The exact title before a longer one. */
function titledTab(workbook: Workbook, orphans: readonly Tab[], { kind, title, mark }: WantedTab): Tab | undefined {
  if (mark === undefined && !isGenerated(kind)) return undefined;
  const isOurs = (text: string): boolean => (mark === undefined ? isStampText(text) : text === mark);
  return orphans
    .filter(({ id }) => isOwnTitle(workbook.titleOf(id), title))
    .sort((a, b) => workbook.titleOf(a.id).length - workbook.titleOf(b.id).length)
    .find((tab) => isOurs(shownText(workbook.readBack(tab, 1, 1, 1, 1)[0]?.[0] ?? '')));
}

/** One of those {@link makeOwnTabs} has made. */
export function tabOf(made: ReadonlyMap<TabKind, Tab>, kind: TabKind): Tab {
  const tab = made.get(kind);
  if (tab === undefined) throw new Error(`No tab "${kind}" was asked for.`);
  return tab;
}

/** Every wanted tab, made or named where it was not. The titles are stored as pending first: a stop between making and naming loses no tab. */
export function makeOwnTabs(
  workbook: Workbook,
  tabs: readonly Tab[],
  found: ReadonlyMap<TabKind, OwnTab>,
  wanted: readonly WantedTab[],
): ReadonlyMap<TabKind, Tab> {
  const made = new Map<TabKind, Tab>();
  for (const [kind, { tab, isUnnamed }] of found) made.set(kind, isUnnamed ? workbook.tagTab(tab, kind) : tab);
  const missing = wanted.filter(({ kind }) => !made.has(kind));
  if (missing.length > 0) workbook.beginTabs(missing.map(({ kind, title }) => [kind, title]));
  for (const each of missing) made.set(each.kind, makeTab(workbook, tabs, each));
  if (missing.length > 0 || [...found.values()].some(({ isUnnamed }) => isUnnamed)) workbook.endTabs();
  return made;
}

/** Under its own title, or where a user has that, under a free one: which titles there are is asked for only then. */
function makeTab(workbook: Workbook, tabs: readonly Tab[], { kind, title, isHidden = false }: WantedTab): Tab {
  try {
    return workbook.create(title, kind, isHidden);
  } catch (error) {
    // Another install has no part in our lock, and may be making the same tabs.
    if (workbook.tabs().some((tab) => tab.kind === kind)) throw new Refusal([madeMeanwhile(title)]);
    const free = freeTitle(title, titlesOf(workbook, tabs));
    if (free === title) throw error;
    workbook.beginTabs([[kind, free]]);
    return workbook.create(free, kind, isHidden);
  }
}

function madeMeanwhile(title: string): Problem {
  const message = 'Another user made this tab at the same moment, so this run was not begun.';
  return makeProblem({ severity: 'refusal', code: 'TAB_MADE_MEANWHILE', at: title, message, fix: 'Run again.' });
}

/** The title, or `Scores (Segment Planner)`, or that with a number, whichever is not taken. */
export function freeTitle(title: string, taken: ReadonlySet<string>): string {
  const candidates = [title, `${title} (Segment Planner)`];
  for (let n = 2; n < 100; n += 1) candidates.push(`${title} (Segment Planner ${n})`);
  return candidates.find((candidate) => !taken.has(candidate.toLowerCase())) ?? title;
}

/** Titles of the tabs in small letters, as no two of a file may be equal. */
export function titlesOf(workbook: Workbook, tabs: readonly Tab[]): ReadonlySet<string> {
  return new Set(tabs.map(({ id }) => workbook.titleOf(id).toLowerCase()));
}

/** Generated tabs that exist, by their metadata. */
export function presentKinds(tabs: readonly Tab[]): ReadonlySet<GeneratedKind> {
  const kinds = new Set(tabs.map(({ kind }) => kind));
  return new Set((Object.keys(GENERATED_TABS) as GeneratedKind[]).filter((kind) => kinds.has(kind)));
}
