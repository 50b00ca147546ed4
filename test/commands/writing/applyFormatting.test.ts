/** The looks on the built bundle: made once, never over what is the team's, and without a bearing on any number. */
import { ROLES } from '../../../src/domain/rules/plan';
import { SUGGESTIONS } from '../../../src/domain/review/suggestion';
import { parseBox } from '../../../workbench/core/document/a1';
import type { Host } from '../../../workbench/core/realm/host';
import type { WorkbookData } from '../../../workbench/core/document/workbookData';
import { ACCOUNTS, PLAN } from '../../support/faults/books';
import { ask, bookOf, openAddOn, tabOf, titlesOf, valueOf } from '../../support/commands/addOn';

const run = (host: Host) => valueOf(host, { kind: 'planEverything' });

async function runResult(): Promise<Host> {
  const host = await openAddOn(
    bookOf({
      Accounts: ACCOUNTS,
      Team: [
        ['Domain', 'Tier'],
        ['acme.com', ''],
      ],
    }),
  );
  valueOf(host, { kind: 'importPlan', plan: PLAN });
  return host;
}

/** Every test that only looks shares one book of a first run. */
let first: WorkbookData;
beforeAll(async () => {
  const host = await runResult();
  run(host);
  first = host.snapshot();
}, 60_000);

const opened = (book: WorkbookData = first): Promise<Host> => openAddOn(book);
const stampOf = (host: Host): string => String(host.person.values('Summary', 'A1')[0]?.[0]);
const namesOf = (host: Host): ReadonlyMap<string, string> =>
  new Map(host.snapshot().namedRanges.map(({ name, range }) => [name, range]));

/** As a person sets them in the menus of the spreadsheet. */
function dispatchTo(host: Host, tab: string, range: string, type: string, payload: object): void {
  const { engine } = host.document;
  const sheetId = engine.getters.getSheetIds().find((id) => engine.getters.getSheetName(id) === tab)!;
  if (parseBox(range, { rows: 1000, columns: 26 }) === undefined) throw new Error(range);
  const done = engine.dispatch(type, { sheetId, ranges: [engine.getters.getRangeDataFromXc(sheetId, range)], ...payload });
  if (!done) throw new Error(`${type} was refused.`);
}

it('the frozen column of a plan tab is wide enough for the names that stand in it', () => {
  const widths = new Map(first.sheets.map(({ title, columnWidths }) => [title, columnWidths[1]]));
  expect(['Plan ICP', 'Plan Segments', 'Plan Rules'].map((title) => widths.get(title))).toEqual([240, 240, 240]);
});

it('no word of a header of a result tab is wider than its column', () => {
  const results = first.sheets.filter(({ title }) => ['Summary', 'Scores', 'Segments', 'Coverage'].includes(title));
  expect(results.length).toBeGreaterThanOrEqual(2);
  for (const { title, cells, columnWidths } of results)
    for (const [at, { value = '' }] of Object.entries(cells)) {
      const [, letters = ''] = /^([A-Z]+)2$/.exec(at) ?? [];
      const box = letters === '' ? undefined : parseBox(`${letters}2`, { rows: 1000, columns: 60 });
      const longest = Math.max(
        ...String(value)
          .split(' ')
          .map((word) => word.length),
      );
      if (box !== undefined)
        expect([title, value, (columnWidths[box.column] ?? 96) >= 8 * longest]).toEqual([title, value, true]);
    }
});

