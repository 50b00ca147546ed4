/** Where a cell stands, as a value; it becomes text only where it is printed, since a tab's title may cost a round trip. */
import type { SourceId } from '../domain/facts/phrase';

/** The id of a sheet in a workbook; elsewhere (a file, a formula's range, `plan.json`) the tab's title itself. */
export type TabRef = number | string;

/** A cell; row and column are 1-based. */
export interface Address {
  readonly tab: TabRef;
  readonly row: number;
  readonly column: number;
}

/** Title of a sheet by its id; in a workbook it costs a round trip when it is asked for first. */
export type Titles = (id: number) => string;

/** For tabs that are given by their titles. @throws Error for an id: then the workbook's titles are missing, a bug. */
export const noTitles: Titles = (id) => {
  throw new Error(`No title is known of the sheet ${id}.`);
};

/** Title of a tab. */
export function tabTitle(tab: TabRef, titles: Titles = noTitles): string {
  return typeof tab === 'string' ? tab : titles(tab);
}

/** An address as people write it: `Accounts!C7`, `'My list'!C7`. */
export function addressText({ tab, row, column }: Address, titles?: Titles): string {
  return `${quotedTab(tabTitle(tab, titles))}!${columnLetters(column)}${row}`;
}

/** Letters of a 1-based column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Tab title for an address: quoted unless it is a plain word, an inner apostrophe doubled. */
export function quotedTab(tab: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(tab) && !/^[A-Za-z]{1,3}[0-9]+$/.test(tab) ? tab : `'${tab.replace(/'/g, "''")}'`;
}

/** The address as the domain carries it: opaque there. */
export function sourceOf({ tab, row, column }: Address): SourceId {
  return JSON.stringify([tab, row, column]);
}

/** The address behind a source that {@link sourceOf} gave. */
export function addressOfSource(source: SourceId): Address {
  const [tab, row, column] = JSON.parse(source) as [TabRef, number, number];
  return { tab, row, column };
}
