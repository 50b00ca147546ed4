/** Faults over the true engine: formulas computed, a fresh realm for every call, and whatever else the team has in its book. */
import type { Host } from '../../workbench/core/realm/host';
import { PairExaminer, pairs, watched } from '../support/faults/edits';
import { cleanRun, examineFaults } from '../support/faults/examine';
import { published } from '../support/faults/compared';
import { faultsSpread, LONG } from '../support/faults/faultPlans';
import { Stage } from '../support/faults/stage';
import { Progress } from '../support/faults/progress';
import { TrueStage } from '../support/faults/trueEngine';
import { workflows } from '../support/faults/workflows';

/** Faults a workflow, spread over all its calls and all kinds. */
const MOST = LONG ? 200 : 24;
/** Faults with an edit, over all workflows together. */
const PAIRS = LONG ? 800 : 48;

jest.setTimeout(LONG ? 3_600_000 : 240_000);

const light = new Stage();
const stage = new TrueStage(furnish);
const progress = new Progress('runs on the true engine', 250);

afterAll(() => {
  progress.end();
});

const flows = workflows(light);

describe.each(flows.map((flow) => [flow.name, flow] as const))('%s', (_, flow) => {
  const clean = cleanRun(stage, flow);

  it('without a fault leaves the team all it had', () => expect(clean.faults).toEqual([]));

  it('publishes what it does over the light engine', () => {
    light.from(flow.state).ask(flow.request);
    expect(clean.wanted).toEqual(published(light.state()));
  });

  it('is put back as it was opened, to the last cell', () => {
    stage.from(flow.state).ask(flow.request);
    expect(whole(stage.from(flow.state))).toEqual(whole(new TrueStage(furnish).from(flow.state)));
  });

  it('keeps every cell of the team, its formulas and looks, and converges', () => {
    expect(examineFaults(stage, clean, faultsSpread(clean.calls, MOST), progress)).toEqual([]);
  });
});

it(`keeps the team's cells and names what it finds in its block, in ${PAIRS} pairs of a fault and an edit`, () => {
  const seen = flows.flatMap((flow) => (flow.name.includes('published') ? [watched(stage, flow)] : []));
  const fates = { outside: 0, refused: 0, named: 0, kept: 0, window: 0 };
  const examiner = new PairExaminer(stage);
  const failures: string[] = [];
  for (const pair of pairs(seen, PAIRS, 7)) {
    const { fate, failures: found } = examiner.examine(pair);
    failures.push(...found);
    fates[fate] += 1;
    progress.count();
    if (failures.length > 5) break;
  }
  progress.done(`pairs ${JSON.stringify(fates)}`, failures.length);
  expect(failures).toEqual([]);
});

/** All that can be told of a book. */
function whole(player: TrueStage): unknown {
  return [player.state(), player.computed()];
}

/** Formulas into our tabs, where these are, and what the team has laid over its own cells. */
function furnish({ person, document }: Host): void {
  const { engine } = document;
  const titles = engine.getters.getSheetIds().map((id) => engine.getters.getSheetName(id));
  const formulas = [
    '=Scores!H3',
    '=COUNTIF(Scores!H3:H20, "Tier 1")',
    '=VLOOKUP("Acme", Scores!B3:I20, 7, FALSE)',
    '=INDEX(Scores!A2:Z9, 3, 2)',
    '=SUM(Segments!D3:D9) + SUM(Scores!I:I)',
    '=ARRAYFORMULA(Scores!B3:B8)',
    '=INDIRECT("Summary!B4")',
    "='Plan ICP'!A2",
  ];
  if (titles.includes('Scores')) person.paste('Team', 'A10', [formulas]);
  person.paste('Team', 'A4', [['mine', '=COUNTA(Accounts!A:A)', '2026-01-31', '12%']]);
  person.merge('Team', 'C5:D6');
  person.filter('Team', 'A1:C4');
  person.protect('Team', 'A1:B2');
  const sheetId = engine.getters.getSheetIds().find((id) => engine.getters.getSheetName(id) === 'Team') ?? '';
  engine.dispatch('HIDE_COLUMNS_ROWS', { sheetId, sheetName: 'Team', dimension: 'ROW', elements: [7] });
  engine.dispatch('RESIZE_COLUMNS_ROWS', { sheetId, sheetName: 'Team', dimension: 'COL', elements: [1], size: 77 });
  const ranges = [engine.getters.getRangeDataFromXc(sheetId, 'B1:B9')];
  const criterion = { type: 'isValueInList', values: ['12', 'TRUE'], displayStyle: 'arrow' };
  engine.dispatch('ADD_DATA_VALIDATION_RULE', { sheetId, ranges, rule: { id: 'theirs', criterion, isBlocking: true } });
  const rule = { type: 'CellIsRule', operator: 'isEqual', values: ['12'], style: { fillColor: '#ff0000' } };
  engine.dispatch('ADD_CONDITIONAL_FORMAT', { sheetId, ranges, cf: { id: 'theirs', rule } });
}