describe('named ranges', () => {
  it('reach from below the headers to the end of every result tab, and over whole plan tabs', async () => {
    const names = namesOf(await opened());
    expect(names.get('SP_Summary')).toBe('Summary!A3:F1000');
    expect(names.get('SP_Scores')).toBe('Scores!A3:Y1000');
    expect(names.get('SP_Plan_ICP')).toBe("'Plan ICP'!A1:K1000");
    expect(names.get('SP_Columns')).toMatch(/^Columns!A1:[A-Z]+1000$/);
    expect(names.size).toBe(11);
  });

  it('keep a lookup right from run to run', async () => {
    const host = await opened();
    host.person.type(
      'Team',
      'B2',
      '=XLOOKUP(A2, INDEX(SP_Scores, 0, MATCH("Domain", Scores!$2:$2, 0)), INDEX(SP_Scores, 0, MATCH("Tier", Scores!$2:$2, 0)), "")',
    );
    expect(host.person.values('Team', 'B2')).toEqual([['Tier 1']]);
    host.person.type('Accounts', 'F2', 'no');
    run(host);
    expect(host.person.values('Team', 'B2')).toEqual([['Tier 2']]);
  }, 30_000);

  it("leave a team's own range of one of our names alone, and take a longer name", async () => {
    const host = await runResult();
    host.document.engine.dispatch('CREATE_NAMED_RANGE', {
      name: 'sp_scores',
      ranges: [host.document.engine.getters.getRangeDataFromXc(host.document.engine.getters.getSheetIds()[0]!, 'B2:B4')],
    });
    run(host);
    run(host);
    expect(namesOf(host).get('sp_scores')).toBe('Accounts!B2:B4');
    expect(namesOf(host).get('Segment_Planner_Scores')).toBe('Scores!A3:Y1000');
    expect(namesOf(host).has('SP_Scores')).toBe(false);
  }, 30_000);

  it('come back when somebody has deleted one', async () => {
    const host = await opened();
    host.document.engine.dispatch('DELETE_NAMED_RANGE', { name: 'SP_Segments' });
    run(host);
    expect(namesOf(host).get('SP_Segments')).toBe('Segments!A3:X1000');
  }, 30_000);
});

describe('colours', () => {
  it("keep the team's own rules, before ours, when the looks are made anew", async () => {
    const { sheets, ...rest } = first;
    // As after an XLSX file: nothing remembers that these tabs have been given their looks.
    const host = await opened({ ...rest, metadata: [], sheets: sheets.map((sheet) => ({ ...sheet, metadata: [] })) });
    const before = tabOf(host, 'Scores').conditionalFormats.length;
    const rule = { type: 'CellIsRule', operator: 'containsText', values: ['mine'], style: { fillColor: '#00ff00' } };
    dispatchTo(host, 'Scores', 'B3:B9', 'ADD_CONDITIONAL_FORMAT', { cf: { id: 'team', rule } });
    run(host);
    const { engine } = host.document;
    const rules = engine.getters.getConditionalFormats(engine.getters.getSheetIds()[titlesOf(host).indexOf('Scores')]!);
    expect(rules).toHaveLength(before + 1);
    expect(rules[0]).toMatchObject({ ranges: ['B3:B9'], rule });
  }, 30_000);

  it('are a fixed scale on scores, and words with the same word', async () => {
    const { conditionalFormats } = tabOf(await opened(), 'Scores');
    expect(conditionalFormats[0]).toMatchObject({
      range: 'I3:I1000,J3:J1000,V3:V1000,W3:W1000',
      rule: { kind: 'scale', low: 0, high: 100, middle: { value: 50 } },
    });
    const words = conditionalFormats.flatMap(({ rule }) => (rule.kind === 'textEquals' ? [rule.text] : []));
    expect(words).toEqual(['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4', 'Needs data', 'Excluded']);
  });
});

describe('drop-downs', () => {
  it('warn and never reject, and leave new rows empty', async () => {
    const { validations, cells } = tabOf(await opened(), 'Plan ICP');
    expect(validations.map(({ rejects }) => rejects)).toEqual(validations.map(() => false));
    expect(validations.map(({ values }) => values)).toContainEqual(['Yes', 'No']);
    expect(Object.entries(cells).filter(([position, { value }]) => /^K\d+$/.test(position) && value !== 'Active')).toEqual([]);
  });

  it("keep the team's own on a cell", async () => {
    const host = await runResult();
    const rule = {
      id: 'team',
      criterion: { type: 'isValueInList', values: ['a', 'b'], displayStyle: 'arrow' },
      isBlocking: true,
    };
    dispatchTo(host, 'Plan ICP', 'K3:K4', 'ADD_DATA_VALIDATION_RULE', { rule });
    run(host);
    const { validations } = tabOf(host, 'Plan ICP');
    expect(validations.find(({ range }) => range === 'K3:K4')).toMatchObject({ values: ['a', 'b'], rejects: true });
    expect(validations.filter(({ values }) => values[0] === 'Yes').map(({ range }) => range)).toEqual(['K2', 'K5:K104']);
  }, 30_000);
});

