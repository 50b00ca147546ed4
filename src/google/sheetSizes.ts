/** Sizes of the tabs' grids, as far as this run knows them: asking costs a round trip a side. */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Size {
  readonly rows: number;
  readonly columns: number;
}

export interface Sizes {
  /** The grid has at least so many: they have been read. */
  learn(id: number, size: Size): void;
  /** What has been read or made of the grid; undefined for nothing. */
  known(id: number): Size | undefined;
  /** The whole grid, asked for once. */
  of(sheet: Sheet): Size;
  /** Only what the grid is not known to have is asked for, and again before it grows: rows of others may have come below. */
  grow(sheet: Sheet, rows: number, columns: number): void;
}

/** Nothing is known at first; reads and growth teach it. */
export function openSizes(): Sizes {
  const atLeast = new Map<number, Size>();
  const whole = new Map<number, Size>();
  const learn = (id: number, { rows, columns }: Size): void => {
    const old = atLeast.get(id) ?? { rows: 0, columns: 0 };
    atLeast.set(id, { rows: Math.max(rows, old.rows), columns: Math.max(columns, old.columns) });
  };
  return {
    learn,
    known: (id) => atLeast.get(id),
    of: (sheet) => {
      const id = sheet.getSheetId();
      const size = whole.get(id) ?? { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
      whole.set(id, size);
      learn(id, size);
      return size;
    },
    grow: (sheet, rows, columns) => {
      const id = sheet.getSheetId();
      const old = atLeast.get(id) ?? { rows: 0, columns: 0 };
      const has = rows > old.rows ? sheet.getMaxRows() : old.rows;
      if (rows > has) sheet.insertRowsAfter(has, rows - has);
      const wide = columns > old.columns ? sheet.getMaxColumns() : old.columns;
      if (columns > wide) sheet.insertColumnsAfter(wide, columns - wide);
      const size = { rows: Math.max(rows, has), columns: Math.max(columns, wide) };
      learn(id, size);
      if (rows > old.rows && columns > old.columns) whole.set(id, size);
      else whole.delete(id);
    },
  };
}
