/** The one error the file readers throw: a sentence that names the file, what was found in it and how to fix it. */

export class Unreadable extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Unreadable';
  }
}

/** Larger files are refused before they are read: no list that fits a spreadsheet comes near. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Sentence for a pipe or a device that has given more than the cap. */
export function endless(name: string): Unreadable {
  const cap = `${MAX_FILE_BYTES / 1024 / 1024} MB`;
  return new Unreadable(`${name}: more than ${cap} came and at most that is read; split the list or leave out columns.`);
}

/** Sentence for a file over the cap. */
export function tooLarge(name: string, bytes: number): Unreadable {
  const size = `${(bytes / 1024 / 1024).toFixed(0)} MB`;
  const cap = `${MAX_FILE_BYTES / 1024 / 1024} MB`;
  return new Unreadable(`${name}: the file is ${size} and at most ${cap} are read; split the list or leave out columns.`);
}
