/** The engine talks on the console at every evaluation; its talk is dropped, warnings and errors are not. */

let depth = 0;

/** The action's result, with console.debug, info and groups silent while it runs, also where it throws. */
export function quietly<T>(act: () => T): T {
  if (depth > 0) return act();
  const { debug, info, groupCollapsed, groupEnd } = console;
  const nothing = (): void => undefined;
  depth += 1;
  Object.assign(console, { debug: nothing, info: nothing, groupCollapsed: nothing, groupEnd: nothing });
  try {
    return act();
  } finally {
    Object.assign(console, { debug, info, groupCollapsed, groupEnd });
    depth -= 1;
  }
}
