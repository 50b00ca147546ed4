/** The one core plugin the adapter adds: many cells in one command, and word of every change of shape. */
import type { EngineCell, EngineCommand, EngineGetters, EngineLibrary, EngineStyle, Position } from './library';
import type { Shift } from './anchors';

export const WRITE_CELLS = 'WORKBENCH_WRITE_CELLS';

export interface CellWrite {
  readonly sheetId: string;
  /** From 0, as the engine counts. */
  readonly row: number;
  readonly col: number;
  readonly content?: string;
  /** Text the engine would misread from `content`. */
  readonly exact?: string;
  readonly style?: EngineStyle | null;
  readonly format?: string;
}

export interface StructureListener {
  shifted(sheetId: string, shift: Omit<Shift, 'sheet'>): void;
  deleted(sheetId: string): void;
  duplicated(from: string, to: string): void;
}

const installed = new WeakSet();

/**
 * Before the first model is made, once for each copy of the library. The library keeps one registry of plugins and
 * commands for all its models and makes their instances itself, so neither can be given to one model alone: what is
 * changed here holds for every model of the process. All of them are the workbench's own, and the changes only skip
 * work whose results nobody reads, so no model computes anything else.
 */
export function installPlugin(o: EngineLibrary): void {
  if (installed.has(o)) return;
  installed.add(o);
  addGroupBy();
  (o.coreTypes as Set<string>).add(WRITE_CELLS);
  class WorkbenchPlugin extends o.CorePlugin {
    private readonly listener: StructureListener | undefined;

    constructor(config: ConstructorParameters<typeof o.CorePlugin>[0]) {
      super(config);
      this.listener = (config.custom as { structure?: StructureListener }).structure;
    }

    // The command union of the library is closed; the adapter's own command is not in it.
    override handle(command: never): void {
      const given = command as unknown as EngineCommand;
      if (given.type === WRITE_CELLS) this.writeCells(given.cells as readonly CellWrite[]);
      else if (this.listener) report(this.listener, given);
    }

    private writeCells(cells: readonly CellWrite[]): void {
      const dispatch = this.dispatch as unknown as (type: string, payload: object) => void;
      for (const { exact, ...cell } of cells) {
        dispatch('UPDATE_CELL', cell);
        if (exact !== undefined) correct(this.getters.getCell(cell) as unknown as EngineCell, exact);
      }
    }
  }
  o.registries.corePluginRegistry.add('workbench', WorkbenchPlugin);
  skipIdleEvaluation(o);
  // The engine gives Node a document of its own, so that is no sign of a page.
  if (typeof process !== 'undefined') skipWhatIsSeen(o);
}

/**
 * A new name or tab evaluates every cell again, though only formulas can change by it: those that hold its word, and with a tab those that
 * read references from texts. Mostly there are none.
 */
function skipIdleEvaluation(o: EngineLibrary): void {
  const { prototype } = o.registries.coreViewsPluginRegistry.get('evaluation') as unknown as { prototype: Evaluation };
  const { beforeHandle, finalize } = prototype;
  prototype.beforeHandle = function (command): void {
    evaluations.set(this.getters, this);
    if (command.type === 'CREATE_NAMED_RANGE' && !isMentioned(this.getters, String(command.name))) return;
    if (command.type === 'CREATE_SHEET' && !isMentioned(this.getters, String(command.name), 'INDIRECT(')) this.hasNewSheet = true;
    else beforeHandle.call(this, command);
  };
  prototype.finalize = function (): void {
    // The graph knows the size of every tab.
    if (this.hasNewSheet) this.evaluator.buildDependencyGraph();
    this.hasNewSheet = false;
    finalize.call(this);
  };
}

/** By their getters, which are all that others hold. */
const evaluations = new WeakMap<object, Evaluation>();

