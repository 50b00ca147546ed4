/** The built add-on as three texts, and what can be read from them without running anything. */
import type { CustomFunction } from '../engine/functions';

/** The contents of `dist/`. */
export interface Bundle {
  readonly code: string;
  readonly sidebar: string;
  /** Text of `appsscript.json`. */
  readonly manifest: string;
}

export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes: readonly string[];
}

/** Time zone and scopes of appsscript.json; UTC and no scopes where it names none. @throws SyntaxError when it is no JSON. */
export function readManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Partial<Manifest>;
  return { timeZone: manifest.timeZone ?? 'Etc/UTC', oauthScopes: manifest.oauthScopes ?? [] };
}

/** Functions whose JSDoc, directly above the declaration, says `@customfunction`. */
export function customFunctionsOf(code: string): CustomFunction[] {
  const functions: CustomFunction[] = [];
  for (const [, doc = '', name = ''] of code.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function\s+([A-Za-z_$][\w$]*)\s*\(/g)) {
    if (!/@customfunction\b/i.test(doc) || name.endsWith('_')) continue;
    const lines = doc.split('\n').map((line) => line.replace(/^\s*\*?\s?/, ''));
    const description = lines.join('\n').split(/^\s*@/m)[0]?.replace(/\s+/g, ' ').trim() ?? '';
    functions.push({ name, description, parameters: parametersOf(lines.join('\n')) });
  }
  return functions;
}

function parametersOf(doc: string): CustomFunction['parameters'] {
  return [...doc.matchAll(/@param\s+(?:\{[^}]*\}\s*)?\[?([A-Za-z_$][\w$]*)[^\]\s]*\]?([^@]*)/g)].map(
    ([, name = '', text = '']) => ({
      name,
      text: text.replace(/\s+/g, ' ').trim(),
    }),
  );
}
