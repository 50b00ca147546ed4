/** Runs one function of the bundle in a realm of its own, from the first service call to the last waiting write. */
import type { ExecutionSetup } from './execution';
import { Execution } from './execution';
import { globalsFor } from './globals';
import { Border, isDate } from './imitation';
import type { Realm, RealmFactory } from './realm';
import { ScriptError, scriptError } from './scriptError';
import { KillSignal, ServiceError } from '../faults/signals';
import { zoneOffset } from '../zone';

export type Opener = ReturnType<RealmFactory>;

/** A realm with the bundle loaded, ready to be called. */
export interface LoadedRun {
  readonly run: Execution;
  readonly realm: Realm;
  readonly border: Border;
  readonly functions: ReadonlyMap<string, (...args: unknown[]) => unknown>;
}

/** A realm with the bundle loaded and its functions by name. @throws the script's error when its top level throws. */
export function openRun(opener: Opener, setup: ExecutionSetup): LoadedRun {
  const run = new Execution(setup);
  const { clock, scriptZone, switches } = setup;
  const realm = opener.open({
    now: () => clock.now(),
    offset: zoneOffset(scriptZone),
    zone: scriptZone,
    intl: switches.intlPresent,
  });
  const border = new Border(run, realm);
  try {
    return { run, realm, border, functions: realm.load(globalsFor(run, border, realm)) };
  } catch (error) {
    // Code at the top level that throws takes every function with it, the menu's too.
    realm.close();
    throw scriptError(error);
  }
}

/** Calls and ends the run: waiting writes arrive, locks go, the realm is closed. */
export function callAndEnd(opened: LoadedRun, name: string, args: readonly unknown[]): unknown {
  const { run, realm } = opened;
  try {
    const result = callIn(opened, name, args);
    run.end();
    return result;
  } catch (error) {
    throw ended(run, error);
  } finally {
    realm.close();
  }
}

/** Calls without ending the run. What the script swallowed of its own death is thrown again here. */
export function callIn({ run, border, functions }: LoadedRun, name: string, args: readonly unknown[]): unknown {
  const called = functions.get(name);
  if (!called) throw new ScriptError(`Script function not found: ${name}`, 'Error', false, '');
  const result = called(...args.map((argument) => border.out(argument)));
  run.gate.assertAlive();
  return hostCopy(result);
}

/** A script's value as the host's own arrays, records and dates. */
function hostCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Array.from(value as unknown[], hostCopy);
  if (isDate(value)) return new Date(Number(value));
  return Object.prototype.toString.call(value) === '[object Object]'
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hostCopy(item)]))
    : value;
}

/** An uncaught error does not undo the run: at Google, too, what waits still arrives. */
function ended(run: Execution, error: unknown): ScriptError {
  const signal = run.gate.signal;
  try {
    run.end();
  } catch (later) {
    if (!(later instanceof ServiceError) && !(later instanceof KillSignal)) throw later;
  }
  if (signal) return new ScriptError(signal.message, 'Exception', true, '');
  if (error instanceof KillSignal) return new ScriptError(error.message, 'Exception', true, '');
  if (error instanceof ServiceError) return new ScriptError(error.message, 'Exception', false, '');
  return scriptError(error);
}
