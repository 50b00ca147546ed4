/** The engine talks on the console at every evaluation, and prints a stack trace for a formula that fails; the cell itself holds the error. */

let depth = 0;

/** The action's result, with the console silent while it runs, also where it throws. */
export function quietly<T>(act: () => T): T {
  if (depth > 0) return act();
  const { debug, info, warn, error, groupCollapsed, groupEnd } = console;
  const nothing = (): void => undefined;
  depth += 1;
  Object.assign(console, {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    groupCollapsed: nothing,
    groupEnd: nothing,
  });
  try {
    return act();
  } finally {
    Object.assign(console, { debug, info, warn, error, groupCollapsed, groupEnd });
    depth -= 1;
  }
}
