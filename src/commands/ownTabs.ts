/** Which tabs are ours, and the making of those that are missing. */
import { shownText } from '../sheet/parse/text';
import { GENERATED_TABS, type GeneratedKind } from '../sheet/render/block';
import { isStampText } from '../sheet/stamp';
import type { Tab, TabKind } from './tab';
import type { Workbook } from './workbook';

/** A tab to be there: its kind, and the title it gets where nobody has it. */
export interface WantedTab {
  readonly kind: TabKind;
  readonly title: string;
  readonly isHidden?: boolean;
}

export interface OwnTab {
  readonly tab: Tab;
  /** Without metadata as yet: after an XLSX file, a copy, or a stop between making and naming. */
  readonly isUnnamed: boolean;
}

/**
 * Our tab of each wanted kind that exists: by metadata; else one that a stopped run had announced, made and not named; else, for
 * generated tabs, one of our titles whose first cell holds a stamp. A team's own tab of the same title is none of these.
 */
export function findOwnTabs(
  workbook: Workbook,
  tabs: readonly Tab[],
  wanted: readonly WantedTab[],
): ReadonlyMap<TabKind, OwnTab> {
  const orphans = tabs.filter(({ kind }) => kind === undefined);
  const isComplete = orphans.length === 0 || wanted.every(({ kind }) => tabs.some((tab) => tab.kind === kind));
  const announced = isComplete ? [] : workbook.announcement();
  const found = new Map<TabKind, OwnTab>();
  for (const { kind } of wanted) {
    const named = tabs.find((tab) => tab.kind === kind);
    const titles = announced.flatMap(([announcedKind, title]) => (announcedKind === kind ? [title] : []));
    const tab =
      named ??
      orphans.find((orphan) => titles.includes(orphan.title) && isEmpty(workbook, orphan)) ??
      stampedTab(workbook, orphans, kind);
    if (tab !== undefined) found.set(kind, { tab, isUnnamed: named === undefined });
  }
  return found;
}

function isEmpty(workbook: Workbook, tab: Tab): boolean {
  return workbook.read(tab).every((cells) => cells.every((cell) => cell === ''));
}

/** The exact title before a longer one such as `Scores (Segment Planner)`. */
function stampedTab(workbook: Workbook, orphans: readonly Tab[], kind: TabKind): Tab | undefined {
  const title = new Map<string, string>(Object.entries(GENERATED_TABS)).get(kind);
  if (title === undefined) return undefined;
  return [title, `${title} (Segment Planner`]
    .flatMap((start, index) => orphans.filter((tab) => (index === 0 ? tab.title === start : tab.title.startsWith(start))))
    .find((tab) => isStampText(shownText(workbook.readBack(tab, 1, 1, 1, 1)[0]?.[0] ?? '')));
}

/** Every wanted tab, made or named where it was not. The titles are announced first: a stop between making and naming loses no tab. */
export function makeOwnTabs(
  workbook: Workbook,
  tabs: readonly Tab[],
  found: ReadonlyMap<TabKind, OwnTab>,
  wanted: readonly WantedTab[],
): ReadonlyMap<TabKind, Tab> {
  const made = new Map<TabKind, Tab>();
  for (const [kind, { tab, isUnnamed }] of found) made.set(kind, isUnnamed ? workbook.name(tab, kind) : tab);
  const missing = wanted.filter(({ kind }) => !made.has(kind));
  if (missing.length > 0) workbook.announce(missing.map(({ kind, title }) => [kind, title]));
  for (const each of missing) made.set(each.kind, makeTab(workbook, tabs, each));
  if (missing.length > 0 || [...found.values()].some(({ isUnnamed }) => isUnnamed)) workbook.announced();
  return made;
}

/** Under its own title, or where somebody has that, under a free one: which titles there are is asked for only then. */
function makeTab(workbook: Workbook, tabs: readonly Tab[], { kind, title, isHidden = false }: WantedTab): Tab {
  try {
    return workbook.create(title, kind, isHidden);
  } catch (error) {
    const free = freeTitle(title, tabs);
    if (free === title) throw error;
    workbook.announce([[kind, free]]);
    return workbook.create(free, kind, isHidden);
  }
}

/** The title, or `Scores (Segment Planner)`, or that with a number, whichever nobody has. */
export function freeTitle(title: string, tabs: readonly Tab[]): string {
  const taken = new Set(tabs.map((tab) => tab.title.toLowerCase()));
  const candidates = [title, `${title} (Segment Planner)`];
  for (let n = 2; n < 100; n += 1) candidates.push(`${title} (Segment Planner ${String(n)})`);
  return candidates.find((candidate) => !taken.has(candidate.toLowerCase())) ?? title;
}

/** Generated tabs that exist, by their metadata. */
export function presentKinds(tabs: readonly Tab[]): ReadonlySet<GeneratedKind> {
  const kinds = new Set(tabs.map(({ kind }) => kind));
  return new Set((Object.keys(GENERATED_TABS) as GeneratedKind[]).filter((kind) => kinds.has(kind)));
}
