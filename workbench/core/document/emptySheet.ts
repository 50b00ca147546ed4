/** A tab before anything is written in it. */
import type { SheetData } from './workbookData';

/** A tab as Google makes one: 1,000 rows, 26 columns, nothing in it. */
export function emptySheet(title: string, id: number): SheetData {
  return {
    id,
    title,
    hidden: false,
    rows: 1000,
    columns: 26,
    frozenRows: 0,
    frozenColumns: 0,
    cells: {},
    merges: [],
    hiddenRows: [],
    columnWidths: {},
    validations: [],
    conditionalFormats: [],
    metadata: [],
  };
}
