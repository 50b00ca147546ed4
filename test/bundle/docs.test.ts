/** What the docs take from the product is current: the README's table of formulas, the schema of plan.json, the files and rooms of ARCHITECTURE, and a doc comment at every exported function. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import ts from 'typescript';

jest.setTimeout(60_000);

describe('docs/formulas.mjs', () => {
  it('has nothing to rewrite', () => {
    const { status, stderr } = spawnSync(process.execPath, ['docs/formulas.mjs', '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('docs/ARCHITECTURE.md', () => {
  const text = readFileSync('docs/ARCHITECTURE.md', 'utf8');

  it('names only files and folders that exist', () => {
    const named = [...text.matchAll(/`((?:src|sidebar|workbench|test)\/[\w./-]*)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('lists the rooms of each floor in the order that is checked', () => {
    const rooms = (floor: string): readonly string[] =>
      [...(text.split(new RegExp(`\\| \`${floor}/\` +\\| holds`))[1]?.split('\n\n')[0] ?? '').matchAll(/^\| `(\w+)\/`/gm)].map(
        ([, room = '']) => room,
      );
    const { forbidden } = createRequire(resolve('package.json'))('./.dependency-cruiser.cjs') as {
      forbidden: readonly { readonly name: string; readonly to: { readonly pathNot?: string } }[];
    };
    const ordered = (floor: string): readonly string[] => {
      const rule = forbidden.find(({ name }) => name === `${floor}-has-only-ordered-rooms`);
      return rule?.to.pathNot?.split(/[()|]/).slice(1, -1) ?? [];
    };
    for (const floor of ['src/domain', 'src/sheet', 'src/commands']) {
      expect(ordered(floor).length).toBeGreaterThan(4);
      expect(rooms(floor)).toEqual(ordered(floor));
    }
  });
});

describe('every exported function has a doc comment', () => {
  it.each(['src', 'sidebar', 'workbench'])('in %s', (floor) => {
    const paths = readdirSync(floor, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
    const functions = paths.flatMap((path) => exportedFunctions(join(floor, path)));
    expect(functions.length).toBeGreaterThan(50);
    expect(functions.filter(({ hasDoc }) => !hasDoc).map(({ at }) => at)).toEqual([]);
  });

  it.each([
    ['/** Purpose. */\nexport function f() {}', false],
    ['/** Purpose. */\n\n/** Doc. */\nexport function f() {}', true],
    ["/** Purpose. */\nimport 'x';\nexport const f = () => 1;", false],
    ["/** Purpose. */\nimport 'x';\n// Doc.\nexport const f = () => 1;", false],
    ["/** Purpose. */\nimport 'x';\n/** Doc. */\nexport const f = () => 1;", true],
  ])('of which the purpose line of the file is none: %j', (text, hasDoc) => {
    expect(functionsIn('f.ts', text)).toEqual([{ at: expect.stringMatching(/^f\.ts:\d+$/) as string, hasDoc }]);
  });
});

interface ExportedFunction {
  readonly at: string;
  readonly hasDoc: boolean;
}

function exportedFunctions(path: string): readonly ExportedFunction[] {
  return functionsIn(path, readFileSync(path, 'utf8'));
}

function functionsIn(path: string, text: string): readonly ExportedFunction[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(isExportedFunction).map((statement) => {
    const docs = (ts.getLeadingCommentRanges(text, statement.pos) ?? []).filter(({ pos }) => text.startsWith('/**', pos));
    const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
    // Before the first statement the first comment says what the file is for.
    return { at: `${path}:${line}`, hasDoc: docs.length > (statement === source.statements[0] ? 1 : 0) };
  });
}

function isExportedFunction(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return false;
  if (ts.isFunctionDeclaration(statement)) return true;
  return (
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.some(
      ({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
    )
  );
}
