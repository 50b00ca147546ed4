/** Functions the engine lacks or must ask the workbench for: the bundle's custom functions, the clock, a few shims. */
import type { EngineLibrary, EvaluatedCell } from './library';

/** A value with its number format, as the engine passes arguments and takes results. */
export interface FormulaValue {
  readonly value: string | number | boolean | null;
  readonly format?: string;
  /** Of an error: what is wrong. */
  readonly message?: string;
}

/** An argument: column-major when it is a range, undefined when left out. */
export type FormulaArgument = FormulaValue | FormulaValue[][] | undefined;

export interface CustomFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly text: string }[];
}

/** What the engine's functions ask of the workbench; one per model, found through the evaluation context. */
export interface FunctionBridge {
  has(name: string): boolean;
  call(name: string, args: readonly FormulaArgument[], at: FormulaCell): FormulaValue | FormulaValue[][];
  /** Serial of now on the spreadsheet's wall. */
  now(): number;
}

export interface FormulaCell {
  readonly sheetId: string | undefined;
  readonly row: number;
  readonly column: number;
}

/** The engine's functions are global to the library, so the names registered are remembered beside it. */
const registered = new WeakMap<object, Set<string>>();

interface Context {
  readonly workbench?: FunctionBridge;
  readonly __originSheetId?: string;
  readonly __originCellPosition?: { readonly row: number; readonly col: number };
}

/** Makes the custom functions known to the engine, replacing those of an earlier call. */
export function registerFunctions(o: EngineLibrary, functions: readonly CustomFunction[]): void {
  const own = registered.get(o) ?? registerShims(o);
  registered.set(o, own);
  for (const { name, description, parameters } of functions) {
    const key = name.toUpperCase();
    // A name of the engine's own stays the engine's, as a built-in would win in Sheets.
    if (!own.has(key) && registryOf(o).contains(key)) continue;
    own.add(key);
    registryOf(o).replace(key, {
      description,
      category: 'Custom',
      args: parameters.length
        ? parameters.map(({ name: parameter, text }) => anyArgument(parameter, text))
        : [{ ...anyArgument('values', ''), repeating: true }],
      compute(this: Context, ...args: FormulaArgument[]) {
        return callBridge(this, name, args);
      },
    });
  }
}

function callBridge(context: Context, name: string, args: readonly FormulaArgument[]): unknown {
  const bridge = context.workbench;
  if (!bridge?.has(name)) return { value: '#NAME?', message: `Unknown function: '${name}'.` };
  // A formula that refers to no tab is an error before anything is called.
  const unresolved = args
    .map((argument) => (Array.isArray(argument) ? argument[0]?.[0] : argument))
    .find((cell) => cell?.message?.startsWith('Invalid sheet name') === true);
  if (unresolved !== undefined) return unresolved;
  const at = context.__originCellPosition;
  try {
    return bridge.call(name, args, { sheetId: context.__originSheetId, row: (at?.row ?? 0) + 1, column: (at?.col ?? 0) + 1 });
  } catch (error) {
    return { value: '#ERROR', message: error instanceof Error ? error.message : String(error) };
  }
}

function registerShims(o: EngineLibrary): Set<string> {
  const registry = registryOf(o);
  // TODAY and NOW follow the workbench's clock, so that a fixed clock gives the same cells on every machine.
  const day = (context: Context): number => context.workbench?.now() ?? Date.now() / 86_400_000 + 25_569;
  const shim = (name: string, args: readonly object[], compute: (this: Context, ...args: never[]) => unknown): void => {
    registry.replace(name, { description: name, args, compute });
  };
  shim(
    'ARRAYFORMULA',
    [anyArgument('array_formula', 'Computed for every cell of its ranges.')],
    (value: FormulaArgument) => value ?? { value: '' },
  );
  shim(
    'REGEXMATCH',
    [scalarArgument('text'), scalarArgument('regular_expression')],
    (text: EvaluatedCell, pattern: EvaluatedCell) => new RegExp(toText(pattern), 'u').test(toText(text)),
  );
  shim('TODAY', [], function () {
    return { value: Math.floor(day(this)), format: 'm/d/yyyy' };
  });
  shim('NOW', [], function () {
    return { value: day(this), format: 'm/d/yyyy hh:mm:ss' };
  });
  limitArrays(registry);
  return new Set();
}

/** Functions that make an array as large as they are told, with where the rows and columns stand among their arguments. */
const MAKERS = [
  ['SEQUENCE', 0, 1],
  ['RANDARRAY', 0, 1],
  ['EXPAND', 1, 2],
  ['MUNIT', 0, 0],
  ['OFFSET', 3, 4],
] as const;

/** Cells of an array that a formula makes: more take gigabytes, and no tab shows them. */
const MOST_MADE = 1_000_000;

function limitArrays(registry: FunctionRegistry): void {
  for (const [name, rows, columns] of MAKERS) {
    const known = registry.get(name);
    const { compute } = known;
    registry.replace(name, {
      ...known,
      compute(this: Context, ...args: readonly FormulaArgument[]) {
        const made = sizeIn(args[rows]) * sizeIn(args[columns]);
        if (made <= MOST_MADE) return compute.call(this, ...args);
        const message = `The result would have ${made.toLocaleString('en-US')} cells; at most ${MOST_MADE.toLocaleString('en-US')} are computed.`;
        return { value: '#ERROR', message };
      },
    });
  }
}

/** The number an argument gives, 1 where it gives none; the function itself judges all others. */
function sizeIn(argument: FormulaArgument): number {
  const size = Array.isArray(argument) ? 1 : Number(argument?.value ?? 1);
  return size > 1 ? size : 1;
}

function toText(cell: { readonly value: string | number | boolean | null } | undefined): string {
  return cell?.value === null || cell?.value === undefined ? '' : String(cell.value);
}

function anyArgument(name: string, description: string): object {
  return { name, description, type: ['ANY', 'RANGE'], acceptMatrix: true, acceptErrors: true, optional: true };
}

function scalarArgument(name: string): object {
  return { name, description: name, type: ['STRING'] };
}

interface FunctionRegistry {
  contains(name: string): boolean;
  get(name: string): { readonly compute: (this: unknown, ...args: readonly FormulaArgument[]) => unknown };
  replace(name: string, description: object): void;
}

function registryOf(o: EngineLibrary): FunctionRegistry {
  // The published type wants its own argument shapes; these are checked by the engine itself when it is used.
  return o.registries.functionRegistry as unknown as FunctionRegistry;
}
