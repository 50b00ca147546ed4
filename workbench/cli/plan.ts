/** `plan ACCOUNTS`: the add-on's own "Plan everything", and its results as files. */
import { writeCsv } from '../files/csv';
import { emptySheet } from '../core/document/emptySheet';
import { workbookOf } from '../files/sheets';
import { writeXlsxFile } from '../files/xlsxWrite';
import { dayArgument, pasted, readArguments, subjectOf } from './arguments';
import type { Given, Usage } from './arguments';
import type { Command, Tools } from './command';
import { openPath, readPlanFile } from './input';
import { MAX_TAB_ROWS, hasPlan, listsOf } from './lists';
import type { Lists } from './lists';
import { checkOutputs, writeOutputs } from './output';
import type { OutputFile } from './output';
import type { PlanJson, RunReply, ScoreLine } from './protocol';
import { Refused, printableJson } from './refused';
import type { Session } from './session';

/** Longer lists are planned in steps. */
const STEPPED_ROWS = 20_000;
const OUTPUTS = ['out', 'scores', 'json'] as const;

const usage: Usage = {
  line: 'planner plan ACCOUNTS [--tab NAME] [--plan plan.json] [--contacts F] [--out book.xlsx] [--scores F.csv] [--json F|-] [--as-of YYYY-MM-DD] [--close]',
  valued: ['tab', 'plan', 'contacts', 'as-of', ...OUTPUTS],
  switches: ['close'],
};

export const plan: Command = {
  usage: usage.line,
  summary: 'runs "Plan everything" and writes what is asked for; with --close it then closes the month of the as-of day',
  run: async (args, tools) => {
    const given = readArguments(usage, args);
    const path = subjectOf(usage, given, 'The list of accounts');
    const asOf = dayArgument(given.options.get('as-of'));
    const closes = given.switches.has('close');
    if (closes && !given.options.has('out'))
      throw new Refused('--close: the closed month stands in the workbook, so say where that goes: --out book.xlsx.');
    const inputs = [path, given.options.get('plan'), given.options.get('contacts')].filter((input) => input !== undefined);
    await checkOutputs(inputs, outputsOf(given));
    const planPath = given.options.get('plan');
    const planJson = planPath === undefined ? undefined : await readPlanFile(planPath);
    const lists = await readLists(path, given, tools);
    if (planJson === undefined && !hasPlan(lists.book)) {
      const fix = `give one with --plan, or make one first with: planner start ${pasted(path)} --out plan.json`;
      throw new Refused(`${path}: there is no plan; ${fix}`);
    }
    const wanted = { withScores: given.options.has('scores'), ...(asOf === undefined ? {} : { asOf }) };
    const isLong = lists.rowCount - 1 > MAX_TAB_ROWS;
    const plans = isLong ? planLong(lists, planJson, wanted, given, tools) : planInTabs(lists, planJson, wanted, closes, tools);
    await give(given, await plans, tools);
  },
};

/** Where files go; standard output is for the JSON alone. */
function outputsOf(given: Given): { readonly option: string; readonly path: string }[] {
  const out = given.options.get('out') ?? 'book.xlsx';
  if (!/\.xlsx$/i.test(out))
    throw new Refused(`--out ${out}: the workbook is written as XLSX; give it a name that ends in .xlsx.`);
  if (given.options.get('scores') === '-')
    throw new Refused('Only --json can go to standard output (-); name a file for the scores.');
  return OUTPUTS.flatMap((name) => {
    const path = given.options.get(name);
    return path === undefined || path === '-' ? [] : [{ option: `--${name}`, path }];
  });
}

/** Files first, then the words: whoever reads them finds the files in place. */
async function give(given: Given, result: Result, tools: Tools): Promise<void> {
  const { files, notes } = await filesOf(given, result);
  await writeOutputs(files);
  const isForProgram = given.options.get('json') === '-';
  if (isForProgram) tools.say(printableJson(result.outcome.report, 2));
  else result.outcome.sentences.forEach(tools.say);
  notes.forEach(isForProgram ? tools.remark : tools.say);
}

interface Result {
  readonly outcome: RunReply;
  /** Absent when no workbook was made. */
  readonly session?: Session;
}

interface Wanted {
  readonly withScores: boolean;
  readonly asOf?: string;
}

