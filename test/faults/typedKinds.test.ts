/** Whatever kind of value a user puts over whatever kind of cell, right behind the flush that wrote it: it stays there, or it is reported with its address. */
import { addressText } from '../../src/sheet/address';
import { watched } from '../support/faults/edits';
import { must, problemsIn, sentenceIn, type Answer } from '../support/faults/answers';
import { kinds } from '../support/faults/compared';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';
import { workflows, type Workflow } from '../support/faults/workflows';

jest.setTimeout(240_000);

/** Pasted, since a cell of text keeps what is typed into it as text. */
const TYPED = ['12345', '2027-03-04', 'TRUE', '7%', '$5', 'hot', '+hot', "''hot", '=3+4'];
/** Names that look like something else, so that texts of every kind are written. */
const NAMES = ["''Quoted", "'+49 Phone Co", "'=Formula", '3M 12%', "'12", "'TRUE"];

const stage = new Stage();

interface Written {
  readonly title: string;
  readonly row: number;
  readonly column: number;
}

/** One cell of each kind of value in each tab that the workflow writes. */
function writtenBy({ state, request }: Workflow): readonly Written[] {
  must(stage.from(state).ask(request));
  const after = stage.state();
  const own = kinds(after);
  const found = new Map<string, Written>();
  for (const { id, title, cells } of after.sheets) {
    if (own.get(id) === 'log' || !(own.has(id) || title === 'Leads')) continue;
    const before = state.sheets.find((sheet) => sheet.id === id)?.cells;
    for (const [key, { value }] of cells) {
      const [row, column] = [Math.floor(key / 1000), key % 1000];
      const isBody = row > 2 || !['Review', 'Snapshot'].includes(title);
      if (value !== before?.get(key)?.value && isBody) found.set(`${title} ${kindOf(value)}`, { title, row, column });
    }
  }
  return [...found.values()];
}

function kindOf(value: string | number | boolean): string {
  if (typeof value !== 'string') return typeof value;
  if (value === '') return 'blank';
  if (/^[=+'-]/.test(value)) return value.slice(0, 1);
  return /^(true|false)$/i.test(value) ? 'truth' : /\d/.test(value) ? 'digits' : 'text';
}

function isTold(answer: Answer, at: string): boolean {
  return problemsIn(answer).some((problem) => problem.at === at) || sentenceIn(answer).includes(`${at} `);
}

const valueAt = (state: LightState, { title, row, column }: Written): unknown =>
  state.sheets.find((sheet) => sheet.title === title)?.cells.get(row * 1000 + column)?.value;

/** What shows the same is no other content: a truth value over the text TRUE. */
const shown = (value: unknown): string => String(value).toUpperCase();

const books = workflows(stage, (person) => {
  person.paste(
    'Accounts',
    'A2',
    NAMES.map((name) => [name]),
  );
});

it.each(books.map((flow) => [flow.name, flow] as const))('%s', (_, flow) => {
  const places = writtenBy(flow);
  const { to } = watched(stage, flow);
  const failures: string[] = [];
  let tried = 0;
  for (const place of places)
    for (const text of TYPED) {
      const at = addressText({ tab: place.title, row: place.row, column: place.column });
      stage.from(flow.state);
      let typed: unknown;
      stage.faults.addEdit(to + 1, () => {
        stage.edit((person) => {
          const before = valueAt(stage.state(), place);
          person.paste(place.title, at.slice(at.indexOf('!') + 1), [[text]]);
          const now = valueAt(stage.state(), place);
          // What stood there before the run cannot be told from a write that was lost, and a run writes it over.
          if (![before, valueAt(flow.state, place)].map(shown).includes(shown(now))) typed = now;
        });
      });
      const answer = stage.ask(flow.request);
      if (typed === undefined) continue;
      tried += 1;
      const isThere = shown(valueAt(stage.state(), place)) === shown(typed);
      if (!isThere && !isTold(answer, at)) failures.push(`${text} over ${at}: ${JSON.stringify(answer).slice(0, 160)}`);
    }
  expect(tried).toBeGreaterThan(20);
  expect(failures).toEqual([]);
});
