/** Custom functions in cells: arguments as Sheets passes them, results as Sheets spills them. */
import { isDateFormat } from '../document/numberFormat';
import type { FormulaArgument, FormulaCell, FormulaValue, FunctionBridge } from '../engine/functions';
import { LONGEST_TEXT } from '../person/entry';
import type { ExecutionSetup } from './execution';
import { isDate } from './imitation';
import type { LoadedRun, Opener } from './runner';
import { callIn, openRun } from './runner';
import { scriptError } from './scriptError';
import type { Switches } from '../switches';
import { epochToSerial, serialToEpoch } from '../zone';

/** Results above this fail at Google with "Result too large". */
const MOST_RESULT_CELLS = 490_000;
const GOOGLE_ERRORS = new Map(
  Object.entries({
    '#REF': '#REF!',
    '#ERROR': '#ERROR!',
    '#BAD_EXPR': '#ERROR!',
    '#CYCLE': '#REF!',
    '#SPILL!': '#REF!',
  }),
);
const ERROR_VALUES = /^#(N\/A|REF!?|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!?|BAD_EXPR|CYCLE|SPILL!)$/;

export interface FormulaSetting {
  readonly opener: Opener;
  readonly switches: Switches;
  /** In capitals, as formulas know them. */
  readonly names: ReadonlySet<string>;
  zone(): string;
  now(): number;
  /** The setup of a run in a formula at this place. */
  setup(place: () => FormulaCell): ExecutionSetup;
}

export class CustomFunctions implements FunctionBridge {
  private opened = 0;
  private shared: LoadedRun | undefined;
  private place: FormulaCell = { sheetId: undefined, row: 1, column: 1 };

  constructor(private readonly setting: FormulaSetting) {}

  /** A new recalculation begins: formulas get realms of their own again. */
  refresh(): void {
    this.opened = 0;
    this.shared?.realm.close();
    this.shared = undefined;
  }

  has(name: string): boolean {
    return this.setting.names.has(name.toUpperCase());
  }

  now(): number {
    return epochToSerial(this.setting.zone(), this.setting.now());
  }

  call(name: string, args: readonly FormulaArgument[], place: FormulaCell): FormulaValue | FormulaValue[][] {
    const { switches } = this.setting;
    const failed = switches.errorArgumentShortCircuits ? args.find(isErrorArgument) : undefined;
    if (failed) return scalarOf(failed);
    this.place = place;
    const loaded = this.open();
    const values = args.map((argument, index) => this.argument(argument, index === args.length - 1));
    try {
      return this.result(callIn(loaded, name, values));
    } catch (error) {
      const signal = loaded.run.gate.signal;
      throw new Error(signal ? signal.message : scriptError(error).message, { cause: error });
    } finally {
      loaded.run.end();
      if (loaded !== this.shared) loaded.realm.close();
    }
  }

  private open(): LoadedRun {
    if (this.shared) return this.shared;
    this.opened += 1;
    const loaded = openRun(
      this.setting.opener,
      this.setting.setup(() => this.place),
    );
    if (this.opened >= this.setting.switches.formulaRealms) this.shared = loaded;
    return loaded;
  }

  /** A range as rows of values, one cell as a scalar; what is left out between others as the switch says. */
  private argument(argument: FormulaArgument, isLast: boolean): unknown {
    if (argument === undefined) return this.setting.switches.omittedArgumentIsBlank && !isLast ? '' : undefined;
    if (!Array.isArray(argument)) return this.value(argument);
    const rows = argument[0]?.length ?? 0;
    if (argument.length === 1 && rows === 1) return this.value(argument[0]?.[0]);
    return Array.from({ length: rows }, (_, row) => argument.map((column) => this.value(column[row])));
  }

  private value(cell: FormulaValue | undefined): unknown {
    const value = cell?.value ?? '';
    if (typeof value === 'number' && isDateFormat(cell?.format)) return new Date(serialToEpoch(this.setting.zone(), value));
    return typeof value === 'string' ? (GOOGLE_ERRORS.get(value) ?? value) : value;
  }

  private result(result: unknown): FormulaValue | FormulaValue[][] {
    if (!Array.isArray(result)) return this.cell(result);
    const rows = (result as unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (rows.length * width > MOST_RESULT_CELLS) throw new Error('Result too large');
    if (rows.length === 0 || width === 0) return { value: '' };
    return Array.from({ length: width }, (_, column) => rows.map((row) => this.cell(row[column])));
  }

  private cell(value: unknown): FormulaValue {
    if (value === null || value === undefined) return { value: '' };
    if (isDate(value)) return { value: epochToSerial(this.setting.zone(), value.getTime()), format: 'm/d/yyyy' };
    if (typeof value === 'number') return Number.isFinite(value) ? { value } : { value: '#NUM!' };
    if (typeof value === 'boolean') return { value };
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (text.length > LONGEST_TEXT)
      throw new Error('Text result of the custom function is longer than the limit of 50000 characters.');
    return { value: text };
  }
}

function isErrorArgument(argument: FormulaArgument): boolean {
  const { value } = scalarOf(argument);
  return (
    !(Array.isArray(argument) && (argument.length > 1 || (argument[0]?.length ?? 0) > 1)) &&
    typeof value === 'string' &&
    ERROR_VALUES.test(value)
  );
}

function scalarOf(argument: FormulaArgument): FormulaValue {
  return (Array.isArray(argument) ? argument[0]?.[0] : argument) ?? { value: '' };
}
