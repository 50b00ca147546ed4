/** The built add-on installed in a spreadsheet, as tests of formulas and of the gate use it. */
import * as engine from '@odoo/o-spreadsheet';
import { pathToFileURL } from 'node:url';
import type { PlanJson, Request } from '../../../src/commands/protocol/requests';
import type { RunReply, Reply } from '../../../src/commands/protocol/replies';
import { readBundle } from '../../../workbench/cli/bundle';
import { virtualClock } from '../../../workbench/core/clock';
import { createHost, type Host, type HostOptions } from '../../../workbench/core/realm/host';
import { nodeRealms } from '../../../workbench/core/realm/realmNode';
import type { CellValue, SheetData, WorkbookData } from '../../../workbench/core/document/workbookData';
import { sheetOfRows } from '../../../workbench/files/csv';
import { workbookOf } from '../../../workbench/files/sheets';

export type Rows = readonly (readonly CellValue[])[];
export type Setting = Partial<Pick<HostOptions, 'switches' | 'user' | 'clock'>>;

/** Tabs by title, in this order; a tab is its rows. */
export function bookOf(tabs: Readonly<Record<string, Rows>>): WorkbookData {
  const sheets = Object.entries(tabs).map(([title, rows], index) => sheetOfRows(title, index + 1, rows, 'fitted'));
  return workbookOf('Book', sheets);
}

/** `dist/` over a workbook, at noon of 21 November 2026. */
export async function openAddOn(workbook: WorkbookData, setting: Setting = {}): Promise<Host> {
  const bundle = await readBundle(pathToFileURL(`${process.cwd()}/dist/`));
  return createHost({ engine, bundle, workbook, realms: nodeRealms, clock: virtualClock('2026-11-21T12:00:00Z'), ...setting });
}

/** A request as the sidebar sends it, and its reply. */
export function ask<T>(host: Host, request: Request): Reply<T> {
  return JSON.parse(String(host.callFromPage('serve', [JSON.stringify(request)]))) as Reply<T>;
}

/** What the requests of these tests are answered with. */
interface Answers {
  readonly importPlan: { readonly written: readonly string[] };
  readonly exportPlan: { readonly plan: PlanJson };
  readonly planEverything: RunReply;
}

/** The value of a reply that must be one. */
export function valueOf<Kind extends keyof Answers>(
  host: Host,
  request: Extract<Request, { readonly kind: Kind }>,
): Answers[Kind] {
  const reply = ask<Answers[Kind]>(host, request);
  if (!reply.ok) throw new Error(`${reply.error.what} ${reply.error.fix}`);
  return reply.value;
}

export function tabOf(host: Host, title: string): SheetData {
  const sheet = host.snapshot().sheets.find((candidate) => candidate.title === title);
  if (sheet === undefined) throw new Error(`There is no tab ${title}.`);
  return sheet;
}

/** Values of a tab, row by row, as far as tests fill one. A snapshot of the whole workbook takes much longer. */
export function valuesOf(host: Host, title: string): Rows {
  return host.person.values(title, 'A1:Z400');
}

/** Rows of a result tab as header to value; row 2 holds the headers. */
export function recordsOf(host: Host, title: string): readonly ReadonlyMap<string, CellValue>[] {
  const [, headers = [], ...rows] = valuesOf(host, title);
  const filled = rows.filter((row) => row.some((value) => value !== ''));
  return filled.map(
    (row) => new Map(headers.flatMap((header, column) => (header === '' ? [] : [[String(header), row[column] ?? '']]))),
  );
}

export function titlesOf(host: Host): readonly string[] {
  const { getters } = host.document.engine;
  return getters.getSheetIds().map((id) => getters.getSheetName(id));
}
