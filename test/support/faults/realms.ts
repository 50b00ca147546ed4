/** Realms of the fault suites: the built bundle, loaded once for all calls. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { PRELUDE, type PreludeHost, type PreludeTools } from '../../../workbench/core/realm/prelude';
import { functionMap, functionsExpression, type RealmFactory } from '../../../workbench/core/realm/realm';

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
