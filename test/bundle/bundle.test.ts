/** `dist/`, exactly what goes to Google: three files, two scopes, declarations only, and a page that survives HtmlService. */
import { readFileSync, readdirSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { FORMULAS } from '../../src/functions/catalog';
import { stripComments } from '../support/bundle/stripping';

const read = (file: string): string => readFileSync(`dist/${file}`, 'utf8');
const code = read('Code.js');
const page = read('Sidebar.html');
const ENTRY_POINTS = ['onOpen', 'onInstall', 'openPlanner', 'planEverything', 'closeMonth', 'serve'];

describe('dist', () => {
  it('holds exactly three files', () => {
    expect(readdirSync('dist').sort()).toEqual(['Code.js', 'Sidebar.html', 'appsscript.json']);
  });

  it.each(['Code.js', 'Sidebar.html'])('%s shows nobody the number of a source; those stand in docs/SOURCES.md', (file) => {
    expect(readFileSync(`dist/${file}`, 'utf8')).not.toMatch(/\bS[0-4]\.\d/);
  });

  it('asks for the two scopes and nothing else', () => {
    expect(JSON.parse(read('appsscript.json'))).toMatchObject({
      runtimeVersion: 'V8',
      oauthScopes: [
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.container.ui',
      ],
    });
    expect(Object.keys(JSON.parse(read('appsscript.json')) as object)).not.toContain('urlFetchWhitelist');
  });
});

describe('Code.js', () => {
  const functions = [...code.matchAll(/^function ([A-Za-z_]+)\(/gm)].map(([, name]) => name);

  it('declares its entry points and one function a formula at the top level, and nothing else', () => {
    expect(functions).toEqual([...ENTRY_POINTS, ...FORMULAS.map(({ name }) => name)]);
  });

  it.each(FORMULAS.map(({ name }) => name))('has JSDoc directly above %s, @customfunction last', (name) => {
    const above = code.slice(0, code.indexOf(`\nfunction ${name}(`));
    const doc = above.slice(above.lastIndexOf('/**'));
    expect(doc).toMatch(
      /^\/\*\*\n \* [A-Z][^\n]+\n \*\n(?: \* @param \{[^{}\n]+\} [a-z0-9_]+ [^\n]+\n)+ \* @customfunction\n \*\/$/,
    );
  });

  it('runs nothing at load but declarations: it loads where there is no service, no console and no clock', () => {
    const context = createContext(Object.create(null) as object);
    runInContext(
      '"use strict"; for (const name of ["Date", "Intl", "console", "WebAssembly", "SharedArrayBuffer"]) delete globalThis[name]; Math.random = undefined;',
      context,
    );
    runInContext(code, context);
    const kinds = runInContext(
      `[${[...ENTRY_POINTS, ...FORMULAS.map(({ name }) => name)].map((name) => `typeof ${name}`).join(',')}].join()`,
      context,
    ) as string;
    expect(new Set(kinds.split(','))).toEqual(new Set(['function']));
  });

  it('computes a formula there too: none needs a service', () => {
    const context = createContext(Object.create(null) as object);
    runInContext(code, context);
    expect(runInContext('SEGMENT_SCORE(9, 8, "High", "High", "Low")', context)).toBe(95);
    expect(runInContext('TAM_VALUE(100000, 12000)', context)).toBe(1_200_000_000);
  });

  it('leaves no name but its own beside the functions; __zod_globalConfig is that of zod', () => {
    const context = createContext(Object.create(null) as object);
    const own = (): string[] => Object.getOwnPropertyNames(context);
    const before = new Set(own());
    runInContext(code, context);
    const added = own().filter((name) => !before.has(name));
    expect(added.sort()).toEqual(
      [...ENTRY_POINTS, ...FORMULAS.map(({ name }) => name), 'SegmentPlanner_', '__zod_globalConfig'].sort(),
    );
  });

  it('holds no syntax that Apps Script’s parser refuses', () => {
    const refused = new Set([
      ts.SyntaxKind.PrivateIdentifier,
      ts.SyntaxKind.PropertyDeclaration,
      ts.SyntaxKind.ClassStaticBlockDeclaration,
      ts.SyntaxKind.QuestionQuestionEqualsToken,
      ts.SyntaxKind.BarBarEqualsToken,
      ts.SyntaxKind.AmpersandAmpersandEqualsToken,
      ts.SyntaxKind.BigIntLiteral,
    ]);
    const found: string[] = [];
    const walk = (node: ts.Node): void => {
      if (refused.has(node.kind)) found.push(node.getText().slice(0, 60));
      ts.forEachChild(node, walk);
    };
    walk(ts.createSourceFile('Code.js', code, ts.ScriptTarget.ES2022, true));
    expect(found).toEqual([]);
  });
});

describe('Sidebar.html', () => {
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';

  it('has its script and style in it and loads nothing from elsewhere', () => {
    expect(script.length).toBeGreaterThan(1000);
    expect(page).toMatch(/<style>[^<]+<\/style>/);
    expect(page).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)=/i);
  });

  it('holds no template literal and no scriptlet', () => {
    expect(script).not.toContain('`');
    expect(page).not.toContain('<?');
  });

  it('is the same when whatever looks like a comment is stripped, strings included', () => {
    expect(stripComments(script)).toBe(script);
  });
});
