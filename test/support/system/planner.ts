/** The command line as a process, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Desk {
  readonly folder: string;
  readonly at: (file: string) => string;
  readonly planner: (...args: readonly string[]) => Ended;
  readonly files: () => readonly string[];
}

/** A folder with these files, and the command line run in it. */
export function deskWith(files: Readonly<Record<string, string | Uint8Array>>): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const program = resolve('build/planner.mjs');
  return {
    folder,
    at: (file) => join(folder, file),
    planner: (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
      return { status, stdout, stderr };
    },
    files: () => readdirSync(folder).sort(),
  };
}
