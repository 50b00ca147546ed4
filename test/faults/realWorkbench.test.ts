/** A sample of the same with the true engine, formulas computed and a fresh realm for every call. */
import * as engine from '@odoo/o-spreadsheet';
import { createHost, type Host } from '../../workbench/core/host';
import { nodeRealms } from '../../workbench/core/realmNode';
import { virtualClock } from '../../workbench/core/clock';
import type { SheetData, WorkbookData } from '../../workbench/core/workbookData';
import { ACCOUNTS, BUNDLE, KINDS, PLAN } from './harness';

const sides = { merges: [], hiddenRows: [], columnWidths: {}, validations: [], conditionalFormats: [], metadata: [] };
const tab = (id: number, title: string): SheetData => ({
  id,
  title,
  hidden: false,
  rows: 20,
  columns: 8,
  frozenRows: 0,
  frozenColumns: 0,
  cells: {},
  ...sides,
});
const opened = (workbook: WorkbookData): Host =>
  createHost({ engine, bundle: BUNDLE, workbook, realms: nodeRealms, clock: virtualClock('2026-11-21T12:00:00Z') });
const ask = (host: Host, request: object): boolean => {
  try {
    return (JSON.parse(String(host.run('serve', JSON.stringify(request)))) as { ok: boolean }).ok;
  } catch {
    return false;
  }
};

const book: WorkbookData = (() => {
  const host = opened({
    title: 'B',
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    sheets: [tab(1, 'Accounts'), tab(2, 'Team')],
    namedRanges: [],
    metadata: [],
  });
  host.person.paste('Accounts', 'A1', ACCOUNTS);
  ask(host, { kind: 'importPlan', plan: PLAN });
  ask(host, { kind: 'planEverything' });
  host.person.paste('Team', 'A1', [
    ['=Scores!D3', '=COUNTIF(Scores!D3:D20, "Tier 1")', '=VLOOKUP("Acme", Scores!B3:E20, 3, FALSE)'],
  ]);
  host.person.type('Accounts', 'D3', '75');
  host.faults.clear();
  const { sheets, ...rest } = host.snapshot();
  return { ...rest, sheets: sheets.map((sheet) => ({ ...sheet, rows: Math.min(sheet.rows, 60) })) };
})();

const values = (host: Host): string => {
  const { sheets } = host.snapshot();
  return JSON.stringify(
    sheets
      .filter(({ title }) => title !== 'Log')
      .map(({ title, cells }) => [
        title,
        Object.entries(cells)
          .filter(([place]) => place !== 'A1')
          .map(([place, { value, formula }]) => [place, value, formula]),
      ]),
  );
};
const team = (host: Host): readonly unknown[] => {
  const cells = host.snapshot().sheets.find(({ title }) => title === 'Team')?.cells ?? {};
  return Object.values(cells).map(({ formula, value }) => [formula, String(value).includes('#REF')]);
};

it('converges under faults sampled over all calls, and no formula of the team loses its reference', () => {
  const clean = opened(book);
  expect(ask(clean, { kind: 'planEverything' })).toBe(true);
  const [wanted, kept, calls] = [values(clean), team(clean), clean.calls().calls.length];
  const failures: string[] = [];
  for (let index = 0; index < 24; index += 1) {
    const [kind = 'kill', at] = [KINDS[index % KINDS.length], 1 + Math.floor(((index * 7) % 24) * (calls / 24))];
    const host = opened(book);
    host.faults.add({ at, kind });
    ask(host, { kind: 'planEverything' });
    host.faults.clear();
    if (JSON.stringify(team(host)) !== JSON.stringify(kept)) failures.push(`${kind} at ${String(at)}: the team's formulas`);
    if (!ask(host, { kind: 'planEverything' }) || values(host) !== wanted)
      failures.push(`${kind} at ${String(at)}: does not converge`);
  }
  expect(failures).toEqual([]);
}, 120_000);