describe('before the next run', () => {
  it('a plan tab that the wizard makes has its drop-downs and its name', async () => {
    const host = await runResult();
    const changes = [{ before: null, after: { Persona: 'Buyer', Role: 'Champion' } }];
    expect(ask(host, { kind: 'savePlan', key: 'personas', changes })).toMatchObject({ ok: true });
    expect(tabOf(host, 'Plan Personas').validations.map(({ values }) => values)).toContainEqual(ROLES);
    expect(namesOf(host).has('SP_Plan_Personas')).toBe(true);
  });

  it('a Review that the first close makes has its drop-downs, colours and name; the next run changes nothing of them', async () => {
    const host = await opened();
    expect(ask(host, { kind: 'closeMonth' })).toMatchObject({ ok: true });
    const closed = tabOf(host, 'Review');
    const decision =
      Object.entries(closed.cells)
        .find(([, { value }]) => value === 'Decision')?.[0]
        .replace(/\d+/, '') ?? '';
    expect(closed.validations).toEqual([
      expect.objectContaining({ range: expect.stringMatching(`^${decision}3:`) as string, values: SUGGESTIONS, rejects: false }),
    ]);
    expect(closed.conditionalFormats.map(({ rule }) => rule.kind)).toContain('dateBefore');
    expect(namesOf(host).has('SP_Review')).toBe(true);
    run(host);
    const { validations, conditionalFormats } = tabOf(host, 'Review');
    expect([validations, conditionalFormats]).toEqual([closed.validations, closed.conditionalFormats]);
    expect(namesOf(host).has('SP_Scores')).toBe(true);
  }, 30_000);
});

describe('the chart', () => {
  const charts = (host: Host) => tabOf(host, 'Summary').charts ?? [];

  it('is drawn once, beside the table', async () => {
    const host = await runResult();
    run(host);
    run(host);
    expect(charts(host)).toMatchObject([{ labels: 'A13:A16', values: 'B13:B16', row: 12, column: 6, width: 370, height: 105 }]);
  }, 30_000);

  it('stays deleted when the team has deleted it', async () => {
    const host = await runResult();
    run(host);
    const [chart] = host.document.liveCharts();
    host.document.removeChart(chart?.id ?? null);
    run(host);
    expect(charts(host)).toEqual([]);
  }, 30_000);

  it('is not drawn twice when the run died before it could be remembered', async () => {
    const host = await runResult();
    host.faults.add({ at: /insertChart/, kind: 'killAfter' });
    expect(() => ask(host, { kind: 'planEverything' })).toThrow();
    host.faults.clear();
    expect(stampOf(host)).toContain('· OK ·');
    run(host);
    expect(charts(host)).toHaveLength(1);
  }, 30_000);
});

describe('the looks and the numbers', () => {
  it('a look that fails leaves the run OK, says so, and is made by the next run', async () => {
    const host = await runResult();
    host.faults.add({ at: /setNamedRange/, kind: 'throwBefore' });
    const { report } = run(host);
    host.faults.clear();
    expect(stampOf(host)).toContain('· OK ·');
    expect(report.problems.map(({ code }) => code)).toContain('LOOKS_INCOMPLETE');
    expect(namesOf(host).size).toBe(0);
    expect(run(host).report.problems.map(({ code }) => code)).not.toContain('LOOKS_INCOMPLETE');
    expect(namesOf(host).size).toBe(11);
  }, 30_000);

  it('no result tab holds a formula, and links are the texts they were', async () => {
    const host = await opened();
    const own = first.sheets.filter(({ title }) => !['Accounts', 'Team'].includes(title));
    for (const { cells } of own) for (const { formula } of Object.values(cells)) expect(formula).toBeUndefined();
    const summary = tabOf(host, 'Summary').cells;
    const link = Object.values(summary).find(({ value }) => value === 'Tier 1')?.link;
    expect(link).toBe(`#gid=${tabOf(host, 'Scores').id}&range=H3`);
  });

  it('cost a second run two trips', async () => {
    const host = await opened();
    run(host);
    const names = host.calls().calls.filter((name) => /NamedRange|Metadata|Conditional|Validation|Chart/.test(name));
    expect(names.filter((name) => /Spreadsheet\.(getNamedRanges|createDeveloperMetadataFinder)/.test(name))).toHaveLength(4);
    expect(names.filter((name) => /\.(set|insert|add|update)/.test(name))).toEqual([]);
  }, 30_000);
});
