/** A workbook around tabs, and titles that a workbook can hold. */
import type { SheetData, WorkbookData } from '../core/document/workbookData';

/** A workbook around tabs. Files name no zone, so it is UTC wherever the file is read. */
export function workbookOf(title: string, sheets: readonly SheetData[]): WorkbookData {
  return { title, locale: 'en_US', timeZone: 'Etc/UTC', sheets, namedRanges: [], metadata: [] };
}

/** A file's name as a tab's title: without folder, ending and forbidden characters, no longer than XLSX allows. */
export function titleOfFile(name: string): string {
  const base = (name.split(/[\\/]/).pop() ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const clean = base
    .replace(/[*?:[\]\\/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 31)
    .trim();
  return clean === '' ? 'Sheet1' : clean;
}
