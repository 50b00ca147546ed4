/** The one door for the page and the command line: a request in, a reply out, never an exception. */
import { joined } from '../../domain/facts/text';
import { Refusal, sentenceOf, thrownText, type Wrote } from '../../sheet/problem';
import { checkLists } from './checkLists';
import { closeMonth } from './closeMonth';
import { columns } from './columns';
import { csvImport } from './csvImport';
import { draft } from './draft';
import { exportPlan } from './exportPlan';
import { hello } from './hello';
import { importPlan } from './importPlan';
import { keepImport } from '../writing/stoppedImport';
import { cancelRun } from './cancelRun';
import { invalidRequest } from './invalidRequest';
import { planEverything, planStep } from './planEverything';
import { planGrid } from './planGrid';
import { proposePlan } from './proposePlan';
import { assertShape } from './requestShape';
import { restorePrevious } from './restorePrevious';
import { savePlan } from './savePlan';
import { scoreHistory } from './scoreHistory';
import { selection } from './selection';
import { sheetMarks } from './sheetMarks';
import { show } from './show';
import { state } from './state';
import type { Request } from '../protocol/requests';
import type { Failure, Reply } from '../protocol/replies';
import type { Moment, Workbook } from '../workbook/workbook';

type Kind = Request['kind'];
type Handler<K extends Kind> = (request: Extract<Request, { kind: K }>, workbook: Workbook, moment: Moment) => unknown;

/** The closed list of what may be asked. */
const HANDLERS: { readonly [K in Kind]: Handler<K> } = {
  hello: (_, workbook) => hello(workbook),
  check: checkLists,
  columns,
  csvImport,
  keepImport: (_, workbook) => keepImport(workbook),
  draft,
  selection: (_, workbook) => selection(workbook),
  proposePlan,
  importPlan,
  exportPlan: (_, workbook) => exportPlan(workbook),
  savePlan,
  restorePrevious,
  state,
  sheetMarks,
  show: (request, workbook) => show(request, workbook),
  planEverything,
  planStep,
  cancelRun: (_, workbook, moment) => cancelRun(workbook, moment),
  closeMonth,
  scoreHistory,
  planGrid: (request, workbook, moment) => planGrid(request, workbook.locale, moment),
};

/** Answers a request. Whatever goes wrong comes back as a sentence: what, and how to fix it. */
export function answer(request: unknown, workbook: Workbook, moment: Moment): Reply<unknown> {
  try {
    const { kind } = checkShape(request);
    const handler = HANDLERS[kind] as Handler<Kind>;
    return { ok: true, value: handler(request as never, workbook, moment) };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

function checkShape(request: unknown): { readonly kind: Kind } {
  const kind: unknown = typeof request === 'object' && request !== null ? Reflect.get(request, 'kind') : undefined;
  if (typeof kind !== 'string' || !Object.prototype.hasOwnProperty.call(HANDLERS, kind)) {
    throw invalidRequest(`A request must name its kind, one of: ${Object.keys(HANDLERS).join(', ')}.`);
  }
  assertShape(kind, request as object);
  return { kind: kind as Kind };
}

/** What a refusal says of the sheet, behind its fix. */
const WROTE: Readonly<Record<Wrote, string>> = {
  nothing: 'Nothing was written.',
  plan: 'The plan is restored already; run again for its results.',
  part: 'A part was written already.',
};

function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) {
    const { problems, wrote } = error;
    const [first] = problems;
    const what = first === undefined ? error.message : sentenceOf({ ...first, fix: '' });
    const written = wrote === undefined ? '' : WROTE[wrote];
    const more = problems.length > 1 ? `(${problems.length - 1} more to fix)` : '';
    return { what, fix: joined([first?.fix ?? '', written, more], ' '), problems };
  }
  if (error instanceof RangeError)
    return {
      what: `The list or the plan is too large or nested too deeply to be worked on (${thrownText(error)}).`,
      fix: 'Nothing more was written. Split the list, or leave out columns.',
      problems: [],
    };
  // Every intended stop is a Refusal: this is a bug.
  return {
    what: thrownText(error),
    fix: 'Nothing more was written. Run again; if it stays, copy this sentence to whoever maintains the add-on.',
    problems: [],
  };
}
