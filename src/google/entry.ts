/** Entry points: what the menu, the sidebar and the cells call. Everything exported here becomes a global function of the script. */
import type { Moment } from '../commands/workbook/workbook';
import { answer } from '../commands/requests/serve';
import { runFormula } from '../functions/runFormula';
import { hashOf } from '../sheet/hash';
import { dayOfInstant } from '../sheet/parse/instant';
import { toGrid } from './sheetCells';
import { openWorkbook } from './sheetsWorkbook';

/** Builds the menu. Runs before the user has authorized anything, so it may do nothing else. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open planner', 'openPlanner')
    .addItem('Plan everything', 'planEverything')
    .addItem('Close this month', 'closeMonth')
    .addToUi();
}

/** Runs once after installation. */
export function onInstall(): void {
  onOpen();
}

/** Shows the sidebar. */
export function openPlanner(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Segment Planner'));
}

/** Plans everything from the menu and says the result in a message. */
export function planEverything(): void {
  sayReply('planEverything');
}

/** Closes the month of the as-of day from the menu, which stands right below another item: so it asks first. */
export function closeMonth(): void {
  const ui = SpreadsheetApp.getUi();
  const question = 'Close the month of the As of day in Plan Settings, or of today? Its figures are frozen in Review, once.';
  if (ui.alert('Segment Planner', question, ui.ButtonSet.YES_NO) === ui.Button.YES) sayReply('closeMonth');
}

function sayReply(kind: 'planEverything' | 'closeMonth'): void {
  const workbook = openWorkbook();
  const reply = answer({ kind }, workbook, momentIn(workbook.timeZone));
  const text = reply.ok
    ? (reply.value as { sentences: readonly string[] }).sentences.join('\n')
    : [reply.error.what, reply.error.fix].join('\n');
  SpreadsheetApp.getUi().alert('Segment Planner', text, SpreadsheetApp.getUi().ButtonSet.OK);
}

/** Answers a request of the page or the command line: JSON in, JSON out. */
export function serve(request: string): string {
  const workbook = openWorkbook();
  return JSON.stringify(answer(JSON.parse(request), workbook, momentIn(workbook.timeZone)));
}

/** Runs a custom function by its name; its arguments are cells and ranges as Sheets hands them over. */
export function formula(name: string, parameters: string, values: readonly unknown[]): unknown {
  const zone = lazyZone();
  const toArgument = (value: unknown): unknown => {
    if (Array.isArray(value)) return toGridLazily(value as unknown[][], zone);
    return value === undefined || value === null ? undefined : toGridLazily([[value]], zone)[0]?.[0];
  };
  return runFormula(name, parameters, values.map(toArgument));
}

/** Only a date needs the spreadsheet's zone, and asking for it costs a service call for every formula. */
function lazyZone(): () => string {
  let zone: string | undefined;
  return () => (zone ??= SpreadsheetApp.getActive().getSpreadsheetTimeZone());
}

function toGridLazily(values: readonly (readonly unknown[])[], zone: () => string): ReturnType<typeof toGrid> {
  const holdsDate = values.some((row) => row.some((value) => typeof value === 'object' && value !== null));
  return toGrid(values, holdsDate ? zone() : 'UTC');
}

function momentIn(timeZone: string): Moment {
  const now = new Date();
  return {
    time: Utilities.formatDate(now, timeZone, 'yyyy-MM-dd HH:mm'),
    day: dayOfInstant(now, timeZone),
    runId: Utilities.getUuid().slice(0, 8),
    install: hashOf(ScriptApp.getScriptId()).slice(0, 8),
    minute: Math.floor(now.getTime() / 60_000),
  };
}
