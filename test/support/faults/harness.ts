/** Runs the built add-on thousands of times over a small workbook, with faults and other people's edits, and looks at every cell afterwards. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { EngineLibrary } from '../../../workbench/core/engine/library';
import type { Fault, FaultKind, FaultSchedule } from '../../../workbench/core/faults/faultSchedule';
import { Host } from '../../../workbench/core/realm/host';
import type { Person } from '../../../workbench/core/person/person';
import { PRELUDE, type PreludeHost, type PreludeTools } from '../../../workbench/core/realm/prelude';
import { functionMap, functionsExpression, type RealmFactory } from '../../../workbench/core/realm/realm';
import { Utilities } from '../../../workbench/core/services/utilities';
import { virtualClock } from '../../../workbench/core/clock';
import type { Switches } from '../../../workbench/core/switches';
import type { PlanJson, Request } from '../../../src/commands/protocol/requests';
import type { RunReply } from '../../../src/commands/protocol/replies';
import type { Problem } from '../../../src/sheet/problem';
import { GENERATED_TABS } from '../../../src/sheet/ownTabs/block';
import { LightDocument, type LightSheet, type LightState } from './lightEngine';

const DIST = process.env.PLANNER_DIST ?? 'dist';
export const BUNDLE = {
  code: readFileSync(`${DIST}/Code.js`, 'utf8'),
  sidebar: '<p></p>',
  manifest: readFileSync(`${DIST}/appsscript.json`, 'utf8'),
};

/**
 * One realm for all calls, with the services of each: the product's tables are built once, which makes a run four times as fast.
 * That nothing is remembered between calls is seen with fresh realms, in realWorkbench.test.ts.
 */
let kept:
  | {
      readonly context: vm.Context;
      readonly tools: PreludeTools;
      readonly functions: ReadonlyMap<string, (...args: unknown[]) => unknown>;
    }
  | undefined;
export const keptRealms: RealmFactory = (code) => ({
  open: (host) => {
    const context = kept?.context ?? vm.createContext({});
    const tools = kept?.tools ?? (new vm.Script(PRELUDE).runInContext(context) as (host: PreludeHost) => PreludeTools)(host);
    return {
      ...tools,
      load: (services) => {
        Object.assign(context, services);
        kept ??= { context, tools, functions: loaded(code, context) };
        return kept.functions;
      },
      close: () => undefined,
    };
  },
});

function loaded(code: string, context: vm.Context): ReadonlyMap<string, (...args: unknown[]) => unknown> {
  new vm.Script(code).runInContext(context);
  return functionMap(
    new vm.Script(functionsExpression(['serve', 'planEverything', 'onOpen'])).runInContext(context) as Record<string, unknown>,
  );
}

export interface Answer {
  readonly ok: boolean;
  readonly value?: Partial<RunReply> & { readonly outcome?: RunReply } & Readonly<Record<string, unknown>>;
  readonly error?: { readonly what: string; readonly fix: string; readonly problems: readonly Problem[] };
  /** What was thrown instead of a reply: the run's death. */
  readonly thrown?: string;
}

/** Asks as the page does. */
export function ask(host: Host, request: Request): Answer {
  try {
    return JSON.parse(String(host.run('serve', JSON.stringify(request)))) as Answer;
  } catch (error) {
    return { ok: false, thrown: String(error) };
  }
}

const START = Date.parse('2026-11-21T12:00:00Z');

export class Stage {
  readonly document = new LightDocument();
  readonly clock = virtualClock(START);
  readonly host: Host;
  /** Another install of the add-on on the same file. */
  readonly other: Host;

  constructor(switches: Partial<Switches> = {}, user?: { readonly email: string; readonly role: 'owner' | 'editor' | 'viewer' }) {
    const options = {
      engine: {} as EngineLibrary,
      bundle: BUNDLE,
      workbook: { title: '', locale: 'en_US', timeZone: 'Etc/UTC', sheets: [], namedRanges: [], metadata: [] },
      realms: keptRealms,
      clock: this.clock,
      switches,
      ...(user === undefined ? {} : { user }),
    };
    this.host = new Host(options, this.document);
    this.other = this.host.share({ script: 'script-2' });
  }

