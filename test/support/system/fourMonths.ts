/** Four months of a team on the sample: their files, and the workbook that goes from month to month. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClosedReport, HistoryReply, RunReply } from '../../../src/commands/protocol/replies';
import type { PlanJson, Request } from '../../../src/commands/protocol/requests';
import type { Host } from '../../../workbench/core/realm/host';
import type { WorkbookData } from '../../../workbench/core/document/workbookData';
import { readCsv, sheetOfRows } from '../../../workbench/files/csv';
import { ask, bookOf, openAddOn, type Rows } from '../commands/addOn';

export const FOLDER = 'test/golden/months';
const file = (month: number, name: string): string => readFileSync(join(FOLDER, String(month), name), 'utf8');
const listAt = (path: string): Rows => readCsv(path, readFileSync(join(FOLDER, path))).rows;

/** The last day of the month, at which it is planned and closed. */
export const asOf = (month: number): string => file(month, 'as-of.txt').trim();
export const planOf = (month: number): PlanJson => JSON.parse(file(month, 'plan.json')) as PlanJson;

interface Answers {
  readonly importPlan: unknown;
  readonly planEverything: RunReply;
  readonly closeMonth: ClosedReport;
  readonly scoreHistory: HistoryReply;
}

export function valueOf<Kind extends keyof Answers>(
  host: Host,
  request: Extract<Request, { readonly kind: Kind }>,
): Answers[Kind] {
  const reply = ask<Answers[Kind]>(host, request);
  if (!reply.ok) throw new Error(`${reply.error.what} ${reply.error.fix}`);
  return reply.value;
}

/** The file of the month before with this month's list in place of the old one. */
export async function openMonth(book: WorkbookData | undefined, month: number): Promise<Host> {
  const rows = listAt(`${month}/accounts.csv`);
  if (book === undefined) return openAddOn(bookOf({ Accounts: rows, Contacts: listAt('contacts.csv') }));
  // The plan arrives as a file of its own, and an import replaces no plan: the old tabs are cut out as the team would empty them.
  const kept = book.sheets.filter(({ title }) => !/^(Plan .*|Results|Overrides|Columns)$/.test(title));
  const sheets = kept.map((sheet) => (sheet.title === 'Accounts' ? sheetOfRows('Accounts', sheet.id, rows) : sheet));
  return openAddOn({ ...book, sheets });
}
