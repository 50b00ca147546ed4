/** Files a command writes: all of them at the very end or none, and only where there is nothing yet or a regular file. */
import { access, constants, copyFile, link, lstat, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Refused, reasonOf } from './refused';

export interface OutputFile extends Output {
  readonly content: string | Uint8Array;
}

interface Output {
  readonly option: string;
  readonly path: string;
}

/** Before any work: no output is an input or named twice, and each can be made or replaced where it is to go. */
export async function checkOutputs(inputs: readonly string[], outputs: readonly Output[]): Promise<void> {
  const read = new Set(await Promise.all(inputs.map(targetPath)));
  const written = new Set<string>();
  for (const output of outputs) {
    const target = await targetPath(output.path);
    if (read.has(target)) throw refusal(output, 'this file is read by the same command; give the output another name.');
    if (written.has(target)) throw refusal(output, 'two outputs have the same name; give them different ones.');
    written.add(target);
    await assertReplaceable(output);
  }
}

/** The same file by whatever name, links resolved. */
async function targetPath(path: string): Promise<string> {
  const full = resolve(path);
  return realpath(full).catch(async () => {
    const folder = await realpath(dirname(full)).catch(() => dirname(full));
    return join(folder, basename(full));
  });
}

/**
 * Only a regular file is replaced: a rename would put a file where a device or a pipe stood, and what a link points to is not what was named.
 * @returns the mode of the file that stands there, undefined where there is none.
 */
async function assertReplaceable(output: Output): Promise<number | undefined> {
  const full = resolve(output.path);
  const folder = await stat(dirname(full)).catch(() => undefined);
  if (folder?.isDirectory() !== true) throw refusal(output, `there is no folder ${dirname(output.path)}; make it first.`);
  const known = await lstat(full).catch((error: unknown) => reasonOf(error).code);
  if (known === 'ENAMETOOLONG') throw refusal(output, 'the name is too long; use one of at most 255 characters.');
  if (typeof known === 'string') {
    await assertWritable(output, dirname(full), `nothing can be written in the folder ${dirname(output.path)}`);
    return undefined;
  }
  if (known.isDirectory()) throw refusal(output, 'this is a folder; name a file in it.');
  const way = output.option === '--json' ? ', or - for standard output.' : '.';
  if (known.isSymbolicLink()) throw refusal(output, `this is a link; name the file it points to${way}`);
  if (!known.isFile()) throw refusal(output, `this is a device or a pipe; name a file${way}`);
  await assertWritable(output, full, 'the file is read-only');
  await assertWritable(output, dirname(full), `nothing can be written in the folder ${dirname(output.path)}`);
  return known.mode & 0o777;
}

async function assertWritable(output: Output, path: string, what: string): Promise<void> {
  const isWritable = await access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isWritable) throw refusal(output, `${what}; choose another place or change its permissions.`);
}

function refusal({ option, path }: Output, sentence: string): Refused {
  return new Refused(`${option} ${path}: ${sentence}`);
}

/** An output on its way: its text beside its place, and what stood there kept until all outputs are in place. */
interface Staged extends OutputFile {
  readonly temporary: string;
  readonly kept: string;
  readonly mode: number | undefined;
}

/** Writes everything beside its place first and moves it there last; a failure leaves every place as it was. */
export async function writeOutputs(files: readonly OutputFile[]): Promise<void> {
  const moved: Staged[] = [];
  const staged: Staged[] = [];
  try {
    for (const [index, file] of files.entries()) {
      // Names of their own, because an output's name may be as long as a folder allows.
      const beside = (ending: string): string => join(dirname(file.path), `.planner-${process.pid}-${index}.${ending}`);
      const next = { ...file, temporary: beside('part'), kept: beside('kept'), mode: await assertReplaceable(file) };
      staged.push(next);
      await writeFile(next.temporary, next.content, { flag: 'wx', mode: next.mode ?? 0o666 });
    }
    for (const file of staged) if (file.mode !== undefined) await keep(file);
    for (const file of staged) {
      await assertReplaceable(file);
      await rename(file.temporary, file.path);
      moved.push(file);
    }
  } catch (error) {
    for (const file of moved) await (file.mode === undefined ? rm(file.path, { force: true }) : rename(file.kept, file.path));
    if (error instanceof Refused) throw error;
    throw new Refused(`The output cannot be written (${reasonOf(error).message}); check the folder and the space left.`);
  } finally {
    await Promise.all(staged.flatMap(({ temporary, kept }) => [temporary, kept]).map((path) => rm(path, { force: true })));
  }
}

/** A second name for the file, or a copy where the file system has no second names. */
async function keep({ path, kept }: Staged): Promise<void> {
  await link(path, kept).catch(async () => copyFile(path, kept, constants.COPYFILE_EXCL));
}
