/** A file's bytes into a workbook, told apart by what they hold and not by the file's ending. Runs in Node and in the page. */
import type { WorkbookData } from '../core/document/workbookData';
import { readCsv, sheetOfRows } from './csv';
import type { CsvTable } from './csv';
import type { FittedBook } from './fitting';
import { titleOfFile, workbookOf } from './sheets';
import { MAX_FILE_BYTES, Unreadable, tooLarge } from './unreadable';
import { readXlsxFile } from './xlsxRead';
import { MAX_INFLATED_BYTES, inflatedSize, isZip, zipEntries } from './zip';

export type OpenedFile =
  | { readonly kind: 'csv'; readonly table: CsvTable }
  | { readonly kind: 'xlsx'; readonly book: WorkbookData; readonly notes: readonly string[] };

/** Reads a file without building tabs from CSV rows yet, for lists too long for a tab. Throws a sentence. */
export async function openFile(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(name, bytes.length);
  if (bytes.length === 0) throw new Unreadable(`${name}: the file is empty; export the list again.`);
  if (isZip(bytes)) {
    assertWorkbookZip(name, bytes);
    const { book, notes } = await readXlsxFile(name, bytes, titleOfFile(name));
    if (book.sheets.every((sheet) => Object.keys(sheet.cells).length === 0)) {
      throw new Unreadable(`${name}: the workbook has no filled cell; export the list again.`);
    }
    return { kind: 'xlsx', book, notes };
  }
  assertKnownContent(name, bytes);
  const table = readCsv(name, bytes);
  if (table.rows.every((row) => row.every((cell) => typeof cell === 'string' && cell.trim() === ''))) {
    throw new Unreadable(`${name}: the file holds no text but white space; export the list again.`);
  }
  return { kind: 'csv', table };
}

/** The workbook of a file, with what could not be taken over; a CSV file becomes one tab called `tab`, or by the file's name. */
export async function openWorkbookFile(name: string, bytes: Uint8Array, tab?: string): Promise<FittedBook> {
  const opened = await openFile(name, bytes);
  if (opened.kind === 'xlsx') return opened;
  const book = workbookOf(titleOfFile(name), [sheetOfRows(tab ?? titleOfFile(name), 0, opened.table.rows)]);
  return { book, notes: opened.table.notes };
}

/** Only an XLSX workbook of bearable size gets past; nothing is inflated to find out. */
function assertWorkbookZip(name: string, bytes: Uint8Array): void {
  const entries = zipEntries(bytes);
  if (entries === undefined) throw new Unreadable(`${name}: the file is a damaged ZIP archive; download or export it again.`);
  if (entries.some(({ isEncrypted }) => isEncrypted))
    throw new Unreadable(`${name}: parts of the file are encrypted; save it without a password.`);
  const names = new Set(entries.map((entry) => entry.name));
  if (names.has('content.xml') && names.has('mimetype'))
    throw new Unreadable(`${name}: this is an OpenDocument file; save it as XLSX or CSV.`);
  if (names.has('xl/workbook.bin')) throw new Unreadable(`${name}: this is a binary XLSB workbook; save it as XLSX or CSV.`);
  if (!names.has('[Content_Types].xml') || ![...names].some((entry) => entry.startsWith('xl/'))) {
    throw new Unreadable(`${name}: this is a ZIP archive, not a workbook; unpack it and give the CSV or XLSX file inside.`);
  }
  const inflated = inflatedSize(entries);
  if (inflated > MAX_INFLATED_BYTES) {
    const [megabytes, cap] = [inflated, MAX_INFLATED_BYTES].map((size) => Math.round(size / 1024 / 1024).toLocaleString('en-US'));
    throw new Unreadable(
      `${name}: the workbook would unpack to ${megabytes ?? ''} MB and at most ${cap ?? ''} MB are read; save it with fewer rows.`,
    );
  }
}

/** Other formats by their first bytes, each with the way out. */
const FOREIGN: readonly { readonly starts: RegExp; readonly sentence: string }[] = [
  {
    starts: /^\xD0\xCF\x11\xE0/,
    sentence: 'this is an old XLS workbook or one locked with a password; save it as XLSX without a password.',
  },
  { starts: /^%PDF-/, sentence: 'this is a PDF; export the list as CSV or XLSX.' },
  { starts: /^\x89PNG|^\xFF\xD8\xFF|^GIF8/, sentence: 'this is a picture; export the list as CSV or XLSX.' },
  { starts: /^\x1F\x8B/, sentence: 'this is a gzip archive; unpack it first.' },
  {
    starts: /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|\?xml|table)/i,
    sentence: 'this is a web page or XML, whatever its ending says; open it in a spreadsheet program and save it as CSV or XLSX.',
  },
  {
    starts: /^(?:\xEF\xBB\xBF)?\s*\{\s*"|^(?:\xEF\xBB\xBF)?\s*\[\s*\{/,
    sentence: 'this is JSON; export the list as CSV or XLSX.',
  },
];

function assertKnownContent(name: string, bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  const foreign = FOREIGN.find(({ starts }) => starts.test(head));
  if (foreign !== undefined) throw new Unreadable(`${name}: ${foreign.sentence}`);
}