/** Cells of a tab whose formulas spill into others, blocked ones included. */
export function spillingCells(getters: EngineGetters, sheetId: string): readonly Position[] {
  return evaluations.get(getters)?.evaluator.spreadingRelations.arrayFormulasToResults.keysForSheet(sheetId) ?? [];
}

/** What is used of the engine's own evaluation. */
interface Evaluation {
  readonly getters: EngineGetters;
  readonly evaluator: {
    buildDependencyGraph(): void;
    readonly spreadingRelations: { readonly arrayFormulasToResults: { keysForSheet(sheetId: string): readonly Position[] } };
  };
  /** Ours: a tab has come that no formula can name. */
  hasNewSheet?: boolean;
  beforeHandle: (command: EngineCommand) => void;
  finalize: () => void;
}

function isMentioned(getters: EngineGetters, ...names: readonly string[]): boolean {
  const words = names.map((name) => name.toLowerCase());
  const isIn = (cell: EngineCell): boolean => words.some((word) => textOf(cell, getters).includes(word));
  return getters.getSheetIds().some((id) => getters.getCells(id).some((cell) => cell.isFormula && isIn(cell)));
}

function textOf({ compiledFormula }: EngineCell, getters: EngineGetters): string {
  return compiledFormula?.toFormulaString(getters).toLowerCase() ?? '';
}

/** Without a page nobody sees how tall a row is, where it begins or which colors are in use, and all are measured again with every write. */
function skipWhatIsSeen(o: EngineLibrary): void {
  const { coreViewsPluginRegistry: views, statefulUIPluginRegistry: page } = o.registries;
  const heights = prototypeOf<'updateRowSizeForCellChange' | 'getRowTallestCell'>(views.get('row_size'));
  heights.updateRowSizeForCellChange = () => undefined;
  heights.getRowTallestCell = () => undefined;
  prototypeOf<'computeCustomColors'>(views.get('custom_colors')).computeCustomColors = () => [];
  const nothing = (): void => undefined;
  prototypeOf<'finalize'>(page.get('header_positions')).finalize = nothing;
  prototypeOf<'finalize'>(page.get('viewport')).finalize = nothing;
}

function prototypeOf<Name extends string>(plugin: unknown): Record<Name, () => unknown> {
  return (plugin as { readonly prototype: Record<Name, () => unknown> }).prototype;
}

/** The engine wants Node 22 for this one function, and without it fails later, where nobody can catch it. */
function addGroupBy(): void {
  const target = Object as unknown as {
    groupBy?: (items: Iterable<unknown>, keyOf: (item: unknown) => string) => Record<string, unknown[]>;
  };
  target.groupBy ??= (items, keyOf) => {
    const groups = Object.create(null) as Record<string, unknown[]>;
    for (const item of items) (groups[keyOf(item)] ??= []).push(item);
    return groups;
  };
}

/** Makes a literal hold exactly this text, whatever its content would be parsed to. */
export function correct(cell: EngineCell | undefined, text: string): void {
  if (!cell || cell.isFormula) return;
  cell.content = text;
  cell.parsedValue = text;
}

function report(listener: StructureListener, command: EngineCommand): void {
  const sheetId = command.sheetId as string;
  const dimension = command.dimension === 'ROW' ? 'row' : 'column';
  if (command.type === 'ADD_COLUMNS_ROWS') {
    const base = command.base as number;
    listener.shifted(sheetId, {
      dimension,
      at: command.position === 'before' ? base + 1 : base + 2,
      count: command.quantity as number,
    });
  } else if (command.type === 'REMOVE_COLUMNS_ROWS') {
    // From the last to the first, so that the positions still to come stay right.
    for (const element of [...(command.elements as number[])].sort((a, b) => b - a))
      listener.shifted(sheetId, { dimension, at: element + 1, count: -1 });
  } else if (command.type === 'DELETE_SHEET') listener.deleted(sheetId);
  else if (command.type === 'DUPLICATE_SHEET') listener.duplicated(sheetId, command.sheetIdTo as string);
}
