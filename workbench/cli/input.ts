/** Files a command reads: lists, workbooks and plans by path, each refused with a sentence that names it. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WorkbookData } from '../core/document/workbookData';
import { sheetOfRows } from '../files/csv';
import { openFile } from '../files/open';
import type { OpenedFile } from '../files/open';
import { titleOfFile, workbookOf } from '../files/sheets';
import { MAX_FILE_BYTES, Unreadable, endless, tooLarge } from '../files/unreadable';
import type { Tools } from './command';
import type { PlanJson } from './protocol';
import { Refused, reasonOf } from './refused';

/** Bytes of a file. Its size is looked at before it is read, and counted while it is: a pipe or a device has none. */
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) throw tooLarge(basename(path), size);
    const chunks: Uint8Array[] = [];
    let read = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 }) as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      read += chunk.length;
      if (read > MAX_FILE_BYTES) throw endless(basename(path));
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof Unreadable) throw new Refused(error.message);
    throw new Refused(`${path}: ${unreadable(error)}`);
  }
}

function unreadable(error: unknown): string {
  const { code, message } = reasonOf(error);
  if (code === 'ENOENT') return 'there is no such file; check the path.';
  if (code === 'EISDIR') return 'this is a folder; name a file in it.';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read; check its permissions.';
  return `the file cannot be read (${message}).`;
}

/**
 * A list or a workbook; a {@link Refused} for what is none.
 * @param remark told what of the file could not be taken over.
 */
export async function openPath(path: string, remark: Tools['remark']): Promise<OpenedFile> {
  const bytes = await bytesOf(path);
  try {
    const opened = await openFile(basename(path), bytes);
    for (const note of opened.kind === 'xlsx' ? opened.notes : opened.table.notes) remark(`${basename(path)}: ${note}`);
    return opened;
  } catch (error) {
    if (error instanceof Unreadable) throw new Refused(error.message);
    throw error;
  }
}

/** A workbook, or a list as a workbook of one tab. */
export async function openWorkbookPath(path: string, remark: Tools['remark']): Promise<WorkbookData> {
  const opened = await openPath(path, remark);
  return opened.kind === 'xlsx' ? opened.book : workbookOf(titleOfFile(path), [sheetOfRows('Accounts', 0, opened.table.rows)]);
}

/** A plan; the bundle checks its rows, here only that it is a plan at all. */
export async function readPlanFile(path: string): Promise<PlanJson> {
  const text = new TextDecoder().decode(await bytesOf(path));
  const name = basename(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refused(
      `${name}: the plan is no valid JSON (${reasonOf(error).message}); fix it or make one with: planner start ACCOUNTS --out plan.json`,
    );
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) {
    throw new Refused(`${name}: this JSON is no plan, it has no "format"; make one with: planner start ACCOUNTS --out plan.json`);
  }
  if (value.format !== 1) {
    const format = typeof value.format === 'object' ? 'of another kind' : JSON.stringify(value.format);
    throw new Refused(`${name}: the plan has format ${format} and this version reads format 1; update Segment Planner.`);
  }
  if (isDeeper(value, MAX_DEPTH)) {
    throw new Refused(
      `${name}: the plan nests deeper than arrays of rows; make one with: planner start ACCOUNTS --out plan.json`,
    );
  }
  return { ...value, format: 1 };
}

/** A plan, its arrays, their rows and the cells in these are four levels; the bundle says what is wrong a few levels deeper. */
const MAX_DEPTH = 8;

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}