  get person(): Person {
    return this.host.person;
  }

  ask(request: Request, host: Host = this.host): Answer {
    return ask(host, request);
  }

  calls(host: Host = this.host): readonly string[] {
    return host.calls().calls;
  }

  /** Calls of a request on a book, in order. */
  callsOf(state: LightState, request: Request): readonly string[] {
    must(this.from(state).ask(request));
    return [...this.calls()];
  }

  /** The book behind a request. */
  after(state: LightState, request: Request): LightState {
    must(this.from(state).ask(request));
    return this.document.state();
  }

  get faults(): FaultSchedule {
    return this.host.faults;
  }

  state(): LightState {
    return this.document.state();
  }

  setMoment(moment: 'first' | 'next'): void {
    this.clock.advance(START + (moment === 'first' ? 0 : 600_000) - this.clock.now());
    const ids = moment === 'first' ? 1_000_000 : 2_000_000;
    Reflect.set(Utilities, 'made', ids);
    Reflect.set(this.document, 'lastId', ids);
  }

  found(): string {
    return this.document.whole();
  }

  destroyed(): readonly string[] {
    return [...this.document.light.destructive];
  }

  /** The light engine computes nothing. */
  lostReferences(): readonly string[] {
    return [];
  }

  computed(): string {
    return '';
  }

  /** An edit by somebody at the sheet: what it deletes is not the add-on's doing. */
  edit(act: (person: Person) => void): void {
    const { destructive } = this.document.light;
    const before = destructive.length;
    try {
      act(this.person);
    } catch {
      // A tab or row that is not there cannot be edited.
    }
    destructive.length = before;
  }

  from(state: LightState): this {
    this.host.faults.clear();
    this.other.faults.clear();
    // Thousands of runs would else come into another month than the clean one.
    this.clock.advance(START - this.clock.now());
    this.document.restore(state);
    return this;
  }
}

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
    ['Mine', '=Scores!D3', '=SUM(Accounts!D2:D7)'],
    ['mine: call Acme', '12', 'TRUE'],
  ]);
  stage.person.note('Team', 'A2', 'mine: a note');
  stage.person.type('Coverage', 'B2', 'mine: our own coverage');
  prepare(stage.person);
  return stage.document.state();
}

/** Of a rule that the team has made. */
const TEAM_COLOR = '#00ff00';

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
  person.type('Scores', 'X3', 'mine: beside');
  person.type('Scores', 'B50', 'mine: below');
  person.note('Scores', 'B4', 'mine: on a result');
  person.type('Plan ICP', 'N1', 'Our thoughts');
  person.type('Plan ICP', 'N3', 'mine: keep this rule');
  // Rules of theirs on our tabs, in the colour by which they are known below.
  const own = (title: string) => stage.document.light.sheets.find((sheet) => sheet.title === title);
  const [scores, icp] = [own('Scores'), own('Plan ICP')];
  if (scores === undefined || icp === undefined) throw new Error('The book lacks its tabs.');
  const rule = { type: 'CellIsRule', operator: 'containsText', values: ['x'], style: { fillColor: TEAM_COLOR } };
  scores.rules = [{ id: 'team', ranges: ['B3:B9'], rule }, ...(scores.rules ?? [])];
  person.type('Accounts', 'D3', '75');
  person.type('Accounts', 'C4', 'Fintech');
  return stage.document.state();
}

export function must(answer: Answer): Answer {
  if (!answer.ok) throw new Error(`Not answered: ${JSON.stringify(answer).slice(0, 600)}`);
  return answer;
}

/** What an answer tells of cells, and the sentence of one that refuses. */
export const problemsIn = ({ value, error }: Answer): readonly Problem[] => {
  const report = value?.report ?? value?.outcome?.report;
  return [...(report?.problems ?? []), ...(error?.problems ?? [])];
};
export const sentenceIn = ({ error, thrown }: Answer): string => `${error?.what ?? thrown ?? ''} ${error?.fix ?? ''}`;

