/** A spreadsheet with the add-on installed, as the page, the command line and the tests use it. */
import type { Bundle, Manifest } from './bundle';
import { customFunctionsOf, readManifest } from './bundle';
import type { Clock } from '../clock';
import { systemClock } from '../clock';
import { CustomFunctions } from './customFunctions';
import type { User } from '../document/document';
import { SharedDocument } from '../document/document';
import type { FormulaCell } from '../engine/functions';
import { isDateFormat } from '../document/numberFormat';
import type { EngineLibrary, EngineModel } from '../engine/library';
import type { AuthMode, ExecutionSetup } from './execution';
import { FaultSchedule } from '../faults/faultSchedule';
import type { CallCounts } from '../faults/callGate';
import { makers } from './globals';
import { Person } from '../person/person';
import type { RealmFactory } from './realm';
import type { Opener } from './runner';
import { callAndEnd, openRun } from './runner';
import { isCallable, toPage, toServer } from './scriptRun';
import type { Switches } from '../switches';
import { GOOGLE_AS_BELIEVED } from '../switches';
import type { Menu, ShownHtml, Toast, UiState } from '../person/uiState';
import { freshUi } from '../person/uiState';
import type { CellValue, WorkbookData } from '../document/workbookData';
import { epochToWall, serialToIso } from '../zone';

export interface HostOptions {
  /** The library: `import * as o from '@odoo/o-spreadsheet'`, or the page's global. */
  readonly engine: EngineLibrary;
  readonly bundle: Bundle;
  readonly workbook: WorkbookData;
  readonly realms: RealmFactory;
  /** Default: the owner. */
  readonly user?: User;
  /** Identity of the install; another install on the same file has another. */
  readonly script?: string;
  /** Defaults: the manifest's zone and the workbook's. */
  readonly zones?: { readonly script?: string; readonly spreadsheet?: string };
  readonly switches?: Partial<Switches>;
  readonly clock?: Clock;
  /** Lines of `console` and `Logger`. */
  readonly log?: (line: string) => void;
}

export type FormulaResult =
  | { readonly kind: 'value'; readonly value: CellValue }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly CellValue[])[] }
  | { readonly kind: 'error'; readonly error: string; readonly message: string };

const OWNER: User = { email: 'owner@example.com', role: 'owner' };

export class Host {
  readonly faults = new FaultSchedule();
  readonly ui: UiState = freshUi();
  readonly person: Person;
  readonly document: SharedDocument;
  private readonly manifest: Manifest;
  private readonly opener: Opener;
  private readonly switches: Switches;
  private readonly clock: Clock;
  private readonly formulas: CustomFunctions;
  private lastCalls: CallCounts | undefined;

  constructor(
    private readonly options: HostOptions,
    shared?: SharedDocument,
  ) {
    const { bundle, workbook, zones } = options;
    this.manifest = readManifest(bundle.manifest);
    this.opener = options.realms(bundle.code);
    this.switches = { ...GOOGLE_AS_BELIEVED, ...options.switches };
    this.clock = options.clock ?? systemClock();
    const functions = customFunctionsOf(bundle.code);
    this.document = shared ?? new SharedDocument({ ...workbook, timeZone: zones?.spreadsheet ?? workbook.timeZone }, this.script);
    this.formulas = new CustomFunctions({
      opener: this.opener,
      switches: this.switches,
      names: new Set(functions.map(({ name }) => name.toUpperCase())),
      zone: () => this.document.timeZone,
      now: () => this.clock.now(),
      setup: (place) => this.formulaSetup(place),
    });
    if (!shared) this.document.open(options.engine, functions, this.formulas);
    this.person = new Person(this.document, () => ({
      locale: this.document.locale,
      year: new Date(epochToWall(this.document.timeZone, this.clock.now())).getUTCFullYear(),
      switches: this.switches,
    }));
    this.model.on('update', this, () => {
      this.formulas.refresh();
    });
  }

  /** Another person, or another install, on the same document. Formulas stay with the first install. */
  share(other: Partial<Pick<HostOptions, 'user' | 'script' | 'bundle' | 'switches' | 'clock' | 'log'>>): Host {
    return new Host({ ...this.options, ...other }, this.document);
  }

