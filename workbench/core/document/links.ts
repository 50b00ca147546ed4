/** Links of cells, kept beside the engine: it has links of its own, written into the text, which would be another text. */
import type { SharedDocument } from './document';
import type { EngineStyle } from '../engine/library';

/** How Sheets shows a link. */
export const LINKED: EngineStyle = { textColor: '#1155cc', underline: true };

/** A cell that is given another value loses its link: how it looks from then on, or undefined when it had none. */
export function unlink({ links }: SharedDocument, gid: number, row: number, column: number): EngineStyle | undefined {
  const index = links.findIndex(({ sheet, box }) => sheet === gid && box.row === row && box.column === column);
  if (index < 0) return undefined;
  links.splice(index, 1);
  return { textColor: '#000000', underline: false };
}

/** The link of a cell, row and column counted from 1; null where it has none. */
export function linkAt({ links }: SharedDocument, gid: number, row: number, column: number): string | null {
  return links.find(({ sheet, box }) => sheet === gid && box.row === row && box.column === column)?.url ?? null;
}
