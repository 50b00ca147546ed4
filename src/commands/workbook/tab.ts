/** A tab of the workbook, as a command holds it. */

/** Kinds of tabs that are ours; the word is kept in the tab's developer metadata. */
export type TabKind = string;

/** A tab as it was when the workbook was listed. */
export interface Tab {
  /** Stable over renames and moves. */
  readonly id: number;
  /** A round trip when it is first asked for. */
  readonly title: string;
  /** What our metadata says it is; undefined for the team's own tabs and for ours where the metadata is lost. */
  readonly kind: TabKind | undefined;
}
