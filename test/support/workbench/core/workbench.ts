/** Small bundles and workbooks for the tests of the imitation. */
import * as engine from '@odoo/o-spreadsheet';
import type { Host, HostOptions } from '../../../../workbench/core/realm/host';
import { createHost } from '../../../../workbench/core/realm/host';
import { nodeRealms } from '../../../../workbench/core/realm/realmNode';
import { virtualClock } from '../../../../workbench/core/clock';
import type { CellData, SheetData, WorkbookData } from '../../../../workbench/core/document/workbookData';

const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
];

export type Setting = Partial<Omit<HostOptions, 'bundle' | 'workbook'>> & {
  readonly sidebar?: string;
  readonly scopes?: readonly string[];
  readonly workbook?: WorkbookData;
  readonly scriptZone?: string;
};

/** A workbook whose script is `code`, at noon of 21 November 2026 UTC unless a clock is given. */
export function workbench(
  code: string,
  { sidebar = '<p>Hello</p>', scopes = SCOPES, scriptZone = 'Etc/UTC', workbook = book({}), ...rest }: Setting = {},
): Host {
  const manifest = JSON.stringify({ timeZone: scriptZone, oauthScopes: scopes });
  const clock = virtualClock('2026-11-21T12:00:00Z');
  return createHost({ engine, bundle: { code, sidebar, manifest }, workbook, realms: nodeRealms, clock, ...rest });
}

/** Runs an expression or statements as the body of one function, with `sheet` and `book` at hand. */
export function script(body: string): string {
  return `function test(a, b) { var book = SpreadsheetApp.getActive(); var sheet = book.getSheets()[0]; ${body} }`;
}

export function book(
  cells: Readonly<Record<string, CellData>>,
  more: Partial<WorkbookData> = {},
  sheet: Partial<SheetData> = {},
): WorkbookData {
  return {
    title: 'Book',
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    sheets: [tab('Accounts', cells, { id: 7, ...sheet })],
    namedRanges: [],
    metadata: [],
    ...more,
  };
}

export function tab(title: string, cells: Readonly<Record<string, CellData>>, more: Partial<SheetData> = {}): SheetData {
  const empty = { merges: [], hiddenRows: [], columnWidths: {}, validations: [], conditionalFormats: [], metadata: [] };
  return { id: 1, title, hidden: false, rows: 1000, columns: 26, frozenRows: 0, frozenColumns: 0, cells, ...empty, ...more };
}
