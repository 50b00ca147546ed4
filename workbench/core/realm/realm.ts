/** A fresh place to run the bundle in, with Apps Script's globals and no others; the same interface in Node and in the page. */
import type { PreludeHost, PreludeTools } from './prelude';

export interface Realm extends PreludeTools {
  /** Runs the bundle's code with these services as globals, and returns its top-level functions by name. */
  load(services: Readonly<Record<string, unknown>>): ReadonlyMap<string, (...args: unknown[]) => unknown>;
  /** Lets go of what the realm holds; a page's frame is removed. */
  close(): void;
}

/** Made once per bundle code, opened once per formula, click or `google.script.run` call. */
export type RealmFactory = (code: string) => { open(host: PreludeHost): Realm };

/** Every name the code could have declared at top level; which of them it has, the realm tells. */
export function declaredNames(code: string): string[] {
  const names = new Set<string>();
  for (const [, name = ''] of code.matchAll(/\bfunction\s*\*?\s*([A-Za-z_$][\w$]*)\s*\(/g)) names.add(name);
  for (const [, name = ''] of code.matchAll(
    /\b(?:var|let|const)\s+([A-Za-z_$][\w$]*)\s*=\s*(?:async\b\s*)?(?:function\b|\(|[A-Za-z_$][\w$]*\s*=>)/g,
  ))
    names.add(name);
  return [...names];
}

/** An expression whose value holds the functions among these top-level names. */
export function functionsExpression(names: readonly string[]): string {
  return `({${names.map((name) => `${JSON.stringify(name)}:typeof ${name}==='function'?${name}:undefined`).join(',')}})`;
}

/** The functions among what a realm's code declared, by name. */
export function functionMap(found: Readonly<Record<string, unknown>>): ReadonlyMap<string, (...args: unknown[]) => unknown> {
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  for (const [name, value] of Object.entries(found))
    if (typeof value === 'function') functions.set(name, value as (...args: unknown[]) => unknown);
  return functions;
}
