/** Older layouts of the tabs, brought to the present one step at a time. Pure: what is read is translated, the sheet is not touched. */
import { LAYOUT_VERSION } from './version';

type Step = ReadonlyMap<string, string>;

/** Headers that were called otherwise, old word to new; the first step leads from layout 0 to 1. */
const STEPS: readonly Step[] = [
  // 0 → 1: the marks came; no header was renamed.
  new Map(),
  // 1 → 2
  new Map([['How to mend', 'How to fix']]),
];

/** Headers of an older layout in the words of the present one; those of the present or a newer one as they are. */
export function migrateHeaders(headers: readonly string[], layout: number, steps: readonly Step[] = STEPS): readonly string[] {
  return steps.slice(layout).reduce((names, step) => names.map((name) => step.get(name) ?? name), headers);
}

/** True for tabs a newer version of the add-on wrote: they are read, never written. */
export function isNewerLayout(layout: number | undefined): boolean {
  return (layout ?? 0) > LAYOUT_VERSION;
}
