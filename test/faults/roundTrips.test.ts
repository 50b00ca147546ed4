/** How often a run goes to the server and back, with everything switched on: nine plan tabs, contacts, a closed month, nine result tabs. */
import { FULL_PLAN, fullBook, fullLists } from '../support/faults/fullBook';
import { must } from '../support/faults/answers';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';

const stage = new Stage();
const trips = (): number => stage.host.calls().roundTrips;
const rerun = (): number => {
  must(stage.ask({ kind: 'planEverything' }));
  return trips();
};
/** A book that was run before and is reported in Problems too. */
const everything = (accounts: number, ownTabs?: number): LightState => {
  stage.from(fullBook(stage, accounts, ownTabs));
  stage.person.type('Scores', 'B5', 'typed over');
  must(stage.ask({ kind: 'planEverything' }));
  return stage.document.state();
};
const small = everything(30);

describe('a second run takes at most 80 round trips', () => {
  it('when nothing has changed, and writes all nine tabs', () => {
    stage.from(small);
    const { value } = must(stage.ask({ kind: 'planEverything' }));
    expect(value?.written).toEqual([
      'Summary',
      'Scores',
      'Segments',
      'Coverage',
      'Lanes',
      'Rates',
      'Changes',
      'Funnel',
      'Problems',
    ]);
    expect(trips()).toBeLessThanOrEqual(80);
  });

  it('when plan and lists have changed and the list has grown beyond the tab', () => {
    stage.from(small);
    stage.person.type('Plan ICP', 'F2', 'Critical');
    const { person } = stage;
    person.paste(
      'Accounts',
      'A32',
      Array.from({ length: 60 }, (_, row) => [`More ${row}`, `more${row}.com`, 'Software', '90', 'US', 'yes']),
    );
    for (const sheet of stage.document.light.sheets) if (sheet.title === 'Scores') sheet.rows = 40;
    expect(rerun()).toBeLessThanOrEqual(80);
  });

  it('and one more for each tab of the team', () => {
    stage.from(small);
    const few = rerun();
    stage.from(everything(30, 13));
    expect(rerun() - few).toBeLessThanOrEqual(10);
  });
});

it('a run that has to make the tab Problems takes at most ten more', () => {
  stage.from(fullBook(stage, 30));
  stage.person.type('Scores', 'B5', 'typed over');
  expect(rerun()).toBeLessThanOrEqual(90);
});

it('a first run takes at most 250 round trips, the import of its plan another 125', () => {
  stage.from(fullLists(30));
  must(stage.ask({ kind: 'importPlan', plan: FULL_PLAN }));
  expect(trips()).toBeLessThanOrEqual(125);
  must(stage.ask({ kind: 'closeMonth', asOf: '2026-10-31' }));
  expect(rerun()).toBeLessThanOrEqual(250);
});

it('takes as many for 2,000 accounts as for 30, and at most 8 more for each part beyond 20,000', () => {
  const [, ...rows] = fullLists(20_010).sheets[0]?.cells ?? [];
  const grown = (accounts: number): number => {
    stage.from(small);
    const accountsTab = stage.document.light.sheets.find(({ title }) => title === 'Accounts');
    if (accountsTab === undefined) throw new Error('There are no accounts.');
    accountsTab.rows = accounts + 1;
    for (const [key, cell] of rows) if (key < (accounts + 2) * 1000) accountsTab.cells.set(key, cell);
    must(stage.ask({ kind: 'planEverything' }));
    return rerun();
  };
  stage.from(small);
  const few = rerun();
  const [many, most] = [grown(2_000), grown(20_010)];
  process.stderr.write(`round trips of a second run: ${JSON.stringify({ few, many, most })}\n`);
  expect(many).toBe(few);
  expect(most - few).toBeLessThanOrEqual(8);
}, 240_000);
