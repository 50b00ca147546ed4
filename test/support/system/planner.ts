/** The command line as a process, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Of the processor, all threads together, which says the same on a busy machine; and at most at one time. */
export interface Usage {
  readonly seconds: number;
  readonly megabytes: number;
}

export interface Desk {
  readonly folder: string;
  readonly at: (file: string) => string;
  readonly planner: (...args: readonly string[]) => Ended;
  /** The same with what it took; one that takes minutes is ended, and its status is null. */
  readonly measured: (...args: readonly string[]) => Ended & Usage;
  readonly files: () => readonly string[];
}

/** A folder with these files, and the command line run in it by Node with these options. */
export function deskWith(files: Readonly<Record<string, string | Uint8Array>>, options: readonly string[] = []): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const program = resolve('build/planner.mjs');
  return {
    folder,
    at: (file) => join(folder, file),
    planner: (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...options, program, ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    },
    measured: (...args) => {
      const usage = join(mkdtempSync(join(tmpdir(), 'usage-')), 'usage.json');
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', resolve('test/support/system/usage.mjs'), program, ...args],
        {
          cwd: folder,
          encoding: 'utf8',
          maxBuffer: 2 ** 28,
          timeout: 120_000,
          env: { ...process.env, PLANNER_USAGE: usage },
        },
      );
      const took = status === null ? { seconds: NaN, megabytes: NaN } : (JSON.parse(readFileSync(usage, 'utf8')) as Usage);
      return { status, stdout, stderr, ...took };
    },
    files: () => readdirSync(folder).sort(),
  };
}
