/** Script realms in the page: one hidden frame each; what a browser has and Apps Script lacks is hidden from the code. */
import type { PreludeHost, PreludeTools } from './prelude';
import { ABSENT_GLOBALS, PRELUDE } from './prelude';
import type { Realm, RealmFactory } from './realm';
import { declaredNames, functionMap, functionsExpression } from './realm';

type FrameWindow = Window & {
  readonly eval: (source: string) => unknown;
  readonly [name: string]: unknown;
};

/** Opens a realm in a hidden frame for each run of the code; closing it removes the frame. */
export const frameRealms: RealmFactory = (code) => {
  let names = declaredNames(code);
  return {
    open(host: PreludeHost): Realm {
      const frame = document.createElement('iframe');
      frame.hidden = true;
      document.body.append(frame);
      const window = frame.contentWindow as unknown as FrameWindow;
      const tools = (window.eval(PRELUDE) as (host: PreludeHost) => PreludeTools)(host);
      for (const name of ABSENT_GLOBALS) Reflect.deleteProperty(window, name);
      return {
        ...tools,
        load(services) {
          // `window`, `document` and a few others cannot be deleted, so all are shadowed as parameters too.
          const hidden = ABSENT_GLOBALS.filter((name) => !(name in services));
          const parameters = [...hidden, ...Object.keys(services)].join(',');
          const source = `(function(${parameters}){${code}\n;return ${functionsExpression(names)}})`;
          const run = window.eval(source) as (...args: unknown[]) => Record<string, unknown>;
          const functions = functionMap(run(...hidden.map(() => undefined), ...Object.values(services)));
          names = [...functions.keys()];
          return functions;
        },
        close: () => {
          frame.remove();
        },
      };
    },
  };
};
