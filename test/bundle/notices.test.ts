/** What the build says of other people's code: NOTICE is current, license texts travel with the code, and what is large is named. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

jest.setTimeout(120_000);

interface Notices {
  readonly bundledPackages: (inputs: Record<string, { bytesInOutput: number }>) => readonly { name: string }[];
  readonly licenseTexts: (packages: readonly { name: string }[]) => string;
}
const { bundledPackages, licenseTexts } = jest.requireActual<Notices>('../../notices.mjs');
const folder = mkdtempSync(join(tmpdir(), 'notices-'));
afterAll(() => rmSync(folder, { recursive: true }));

const words = (text: string): string => text.replace(/\s+/g, ' ');
const build = (cwd: string): { status: number | null; stderr: string } =>
  spawnSync(process.execPath, [resolve('build.mjs'), '--check', '--sizes'], { cwd, encoding: 'utf8' });

/** Names of the packages with code in a bundle, as esbuild's command line reports them. */
function packagesIn(entryPoint: string): readonly string[] {
  const metafile = join(folder, 'meta.json');
  const options = ['--bundle', '--minify', '--jsx=automatic', '--jsx-import-source=preact', `--metafile=${metafile}`];
  spawnSync(process.execPath, [
    'node_modules/esbuild/bin/esbuild',
    entryPoint,
    ...options,
    `--outfile=${join(folder, 'out.js')}`,
  ]);
  const { outputs } = JSON.parse(readFileSync(metafile, 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
  };
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const paths = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path.split('node_modules/')[1] ?? '');
  return [...new Set(paths.map((path) => path.split('/')[0] ?? ''))].filter((name) => name !== '').sort();
}

/** A package in a folder of its own, and what the metafile of a bundle with it lists. */
function packageWith(name: string, license: string, text?: string): Record<string, { bytesInOutput: number }> {
  const home = join(folder, 'node_modules', name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name, license }));
  if (text !== undefined) writeFileSync(join(home, 'LICENSE'), text);
  return { [join(home, 'index.js')]: { bytesInOutput: 1 } };
}

describe.each([
  ['Code.js', 'src/google/entry.ts', 'zod', /^\/\*!([\s\S]*?)\*\/\nfunction /],
  ['Sidebar.html', 'sidebar/main.tsx', 'preact', /^<!doctype html>\n<!--([\s\S]*?)-->\n<html/],
])('%s', (file, entryPoint, sample, comment) => {
  const packages = packagesIn(entryPoint);
  const carried = words(comment.exec(readFileSync(`dist/${file}`, 'utf8'))?.[1] ?? '');

  it('begins with the license text and the copyright line of every package in it', () => {
    expect(packages).toContain(sample);
    for (const name of packages) {
      const license = readdirSync(`node_modules/${name}`).find((entry) => /^licen[cs]e/i.test(entry)) ?? '';
      const all = readFileSync(`node_modules/${name}/${license}`, 'utf8').trim().split(/\n\n+/);
      const [copyright = '', ...paragraphs] = all.slice(all.findIndex((paragraph) => paragraph.startsWith('Copyright')));
      expect(carried).toContain(`${name}: `);
      expect(carried).toContain(copyright);
      expect(paragraphs.length).toBeGreaterThan(1);
      for (const paragraph of paragraphs) expect(carried).toContain(words(paragraph));
    }
  });

  it('names no other package, and is named in NOTICE beside those in it', () => {
    expect([...carried.matchAll(/([\w@/.-]+): [A-Z0-9][\w.-]+\. Copyright/g)].map(([, name]) => name).sort()).toEqual(packages);
    const lines = readFileSync('NOTICE', 'utf8').split('\n');
    const listed = lines.filter((line) => line.startsWith('- ') && / In .*\.$/.test(line) && line.includes(file));
    expect(listed.map((line) => line.slice(2, line.indexOf(':')))).toEqual(packages);
  });

  it('holds a text that several packages share once', () => {
    expect(carried.split('Permission is hereby granted').length - 1).toBe(1);
  });
});

describe('the build', () => {
  it('finds NOTICE current and prints the ten largest parts of each file', () => {
    const { status, stderr } = build('.');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    for (const file of ['Code.js', 'Sidebar.html']) {
      const parts = new RegExp(`Largest parts of dist/${file}:\\n((?: +\\d+ B [^\\n]+\\n?)+)`).exec(stderr)?.[1] ?? '';
      const bytes = [...parts.matchAll(/^ *(\d+) B /gm)].map(([, digits]) => Number(digits));
      expect(bytes).toHaveLength(10);
      expect(bytes).toEqual([...bytes].sort((a, b) => b - a));
      expect(parts).toMatch(file === 'Code.js' ? / B zod\n/ : / B preact\n/);
    }
  });

  it('fails when NOTICE misses a package, and says what writes it', () => {
    const copy = join(folder, 'copy');
    mkdirSync(copy);
    for (const part of ['src', 'sidebar', 'node_modules']) symlinkSync(resolve(part), join(copy, part));
    cpSync('appsscript.json', join(copy, 'appsscript.json'));
    writeFileSync(join(copy, 'NOTICE'), readFileSync('NOTICE', 'utf8').replace(/^- zod: .*\n/m, ''));
    expect(build(copy)).toMatchObject({
      status: 1,
      stderr: 'NOTICE does not list the packages in dist/ as they are; run: npm run build -- --notice\n',
    });
    writeFileSync(join(copy, 'NOTICE'), readFileSync('NOTICE', 'utf8'));
    expect(build(copy)).toMatchObject({ status: 0 });
  });

  it('refuses a license that is not on the list, and a package without its text', () => {
    expect(() => bundledPackages(packageWith('copyleft', 'GPL-3.0', 'Text.'))).toThrow(
      /^copyleft has the license GPL-3\.0; only MIT, ISC, .* can be bundled\. Use another package\.$/,
    );
    expect(() => bundledPackages(packageWith('bare', 'MIT'))).toThrow(/bare has no license file; its text must be shipped\./);
  });

  it('counts a package only when code of it is in the bundle', () => {
    const path = String(Object.keys(packageWith('unused', 'GPL-3.0', 'Text.'))[0]);
    expect(bundledPackages({ [path]: { bytesInOutput: 0 } })).toEqual([]);
  });

  it('refuses a text that would end the comment around it', () => {
    for (const mark of ['*/', '-->', '<?'])
      expect(() =>
        licenseTexts(bundledPackages(packageWith('odd', 'MIT', `Copyright 2020 A\n\nFree ${mark} of charge.`))),
      ).toThrow(/which ends a comment/);
  });
});
