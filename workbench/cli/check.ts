/** `check ACCOUNTS`: recognized columns and every problem. */
import { readArguments, subjectOf } from './arguments';
import type { Usage } from './arguments';
import type { Command } from './command';
import { openPath } from './input';
import { listsOf, type Lists } from './lists';
import { checkOutputs, writeOutputs } from './output';
import type { CheckReport } from './protocol';
import { printableJson } from './refused';
import type { Session } from './session';

const usage: Usage = { line: 'planner check ACCOUNTS [--tab NAME] [--json F|-]', valued: ['tab', 'json'], switches: [] };

export const check: Command = {
  usage: usage.line,
  summary: 'reports recognised columns and every problem',
  run: async (args, { open, say, remark }) => {
    const given = readArguments(usage, args);
    const path = subjectOf(usage, given, 'The list of accounts');
    const json = given.options.get('json');
    const files = json === undefined || json === '-' ? [] : [{ option: '--json', path: json }];
    await checkOutputs([path], files);
    const tab = given.options.get('tab');
    const lists = listsOf({ accounts: await openPath(path, remark), name: path, ...(tab === undefined ? {} : { tab }) });
    const session = await open(lists.book);
    const report = session.serve({ kind: 'check', ...lists.source });
    const { columns, rows, problems } = report;
    const text = `${printableJson({ columns, rows, problems }, 2)}\n`;
    await writeOutputs(files.map((file) => ({ ...file, content: text })));
    if (json === '-') say(text.trimEnd());
    else [...sentencesOf(report), ...changesIn(lists, session)].forEach(say);
  },
};

function sentencesOf({ columns, rows, lines }: CheckReport): string[] {
  return [
    `${counted(rows.read, 'row')} read, ${rows.kept.toLocaleString('en-US')} kept, ${rows.errors.toLocaleString('en-US')} unreadable.`,
    columns.length === 0 ? 'No column was recognised.' : `${counted(columns.length, 'column')} recognised:`,
    ...columns.map(
      ({ list, field, column, confidence }) => `  ${column} → ${field} (${list}, ${Math.round(confidence * 100)} %)`,
    ),
    lines.length === 0 ? 'No problems.' : `${counted(lines.length, 'kind')} of problems and notes:`,
    ...lines.map((line) => `  ${line}`),
  ];
}

/** Of a workbook that holds results: whether they still belong to its plan and accounts. */
function changesIn({ book, source }: Lists, session: Session): readonly string[] {
  if (!book.sheets.some(({ title }) => title.startsWith('Summary'))) return [];
  return session.serve({ kind: 'state', ...source }).sentences;
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`;
}