  /** Calls a top-level function as a menu click does, with arguments and result as plain values. Throws `ScriptError`. */
  run(name: string, ...args: readonly unknown[]): unknown {
    return this.execute('FULL', name, args);
  }

  /** A call from the page by `google.script.run`: its rules of what may cross apply. */
  callFromPage(name: string, args: readonly unknown[]): unknown {
    if (!isCallable(name)) throw new TypeError(`google.script.run.${name} is not a function`);
    return toPage(this.execute('FULL', name, toServer(args)));
  }

  /** The add-on's menu, made by its own `onOpen`. */
  menu(auth: 'NONE' | 'LIMITED' = 'LIMITED'): Menu {
    this.ui.menus = [];
    this.execute(auth, 'onOpen', [{ authMode: auth, user: { email: '', nickname: '' } }]);
    return this.ui.menus.at(-1) ?? { title: '', items: [] };
  }

  /** Computes a formula that stands nowhere; dates come as `YYYY-MM-DD`. References without a tab mean the active one. */
  evaluate(formula: string): FormulaResult {
    const { engine } = this.document;
    this.formulas.refresh();
    const result = engine.evaluate(this.document.activeSheet, formula);
    const value = (cell: { readonly value: CellValue | null; readonly format?: string }): CellValue =>
      typeof cell.value === 'number' && isDateFormat(cell.format)
        ? (serialToIso(cell.value) ?? cell.value)
        : typeof cell.value === 'string'
          ? engine.googleError(cell.value)
          : (cell.value ?? '');
    if (Array.isArray(result) && (result.length > 1 || (result[0]?.length ?? 0) > 1))
      return {
        kind: 'rows',
        rows: (result[0] ?? []).map((_, row) => result.map((column) => value(column[row] ?? { value: '' }))),
      };
    const cell = (Array.isArray(result) ? result[0]?.[0] : result) ?? { value: '' };
    if (typeof cell.value === 'string' && engine.isError(cell.value))
      return { kind: 'error', error: engine.googleError(cell.value), message: cell.message ?? '' };
    return { kind: 'value', value: value(cell) };
  }

  sidebar(): ShownHtml | undefined {
    return this.ui.sidebar;
  }

  toasts(): readonly Toast[] {
    return this.ui.toasts;
  }

  snapshot(): WorkbookData {
    return this.document.snapshot();
  }

  /** Service calls of the last run. */
  calls(): CallCounts {
    return this.lastCalls ?? { calls: [], roundTrips: 0, readCells: 0, writtenCells: 0, virtualMilliseconds: 0 };
  }

  /** The engine's model, for the page's grid. */
  get model(): EngineModel {
    return this.document.engine.model;
  }

  onRecalculated(callback: () => void): void {
    this.model.on('update', callback, callback);
  }

  private get script(): string {
    return this.options.script ?? 'script-1';
  }

  private execute(auth: AuthMode, name: string, args: readonly unknown[]): unknown {
    const opened = openRun(this.opener, this.setup(auth));
    try {
      return callAndEnd(opened, name, args);
    } finally {
      this.lastCalls = opened.run.gate.counts();
    }
  }

  private setup(auth: AuthMode): ExecutionSetup {
    const { bundle, user, zones, log } = this.options;
    return {
      makers,
      document: this.document,
      user: user ?? OWNER,
      script: this.script,
      auth,
      scopes: this.manifest.oauthScopes,
      scriptZone: zones?.script ?? this.manifest.timeZone,
      sidebarHtml: bundle.sidebar,
      switches: this.switches,
      clock: this.clock,
      plan: this.faults,
      ui: this.ui,
      log: log ?? (() => undefined),
    };
  }

  /** Faults are for runs, not for formulas. */
  private formulaSetup(place: () => FormulaCell): ExecutionSetup {
    const { document } = this;
    const at = (): { sheet: number; row: number; column: number } => {
      const { sheetId, row, column } = place();
      return { sheet: sheetId === undefined ? document.activeSheet : document.engine.gid(sheetId), row, column };
    };
    return { ...this.setup('CUSTOM_FUNCTION'), plan: new FaultSchedule(), formulaAt: at };
  }
}

/** A host with the workbook loaded and the custom functions of the bundle known to it; its screen is empty. */
export function createHost(options: HostOptions): Host {
  return new Host(options);
}