async function readLists(path: string, given: Given, tools: Tools): Promise<Lists> {
  const tab = given.options.get('tab');
  const contactsPath = given.options.get('contacts');
  const contacts = contactsPath === undefined ? undefined : await openPath(contactsPath, tools.remark);
  return listsOf({
    accounts: await openPath(path, tools.remark),
    name: path,
    tabRows: MAX_TAB_ROWS,
    ...(tab === undefined ? {} : { tab }),
    ...(contacts === undefined ? {} : { contacts }),
  });
}

/** @param closes whether the month is closed once it is planned. */
async function planInTabs(
  lists: Lists,
  planJson: PlanJson | undefined,
  wanted: Wanted,
  closes: boolean,
  tools: Tools,
): Promise<Result> {
  const session = await tools.open(lists.book);
  if (planJson !== undefined) session.serve({ kind: 'importPlan', plan: planJson });
  const request = { ...lists.source, ...wanted };
  const isStepped = lists.rowCount - 1 > STEPPED_ROWS;
  const outcome = isStepped ? inSteps(session, request) : session.serve({ kind: 'planEverything', ...request });
  if (!closes) return { outcome, session };
  const day = wanted.asOf === undefined ? {} : { asOf: wanted.asOf };
  const { sentences } = session.serve({ kind: 'closeMonth', ...lists.source, ...day });
  return { outcome: { ...outcome, sentences: [...outcome.sentences, ...sentences] }, session };
}

/** As the sidebar does it in Google, where no call may run longer than six minutes: the next step until one has the outcome. */
function inSteps(session: Session, request: Wanted): RunReply {
  for (;;) {
    const { outcome } = session.serve({ kind: 'planStep', ...request });
    if (outcome !== undefined) return outcome;
  }
}

/** Lists too long for a tab: the bundle gets the rows as they are, and the engine an empty workbook. */
async function planLong(
  lists: Lists,
  planJson: PlanJson | undefined,
  wanted: Wanted,
  given: Given,
  tools: Tools,
): Promise<Result> {
  const count = (lists.rowCount - 1).toLocaleString('en-US');
  if (given.options.has('out')) {
    throw new Refused(
      `--out: the list has ${count} rows and a workbook is written for at most ${MAX_TAB_ROWS.toLocaleString('en-US')}; use --scores or --json.`,
    );
  }
  const contacts = lists.contacts?.();
  const session = await tools.open(workbookOf('Segment Planner', [emptySheet('Empty', 0)]));
  const outcome = session.serve({
    kind: 'planGrid',
    accounts: lists.accounts(),
    ...(contacts === undefined ? {} : { contacts }),
    plan: planJson ?? (await planOfTabs(lists, tools)),
    asOf: wanted.asOf ?? new Date().toISOString().slice(0, 10),
    withScores: wanted.withScores,
  });
  return { outcome };
}

/** The workbook's own plan, from its tabs without the long list. */
async function planOfTabs(lists: Lists, tools: Tools): Promise<PlanJson> {
  const sheets = lists.book.sheets.filter(
    (sheet) => sheet.title !== lists.source.accountsTab && sheet.title !== lists.source.contactsTab,
  );
  const session = await tools.open({ ...lists.book, sheets });
  return session.serve({ kind: 'exportPlan' }).plan;
}

async function filesOf(given: Given, { outcome, session }: Result): Promise<{ files: OutputFile[]; notes: readonly string[] }> {
  const files: OutputFile[] = [];
  const out = given.options.get('out');
  const scores = given.options.get('scores');
  const json = given.options.get('json');
  const book = out === undefined || session === undefined ? undefined : await writeXlsxFile(session.snapshot());
  if (out !== undefined && book !== undefined) files.push({ option: '--out', path: out, content: book.bytes });
  if (scores !== undefined) files.push({ option: '--scores', path: scores, content: writeCsv(scoreRows(outcome.scores ?? [])) });
  if (json !== undefined && json !== '-')
    files.push({ option: '--json', path: json, content: `${printableJson(outcome.report, 2)}\n` });
  return { files, notes: book?.notes ?? [] };
}

function scoreRows(lines: readonly ScoreLine[]): (string | number | null)[][] {
  const header = ['account_key', 'fit', 'signal', 'known', 'low', 'high', 'tier', 'segment'];
  return [
    header,
    ...lines.map((line) => [line.account_key, line.fit, line.signal, line.known, line.low, line.high, line.tier, line.segment]),
  ];
}
