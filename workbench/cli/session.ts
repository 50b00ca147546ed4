/** A workbook in the engine with the bundle loaded, as commands use it: requests, formulas, the workbook afterwards. */
import { createRequire } from 'node:module';
import type { EngineLibrary } from '../core/engine/library';
import { createHost } from '../core/realm/host';
import { nodeRealms } from '../core/realm/realmNode';
import type { WorkbookData } from '../core/document/workbookData';
import type { BundleFiles } from './bundle';
import type { Answers, Asked, Request } from './protocol';
import { Refused, reasonOf } from './refused';
import { valueOf } from './reply';

/** A value, rows of a spill, or an error as the cell shows it with its explanation. */
export type Evaluated =
  | string
  | number
  | boolean
  | readonly (readonly (string | number | boolean)[])[]
  | { readonly error: string; readonly message: string };

export interface Session {
  /** Asks the bundle; a refusal is thrown. */
  readonly serve: <Kind extends Request['kind']>(request: Asked<Kind>) => Answers[Kind];
  readonly evaluate: (formula: string) => Evaluated;
  readonly snapshot: () => WorkbookData;
}

/** Loads the workbook with the bundle; requests that fail throw Refused, formulas that fail return their error. */
export function openSession(bundle: BundleFiles, book: WorkbookData): Session {
  const engine = loadEngine();
  const host = createHost({ engine, bundle, workbook: book, realms: nodeRealms });
  return {
    // The bundle's protocol decides what each kind is answered with.
    serve: <Kind extends Request['kind']>(request: Asked<Kind>) =>
      valueOf(run(() => host.callFromPage('serve', [JSON.stringify(request)]))) as Answers[Kind],
    evaluate: (formula) => {
      const result = host.evaluate(formula);
      if (result.kind === 'value') return result.value;
      return result.kind === 'rows' ? result.rows : { error: result.error, message: result.message };
    },
    snapshot: () => host.snapshot(),
  };
}

/**
 * Loaded only when needed: most of a refusal's time would go into reading the engine. By `require`, because `import`
 * first searches its three megabytes for export names.
 */
function loadEngine(): EngineLibrary {
  return createRequire(import.meta.url)('@odoo/o-spreadsheet') as EngineLibrary;
}

/** What ends a run in Google (its time limit, a service that fails) ends the command with the same sentence. */
function run(call: () => unknown): string {
  try {
    return String(call());
  } catch (error) {
    throw new Refused(`The add-on stopped: ${reasonOf(error).message}`);
  }
}
