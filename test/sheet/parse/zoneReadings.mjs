/** Prints a few readings in the host's own zone; run as a process of its own by the test of dates. */
import { build } from 'esbuild';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const contents = `
  import { isoOf, readDay } from './src/sheet/parse/date';
  import { calendarDateOfInstant } from './src/sheet/parse/instant';
  const plain = { order: 'dmy', isDateColumn: false };
  const days = ['2026-01-02', '29/02/2024', 'Jan 31, 2026'].map((text) => isoOf(readDay(text, plain)));
  export const line = [...days, isoOf(calendarDateOfInstant(new Date(Date.UTC(2026, 2, 29, 1, 30)), 'Europe/Berlin'))].join(' ');
`;
const built = await build({
  stdin: { contents, resolveDir: root, loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  logLevel: 'error',
});
const { line } = await import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].text).toString('base64')}`);
console.log(line);