/** Kind of each tab of ours by its id: metadata that names the tab's own id. */
export function kinds(state: LightState): ReadonlyMap<number, string> {
  return new Map(
    state.metadata.flatMap(({ key, value, sheet }): [number, string][] => {
      const [kind = '', id = ''] = value.split('@');
      return key === 'segment-planner-tab' && Number(id) === sheet ? [[Number(id), kind]] : [];
    }),
  );
}

const GENERATED: readonly string[] = Object.keys(GENERATED_TABS);

/** What we publish, tab by tab: all cells but the stamps'; the log is append-only and left out. `values`: of the results, without formats. */
export function published(state: LightState, which: 'all' | 'values' = 'all'): Readonly<Record<string, string>> {
  const own = kinds(state);
  return Object.fromEntries(
    state.sheets
      .flatMap(({ id, title, cells }): (readonly [string, string])[] => {
        const kind = own.get(id) ?? (isImport(title) ? `import ${title}` : undefined);
        if (kind === undefined || kind === 'log' || (which === 'values' && !GENERATED.includes(kind))) return [];
        const isGenerated = GENERATED.includes(kind);
        const lines = [...cells]
          .filter(
            ([key, { value, formula }]) =>
              (value !== '' || formula !== undefined) &&
              !(isGenerated && (key === 1001 || key % 1000 > 21)) &&
              // The run that closed a month.
              !(kind === 'snapshot' && key % 1000 === 2),
          )
          .filter(([, { value }]) => !String(value).startsWith('mine'))
          .sort(([a], [b]) => a - b)
          .map(
            ([key, { value, formula, format }]) =>
              `${key} ${typeof value} ${String(value)} ${formula ?? ''} ${which === 'all' && isGenerated && typeof value === 'number' ? (format ?? '') : ''}`,
          );
        return [[kind, lines.join('\n')] as const];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A tab that csvImport makes: the team's afterwards, and until then part of what is written. */
function isImport(title: string): boolean {
  return title.startsWith('Leads');
}

/** Every cell, title and note of the team's, wherever it is: its own tabs whole, and what it wrote in ours. */
export function teamsOwn(state: LightState): string {
  const own = kinds(state);
  const tabs = state.sheets
    .filter(({ id }) => !own.has(id))
    // A copy of our tab holds what ours held at the moment of copying.
    .filter(({ cells, title }) => cells.size > 0 && !title.startsWith('Copy of') && !isImport(title))
    .map(({ id, title, cells, isHidden, look, rows, columns, rules = [], lists = [] }) => ({
      id,
      title,
      isHidden,
      look,
      rows,
      columns,
      rules,
      lists,
      cells: sorted(cells),
    }));
  const within = state.sheets
    .filter(({ id }) => own.has(id) && own.get(id) !== 'log')
    .flatMap(({ id, cells }) =>
      sorted(cells)
        .filter(([, { value }]) => String(value).startsWith('mine'))
        .map(([key, { value }]) => [id, key, value]),
    );
  // Nor does a copy count for what was copied with it: its id tells when that was.
  const copies = new Set(state.sheets.filter(({ title }) => title.startsWith('Copy of')).map(({ id }) => id));
  const notes = state.notes
    .filter(({ sheet, text }) => text.startsWith('mine') && !copies.has(sheet))
    .map(({ sheet, box, text }) => [sheet, box, text]);
  const rules = state.sheets.flatMap(({ id, rules: all = [] }) =>
    own.has(id) ? all.flatMap(({ ranges, rule }) => (JSON.stringify(rule).includes(TEAM_COLOR) ? [[id, ranges, rule]] : [])) : [],
  );
  const isTheirs = (id: number): boolean => !own.has(id) && !copies.has(id) && state.sheets.some((sheet) => sheet.id === id);
  const names = (state.names ?? []).filter(({ range }) => isTheirs(Number(range.sheetId)));
  const beside = [...(state.charts ?? []), ...(state.links ?? [])].filter(({ sheet }) => isTheirs(sheet));
  return JSON.stringify({ tabs, within, rules, names, beside, notes: notes.map((note) => JSON.stringify(note)).sort() });
}

/**
 * What our tabs were given beside their values. `kept`: what every run writes anew or looks for, links, names and the chart; what a
 * fresh tab is given once comes with `all`: colours, drop-downs, header notes, widths, frozen and hidden columns, the looks of cells.
 */
export function looksOf(state: LightState, which: 'all' | 'kept'): string {
  const own = kinds(state);
  const kindOf = (sheet: number | string): string => own.get(Number(sheet)) ?? '';
  const names = (state.names ?? []).map(({ name, range }) => `${name} ${kindOf(range.sheetId)}`).sort();
  const charts = (state.charts ?? []).map(({ sheet, spec }) => JSON.stringify([kindOf(sheet), spec]));
  const links = (state.links ?? []).map(({ sheet, box, url }) => JSON.stringify([kindOf(sheet), box, url])).sort();
  if (which === 'kept') return JSON.stringify({ names, charts, links });
  const tabs = state.sheets
    .filter(({ id }) => own.has(id) && own.get(id) !== 'log')
    .map((sheet) => givenTo(sheet, kindOf(sheet.id)));
  const notes = state.notes.filter(({ sheet, text }) => own.has(sheet) && !text.startsWith('mine'));
  const told = notes.map(({ sheet, box, text }) => JSON.stringify([kindOf(sheet), box, text])).sort();
  return JSON.stringify({ names, charts, links, tabs: tabs.sort(), notes: told });
}

function givenTo({ rules = [], lists = [], look, cells }: LightSheet, kind: string): string {
  const shown = rules.map(({ ranges, rule }) => JSON.stringify([ranges, rule]));
  const offered = lists.map(({ criterion, ranges }) => JSON.stringify([criterion, ranges])).sort();
  const styles = sorted(cells).flatMap(([key, { value, style }]) => (value === '' || style === undefined ? [] : [[key, style]]));
  // The light engine remembers each time a column was given its width.
  return JSON.stringify([kind, shown, offered, [...new Set(look.split(';'))].sort(), styles]);
}

function sorted<T>(cells: ReadonlyMap<number, T>): [number, T][] {
  return [...cells].sort(([a], [b]) => a - b);
}

/** The stamp in the Summary's first cell. */
export function stampOf(state: LightState): string {
  const own = kinds(state);
  const summary = state.sheets.find(({ id }) => own.get(id) === 'summary');
  return String(summary?.cells.get(1001)?.value ?? '');
}

export const KINDS: readonly FaultKind[] = ['throwBefore', 'throwAfter', 'kill', 'killAfter', 'loseTail', 'partialRectangle'];

/** Every kind of fault at call `k`, each once and for good; of the lossy ones also those nobody tells the script about. */
export function faultsAt(k: number): readonly Fault[] {
  return KINDS.flatMap((kind) => {
    const isLossy = kind === 'loseTail' || kind === 'partialRectangle';
    const endings = isLossy ? (['throws', 'kills', 'goesOn'] as const) : ([undefined] as const);
    return endings.flatMap((then) =>
      [false, true].map((persistent): Fault => ({ at: k, kind, persistent, ...(then === undefined ? {} : { then }) })),
    );
  });
}

/** So many faults, spread over all calls, with every kind and ending in turn; all there are when they are no more. */
export function faultsSpread(calls: number, most: number): readonly Fault[] {
  const each = faultsAt(0).length;
  if (calls * each <= most) return Array.from({ length: calls }, (_, index) => faultsAt(index + 1)).flat();
  // Seven shares no factor with their number, so that neighbours differ and none is left out.
  return Array.from({ length: most }, (_, index) => faultsAt(1 + Math.floor((index * calls) / most))[(index * 7) % each]).filter(
    (fault) => fault !== undefined,
  );
}

/** `npm run test:long` sets it: more of everything that is sampled. */
export const LONG = process.env.PLANNER_LONG === '1';

/** The published cells without the Problems, which tell of what went on. */
export function withoutProblems(cells: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(cells).filter(([kind]) => kind !== 'problems'));
}
