/** Older layouts of the tabs, brought to the present one step at a time. Pure: what is read is translated, the sheet is not touched. */
import type { BlockColumn, GeneratedKind } from './block';
import type { Stamp } from './stamp';
import { LAYOUT_VERSION } from './version';

type Step = ReadonlyMap<string, string>;

/** Headers that were called otherwise, old word to new; the first step leads from layout 0 to 1. */
const STEPS: readonly Step[] = [
  // 0 → 1: the marks came; no header was renamed.
  new Map(),
  // 1 → 2
  new Map([['How to mend', 'How to fix']]),
  // 2 → 3: columns came and changed places; no header was renamed.
  new Map(),
  // 3 → 4: Summary and Coverage have other columns.
  new Map(),
];

/** Columns that layout 3 brought. */
const NEW_IN_3 = ['Available', 'Customers'];

/** Tabs whose columns are others from layout 4 on, as they were before. */
const TO_3: ReadonlyMap<GeneratedKind, string> = new Map([
  ['summary', 'Part,Measure,Count,Share,Money,Verdict,Note'],
  ['coverage', 'Segment,Check,Status,Actual,Fix,Rule'],
]);

/** `Scores` to layout 2. */
const SCORES_TO_2 =
  'Rank,Account,Domain,Tier,Fit,Signal,Known,Why,Missing,Segment,Offer angle,Owner,Best contact,Status,This month,Account key,Low,High,Tier reason';

/** Headers of an older layout in the words of the present one; those of the present or a newer one as they are. */
export function migrateHeaders(headers: readonly string[], layout: number, steps: readonly Step[] = STEPS): readonly string[] {
  return steps.slice(layout).reduce((names, step) => names.map((name) => step.get(name) ?? name), headers);
}

/**
 * The headers under which a tab was written, in their order then, in the words of the present layout: a row's mark is made of its cells in
 * that order. A tab without its stamp is taken for one of the present layout.
 */
export function writtenHeaders(
  kind: GeneratedKind,
  columns: readonly BlockColumn[],
  stamp: Pick<Stamp, 'layout' | 'facts'> | undefined,
): readonly string[] {
  const layout = stamp === undefined ? LAYOUT_VERSION : (stamp.layout ?? 0);
  const before4 = layout < 4 ? TO_3.get(kind) : undefined;
  if (before4 !== undefined) return [...before4.split(','), ...columns.slice(-1).map(({ header }) => header)];
  if (layout >= 3) {
    const names = [...(stamp?.facts ?? [])];
    return columns.map(({ header, isFact }) => (isFact === true ? (names.shift() ?? header) : header));
  }
  const headers = columns.map(({ header }) => header);
  if (kind === 'scores') return [...SCORES_TO_2.split(','), ...headers.slice(-1)];
  return kind === 'segments' ? headers.filter((header) => !NEW_IN_3.includes(header)) : headers;
}

/** True for tabs whose columns stood in other places in an older layout. */
export function hasMovedColumns(kind: GeneratedKind): boolean {
  return kind === 'scores' || kind === 'segments' || TO_3.has(kind);
}

/** True for tabs a newer version of the add-on wrote: they are read, never written. */
export function isNewerLayout(layout: number | undefined): boolean {
  return (layout ?? 0) > LAYOUT_VERSION;
}
