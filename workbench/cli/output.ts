/** Files a command writes: all of them at the very end, each whole or not at all, never over a file it has read. */
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Refused, reasonOf } from './refused';

export interface OutputFile {
  readonly option: string;
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Before any work: no output is an input, a folder or named twice, and each has a folder to go to. */
export async function checkOutputs(
  inputs: readonly string[],
  outputs: readonly { readonly option: string; readonly path: string }[],
): Promise<void> {
  const read = new Set(await Promise.all(inputs.map(targetPath)));
  const written = new Set<string>();
  for (const { option, path } of outputs) {
    const place = await targetPath(path);
    if (read.has(place))
      throw new Refused(`${option} ${path}: this file is read by the same command; give the output another name.`);
    if (written.has(place)) throw new Refused(`${option} ${path}: two outputs have the same name; give them different ones.`);
    written.add(place);
    const folder = await stat(dirname(place)).catch(() => undefined);
    if (folder?.isDirectory() !== true)
      throw new Refused(`${option} ${path}: there is no folder ${dirname(path)}; make it first.`);
    const there = await stat(place).catch(() => undefined);
    if (there?.isDirectory() === true) throw new Refused(`${option} ${path}: this is a folder; name a file in it.`);
  }
}

/** The same file by whatever name, links resolved. */
async function targetPath(path: string): Promise<string> {
  const full = resolve(path);
  return realpath(full).catch(async () => {
    const folder = await realpath(dirname(full)).catch(() => dirname(full));
    return join(folder, full.slice(dirname(full).length));
  });
}

/** Writes everything beside its place first and moves it there last, so that a failure leaves no half of the output. */
export async function writeOutputs(files: readonly OutputFile[]): Promise<void> {
  const staged = files.map((file) => ({ ...file, temporary: `${file.path}.${process.pid}.part` }));
  try {
    for (const file of staged) await writeFile(file.temporary, file.content);
    for (const file of staged) await rename(file.temporary, file.path);
  } catch (error) {
    await Promise.all(staged.map((file) => rm(file.temporary, { force: true })));
    throw new Refused(`The output cannot be written (${reasonOf(error).message}); check the folder and the space left.`);
  }
}
