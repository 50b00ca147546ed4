/** What the docs take from the product is current: the README's table of formulas, the schema of plan.json, the files and rooms of ARCHITECTURE. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

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
