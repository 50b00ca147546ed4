/** Script realms in Node: one vm context each, the code compiled once. Node only. */
import vm from 'node:vm';
import type { PreludeHost, PreludeTools } from './prelude';
import { PRELUDE } from './prelude';
import type { Realm, RealmFactory } from './realm';
import { declaredNames, functionMap, functionsExpression } from './realm';

const prelude = new vm.Script(PRELUDE, { filename: 'prelude.js' });

/** Opens a realm in a vm context for each run of the code. @throws SyntaxError when the code does not parse. */
export const nodeRealms: RealmFactory = (code) => {
  const script = new vm.Script(code, { filename: 'Code.js' });
  let names = declaredNames(code);
  let collect: vm.Script | undefined;
  return {
    open(host: PreludeHost): Realm {
      const context = vm.createContext({});
      const tools = (prelude.runInContext(context) as (host: PreludeHost) => PreludeTools)(host);
      return {
        ...tools,
        load(services) {
          Object.assign(context, services);
          script.runInContext(context);
          collect ??= new vm.Script(functionsExpression(names));
          const functions = functionMap(collect.runInContext(context) as Record<string, unknown>);
          // Inner functions' names are known not to be top-level after the first run.
          if (functions.size < names.length) {
            names = [...functions.keys()];
            collect = undefined;
          }
          return functions;
        },
        close: () => undefined,
      };
    },
  };
};
