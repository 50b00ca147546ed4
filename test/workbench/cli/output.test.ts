/** Where outputs may go: only regular files are made or replaced, and several of them together or not at all. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkOutputs, writeOutputs } from '../../../workbench/cli/output';
import type { OutputFile } from '../../../workbench/cli/output';
import { folderWith } from '../../support/workbench/cli/fakes';

const outcomeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : 'no error'),
  );

/** Both at the check before the work and, for what has changed meanwhile, at the writing. */
const writing = async (path: string, option = '--scores'): Promise<readonly [string, string]> => [
  await outcomeOf(checkOutputs([], [{ option, path }])),
  await outcomeOf(writeOutputs([{ option, path, content: 'new' }])),
];

const isRoot = process.getuid?.() === 0;

describe('what is no regular file is left as it is', () => {
  test('a pipe is refused and stays a pipe', async () => {
    const path = join(folderWith({}), 'pipe');
    execFileSync('mkfifo', [path]);
    for (const sentence of await writing(path))
      expect(sentence).toMatch(/^Refused: --scores .*pipe: this is a device or a pipe; name a file\.$/);
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  test('a device is refused and stays a device', async () => {
    const folder = folderWith({});
    // Only root makes devices; anyone has this one, behind a folder's name that is a link.
    const path =
      isRoot && spawnSync('mknod', [join(folder, 'null'), 'c', '1', '3']).status === 0 ? join(folder, 'null') : '/dev/tty';
    const [checked] = await writing(path, '--json');
    expect(checked).toMatch(/: this is a device or a pipe; name a file, or - for standard output\.$/);
    expect(lstatSync(path).isCharacterDevice()).toBe(true);
  });

  test('a folder is refused', async () => {
    const path = folderWith({});
    for (const sentence of await writing(path)) expect(sentence).toMatch(/: this is a folder; name a file in it\.$/);
  });

  test('a link, and what it points to', async () => {
    const folder = folderWith({ 'theirs.txt': 'theirs' });
    symlinkSync(join(folder, 'theirs.txt'), join(folder, 'link'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    for (const name of ['link', 'dangling'])
      for (const sentence of await writing(join(folder, name)))
        expect(sentence).toMatch(/: this is a link; name the file it points to\.$/);
    expect(readFileSync(join(folder, 'theirs.txt'), 'utf8')).toBe('theirs');
    expect(readdirSync(folder).sort()).toEqual(['dangling', 'link', 'theirs.txt']);
  });
});

test('a name may be as long as the folder allows, and no longer', async () => {
  const folder = folderWith({});
  expect(await writing(join(folder, 'x'.repeat(255)))).toEqual(['done', 'done']);
  for (const sentence of await writing(join(folder, 'x'.repeat(256))))
    expect(sentence).toMatch(/: the name is too long; use one of at most 255 characters\.$/);
  expect(readdirSync(folder)).toEqual(['x'.repeat(255)]);
});

test('a replaced file keeps its permissions', async () => {
  const folder = folderWith({ secret: 'old' });
  chmodSync(join(folder, 'secret'), 0o600);
  await writing(join(folder, 'secret'));
  expect([readFileSync(join(folder, 'secret'), 'utf8'), statSync(join(folder, 'secret')).mode & 0o777]).toEqual(['new', 0o600]);
});

describe('several outputs are all written or none', () => {
  const three = (folder: string) =>
    ['a', 'b', 'c'].map((name) => ({ option: `--${name}`, path: join(folder, name), content: `new ${name}` }));

  test('all are written where nothing stops them', async () => {
    const folder = folderWith({ b: 'old' });
    await writeOutputs(three(folder));
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['new a', 'new b', 'new c']);
  });

  test('none, when the last cannot be put in place after the others were', async () => {
    const folder = folderWith({ a: 'old a' });
    // While the last text is written, a folder takes its name.
    const files = withLast(three(folder), () => {
      mkdirSync(join(folder, 'c'));
    });
    expect(await outcomeOf(writeOutputs(files))).toMatch(/--c .*: this is a folder; name a file in it\.$/);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old a');
    expect(readdirSync(folder)).toEqual(['a', 'c']);
  });

  test('none, when the space ends at the last', async () => {
    const folder = folderWith({ a: 'old a' });
    const files = withLast(three(folder), () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    });
    expect(await outcomeOf(writeOutputs(files))).toBe(
      'Refused: The output cannot be written (ENOSPC: no space left on device, write); check the folder and the space left.',
    );
    expect([readdirSync(folder), readFileSync(join(folder, 'a'), 'utf8')]).toEqual([['a'], 'old a']);
  });
});

/** The same outputs, and what happens while the last of them is written: `writeFile` takes texts that are made on the way. */
function withLast(files: readonly OutputFile[], happens: () => void): readonly OutputFile[] {
  async function* content(): AsyncGenerator<string> {
    await Promise.resolve();
    happens();
    yield 'new';
  }
  return files.map((file, index) => (index < files.length - 1 ? file : { ...file, content: content() as unknown as string }));
}

/** A folder that root cannot write in either: a mount of its own, where the machine allows mounting. */
const mounted = (options: string, use: (folder: string) => Promise<void>) => async (): Promise<void> => {
  const folder = folderWith({});
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return;
  try {
    await use(folder);
  } finally {
    execFileSync('umount', [folder]);
  }
};

test(
  'a folder without space is a sentence, and nothing is left in it',
  mounted('size=64k', async (folder) => {
    writeFileSync(join(folder, 'r.json'), 'old');
    const big = { option: '--json', path: join(folder, 'r.json'), content: 'x'.repeat(1_000_000) };
    const small = { option: '--scores', path: join(folder, 's.csv'), content: 'x' };
    expect(await outcomeOf(writeOutputs([small, big]))).toMatch(
      /^Refused: The output cannot be written \(ENOSPC.*\); check the folder and the space left\.$/,
    );
    expect([readdirSync(folder), readFileSync(join(folder, 'r.json'), 'utf8')]).toEqual([['r.json'], 'old']);
  }),
);

test(
  'a folder that is read-only is a sentence before any work',
  mounted('ro', async (folder) => {
    const [checked] = await writing(join(folder, 'r.json'));
    expect(checked).toMatch(
      new RegExp(
        `^Refused: --scores .*${basename(folder)}/r\\.json: nothing can be written in the folder .*; choose another place`,
      ),
    );
  }),
);

(isRoot ? test.skip : test)('a folder or a file without permission to write is a sentence', async () => {
  const folder = folderWith({ kept: 'old' });
  chmodSync(join(folder, 'kept'), 0o400);
  expect((await writing(join(folder, 'kept')))[0]).toMatch(/the file is read-only/);
  chmodSync(folder, 0o500);
  expect((await writing(join(folder, 'new')))[0]).toMatch(/nothing can be written in the folder/);
});
