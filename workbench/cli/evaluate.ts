/** `eval '=FORMULA'`: one formula on the built bundle, in a workbook or in an empty one. */
import { emptySheet } from '../core/document/emptySheet';
import { workbookOf } from '../files/sheets';
import { openWorkbookPath } from './input';
import { readArguments, subjectOf } from './arguments';
import type { Usage } from './arguments';
import type { Command } from './command';
import type { Evaluated } from './session';
import { Refused, printableJson } from './refused';

const usage: Usage = { line: "planner eval '=FORMULA' [--book F] [--json]", valued: ['book'], switches: ['json'] };

export const evaluate: Command = {
  usage: usage.line,
  summary: 'prints the value of a formula; several rows for a spill',
  run: async (args, { open, say, remark }) => {
    const given = readArguments(usage, args);
    const formula = subjectOf(usage, given, 'The formula');
    if (!formula.startsWith('=')) throw new Refused(`"${formula}" is no formula, it must begin with =; use: ${usage.line}`);
    const path = given.options.get('book');
    const book = path === undefined ? workbookOf('Empty', [emptySheet('Sheet1', 0)]) : await openWorkbookPath(path, remark);
    const session = await open(book);
    const value = session.evaluate(formula);
    say(given.switches.has('json') ? printableJson(value) : textOf(value));
  },
};

/** Rows on lines, cells separated by tabs. */
function textOf(value: Evaluated): string {
  if (typeof value !== 'object') return String(value);
  return 'error' in value ? `${value.error} ${value.message}`.trimEnd() : value.map((row) => row.join('\t')).join('\n');
}
