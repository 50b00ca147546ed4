/** What the add-on can be asked to write. A kind of request that protocol.ts gains must be given a sample here to compile; if it writes, it joins. */
import type { Request } from '../../../src/commands/protocol/requests';
import { must } from './answers';
import { PLAN, publishedBook, teamBook } from './books';
import { Stage } from './stage';
import type { Person } from '../../../workbench/core/person/person';
import type { LightState } from './lightEngine';

export interface Workflow {
  readonly name: string;
  readonly request: Request;
  readonly state: LightState;
}

type Kind = Request['kind'];
type Samples = { readonly [K in Kind]: readonly (Extract<Request, { kind: K }> & { readonly on?: keyof Books })[] };

interface Books {
  readonly team: LightState;
  readonly planned: LightState;
  readonly published: LightState;
  /** With the first five lines of a file. */
  readonly imported: LightState;
}

/** Lines of a leads file as they come: formulas, leading zeros, dates, apostrophes, line breaks and numbers. */
const LEADS: readonly (readonly (string | number)[])[] = [
  ['Company', 'Phone', 'ZIP', 'Added', 'Revenue', 'Note'],
  ['Acme', '+49 30 1', '01067', '2026-01-31', 1_200_000, '=HYPERLINK("http://x")'],
  ["O'Neill", '-5', '00501', '1-2', 0, "'quoted"],
  ['Zoë & Söhne', '@here', '', '', '', 'two\nlines'],
  ['TRUE', '1e5', '10%', '', 3.5, '#N/A'],
  ['=1+1', '007', '9', '31.12.2026', -7, ' spaces '],
  ['Last', '', '', '', '', 'x'.repeat(300)],
];

const WHOLE = { file: 'leads.csv', rows: LEADS.length, mark: 'a1' };

const SAMPLES: Samples = {
  hello: [{ kind: 'hello' }],
  check: [{ kind: 'check' }],
  columns: [{ kind: 'columns', fields: [] }],
  proposePlan: [{ kind: 'proposePlan' }],
  exportPlan: [{ kind: 'exportPlan' }],
  planGrid: [
    {
      kind: 'planGrid',
      accounts: [
        ['Domain', 'Industry', 'Employees', 'Country', 'Hiring'],
        ['a.com', 'Software', 9, 'US', 'yes'],
      ],
      plan: PLAN,
      asOf: '2026-11-21',
    },
  ],
  state: [{ kind: 'state' }],
  sheetMarks: [{ kind: 'sheetMarks', accountsTab: 'Accounts', isThorough: true }],
  show: [{ kind: 'show', tab: 'Scores' }],
  csvImport: [
    { kind: 'csvImport', title: 'Leads', row: 1, rows: LEADS.slice(0, 5), whole: WHOLE, on: 'team' },
    { kind: 'csvImport', title: 'Leads', row: 6, rows: LEADS.slice(5), guard: 'formatDoubled', whole: WHOLE, on: 'imported' },
  ],
  keepImport: [{ kind: 'keepImport' }],
  draft: [{ kind: 'draft', text: 'half a rule' }],
  selection: [{ kind: 'selection' }],
  importPlan: [{ kind: 'importPlan', plan: PLAN, on: 'team' }],
  planEverything: [{ kind: 'planEverything', on: 'planned' }, { kind: 'planEverything' }],
  planStep: [{ kind: 'planStep' }],
  cancelRun: [{ kind: 'cancelRun' }],
  closeMonth: [{ kind: 'closeMonth' }],
  scoreHistory: [{ kind: 'scoreHistory', key: 'gamma.io' }],
  savePlan: [
    {
      kind: 'savePlan',
      key: 'icp',
      changes: [
        {
          before: {
            Rule: 'Mid size',
            Dimension: 'Firmographic',
            Field: 'Employees',
            Operator: 'between',
            Value: '50-500',
            Importance: 'Critical',
          },
          after: {
            Rule: 'Mid size',
            Dimension: 'Firmographic',
            Field: 'Employees',
            Operator: 'between',
            Value: '60-600',
            Importance: 'High',
            Why: '=HYPERLINK("x")',
          },
        },
        {
          before: { Rule: 'Hiring now', Dimension: 'Situational', Field: 'Hiring', Operator: 'is true', Importance: 'Medium' },
          after: null,
        },
        { before: null, after: { Rule: '+new', Field: 'Domain', Operator: 'is known', Importance: 2 } },
      ],
    },
    {
      kind: 'savePlan',
      key: 'overrides',
      changes: [{ before: null, after: { 'Account key': 'gamma.io', Tier: 'Tier 1', Reason: '-ask' } }],
    },
  ],
  restorePrevious: [
    { kind: 'restorePrevious', what: 'plan' },
    { kind: 'restorePrevious', what: 'run' },
  ],
};

/** A call that changes the sheet, or a name of something in it; what a user keeps in properties is in no cell. */
const WRITES = /^(?!\w*Properties\.)\w+\.(set|insert|add|delete|remove|clear|hide|append)/;

/** `prepare` is done by the team before anything of ours is there. */
export function workflows(stage: Stage, prepare: (person: Person) => void = () => undefined): readonly Workflow[] {
  const team = teamBook(stage, prepare);
  must(stage.ask({ kind: 'importPlan', plan: PLAN }));
  const planned = stage.document.state();
  stage.from(team);
  must(stage.ask({ kind: 'csvImport', title: 'Leads', row: 1, rows: LEADS.slice(0, 5), whole: WHOLE }));
  const imported = stage.document.state();
  const books: Books = { team, planned, imported, published: publishedBook(stage, prepare) };
  return Object.values(SAMPLES).flatMap((samples) =>
    samples.flatMap(({ on = 'published', ...request }, index) => {
      stage.from(books[on]);
      const answer = stage.ask(request);
      const writes = stage.calls().some((name) => WRITES.test(name));
      if (!answer.ok) throw new Error(`${request.kind} cannot be asked: ${JSON.stringify(answer).slice(0, 400)}`);
      return writes ? [{ name: `${request.kind} ${index + 1} on the ${on} book`, request: request, state: books[on] }] : [];
    }),
  );
}
