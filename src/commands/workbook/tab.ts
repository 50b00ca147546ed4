/** A tab of the workbook, as a command holds it. */
import type { TabKind } from '../../sheet/ownTabs/tabKind';

/** Kinds of tabs that are being made: ours, an imported file; '' holds the ids of the tabs that were there before, with commas. */
export type PendingKind = TabKind | 'import' | '';

/** A tab as it was when the workbook was listed. */
export interface Tab {
  /** Stable over renames and moves. */
  readonly id: number;
  /** What our metadata says it is; undefined for the team's own tabs and for ours where the metadata is lost. */
  readonly kind: TabKind | undefined;
}
