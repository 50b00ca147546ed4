/** Files in and out of the page: opened from the person's disk, saved as downloads. Nothing leaves the machine. */
import type { SheetData, WorkbookData } from '../core/document/workbookData';
import { rowsOfSheet, writeCsv } from '../files/csv';
import type { FittedBook } from '../files/fitting';
import { openWorkbookFile } from '../files/open';
import { MAX_FILE_BYTES, tooLarge } from '../files/unreadable';
import { writeXlsxFile } from '../files/xlsxWrite';
import { element } from './dom';

/** Lets the person choose a file and gives it; nothing happens when they think better of it. */
export function chooseFile(input: HTMLInputElement, chosen: (file: File) => void): void {
  input.value = '';
  input.onchange = () => {
    const file = input.files?.[0];
    if (file !== undefined) chosen(file);
  };
  input.click();
}

/** The file's workbook, with what could not be taken over. Throws a sentence for a file that is no list. */
export async function readFile(file: File): Promise<FittedBook> {
  if (file.size > MAX_FILE_BYTES) throw tooLarge(file.name, file.size);
  return openWorkbookFile(file.name, new Uint8Array(await file.arrayBuffer()));
}

/** The file's filled tabs beside those of the workbook, under titles that are free; nothing is overwritten. */
export function withTabs(book: WorkbookData, added: WorkbookData): WorkbookData {
  const titles = new Set(book.sheets.map((sheet) => sheet.title));
  let id = Math.max(0, ...book.sheets.map((sheet) => sheet.id));
  const sheets = added.sheets.map((sheet): SheetData => {
    let title = sheet.title;
    for (let copy = 2; titles.has(title); copy += 1) title = `${sheet.title} ${copy}`;
    titles.add(title);
    id += 1;
    return { ...sheet, id, title };
  });
  return { ...book, sheets: [...book.sheets, ...sheets] };
}

/** Gives the workbook as XLSX; returns what could not be carried over. */
export async function saveXlsx(book: WorkbookData): Promise<readonly string[]> {
  const { bytes, notes } = await writeXlsxFile(book);
  download(
    `${book.title}.xlsx`,
    new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  );
  return notes;
}

/** With a byte order mark, so that Excel takes it for UTF-8. */
export function saveCsv(book: WorkbookData, sheet: SheetData): void {
  download(`${book.title} - ${sheet.title}.csv`, new Blob([writeCsv(rowsOfSheet(sheet), { bom: true })], { type: 'text/csv' }));
}

function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  element('a', { href: url, download: name.replace(/[\\/:*?"<>|]/g, ' ') }).click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
