/** Books that the fault suites begin with: a team's lists before and after a first run. */
import type { Person } from '../../../workbench/core/person/person';
import type { PlanJson } from '../../../src/commands/protocol/requests';
import type { LightState } from './lightEngine';
import { must } from './answers';
import { Stage } from './stage';

export const ACCOUNTS = [
  ['Account name', 'Domain', 'Industry', 'Employees', 'Country', 'Hiring', 'Extra'],
  ['Acme', 'acme.com', 'Software', '120', 'US', 'yes', '=E2'],
  ['Beta', 'beta.de', 'Fintech', '60', 'DE', '', ''],
  ['Gamma', 'gamma.io', 'Retail', '900', 'FR', 'yes', ''],
  ['Delta', 'delta.dev', 'Software', '', 'US', 'no', ''],
  ['Epsilon', 'eps.com', '', '300', 'US', '', ''],
  ['Zeta', 'zeta.co', 'Software', '250', 'GB', 'yes', 'x'],
];

export const PLAN: PlanJson = {
  format: 1,
  icp: [
    {
      Rule: 'Sells software',
      Dimension: 'Firmographic',
      Field: 'Industry',
      Operator: 'in',
      Value: 'Software; Fintech',
      Importance: 'High',
      Why: '=1+1',
    },
    {
      Rule: 'Mid size',
      Dimension: 'Firmographic',
      Field: 'Employees',
      Operator: 'between',
      Value: '50-500',
      Importance: 'Critical',
    },
    { Rule: 'Hiring now', Dimension: 'Situational', Field: 'Hiring', Operator: 'is true', Importance: 'Medium' },
  ],
  segments: [{ Segment: 'US software', Priority: 1, 'Pain point': 'Too slow', 'Buyer roles': 'CFO', Owner: 'Ana' }],
  rules: [{ For: 'US software', Field: 'Country', Operator: 'is', Value: 'US', Type: 'Include' }],
};

/** Accounts, a tab of the team with formulas and notes, and a tab of theirs that is called as one of ours. */
export function teamBook(stage: Stage, prepare: (person: Person) => void = () => undefined): LightState {
  const light = { id: 0, isHidden: false, rows: 40, columns: 12, look: '' };
  const sheets = ['Accounts', 'Team', 'Coverage'].map((title, index) => ({ ...light, id: index + 1, title, cells: new Map() }));
  stage.from({ sheets, active: 1, notes: [], metadata: [], protections: [] });
  stage.person.paste('Accounts', 'A1', ACCOUNTS);
  stage.person.paste('Team', 'A1', [
    ['Mine', '=Scores!H3', '=SUM(Accounts!D2:D7)'],
    ['mine: call Acme', '12', 'TRUE'],
  ]);
  stage.person.note('Team', 'A2', 'mine: a note');
  stage.person.type('Coverage', 'B2', 'mine: our own coverage');
  prepare(stage.person);
  return stage.document.state();
}

/** Of a rule that the team has made. */
export const TEAM_COLOR = '#00ff00';

/** After a first run; then the team writes beside and below the results, in the plan, and into its accounts. */
export function publishedBook(stage: Stage, prepare?: (person: Person) => void): LightState {
  stage.from(teamBook(stage, prepare));
  must(stage.ask({ kind: 'importPlan', plan: PLAN }));
  must(stage.ask({ kind: 'planEverything' }));
  must(
    stage.ask({
      kind: 'savePlan',
      key: 'icp',
      changes: [
        { before: null, after: { Rule: 'In Europe', Field: 'Country', Operator: 'in', Value: 'DE; FR', Importance: 'Medium' } },
      ],
    }),
  );
  must(stage.ask({ kind: 'planEverything' }));
  for (const sheet of stage.document.light.sheets)
    [sheet.rows, sheet.columns] = [Math.min(sheet.rows, 60), Math.max(sheet.columns, 30)];
  const { person } = stage;
  person.type('Scores', 'AC3', 'mine: beside');
  person.type('Scores', 'B50', 'mine: below');
  person.note('Scores', 'B4', 'mine: on a result');
  person.type('Plan ICP', 'N1', 'Our thoughts');
  person.type('Plan ICP', 'N3', 'mine: keep this rule');
  // Rules of theirs on our tabs, in the color by which they are known below.
  const own = (title: string) => stage.document.light.sheets.find((sheet) => sheet.title === title);
  const [scores, icp] = [own('Scores'), own('Plan ICP')];
  if (scores === undefined || icp === undefined) throw new Error('The book lacks its tabs.');
  const rule = { type: 'CellIsRule', operator: 'containsText', values: ['x'], style: { fillColor: TEAM_COLOR } };
  scores.rules = [{ id: 'team', ranges: ['B3:B9'], rule }, ...(scores.rules ?? [])];
  person.type('Accounts', 'D3', '75');
  person.type('Accounts', 'C4', 'Fintech');
  return stage.document.state();
}
