/** `start ACCOUNTS --out plan.json`: proposes a first plan for a list, from the list alone or from a starter plan. */
import { pasted, readArguments, subjectOf } from './arguments';
import type { Usage } from './arguments';
import type { Command } from './command';
import { openPath } from './input';
import { listsOf } from './lists';
import { checkOutputs, writeOutputs } from './output';
import { Refused } from './refused';

const usage: Usage = {
  line: 'planner start ACCOUNTS [--tab NAME] [--starter NAME] --out plan.json',
  valued: ['tab', 'starter', 'out'],
  switches: [],
};

export const start: Command = {
  usage: usage.line,
  summary: 'proposes a first plan for a list',
  run: async (args, { open, say, remark }) => {
    const given = readArguments(usage, args);
    const path = subjectOf(usage, given, 'The list of accounts');
    const out = given.options.get('out');
    if (out === undefined) throw new Refused(`--out is missing: say where the plan goes; use: ${usage.line}`);
    await checkOutputs([path], [{ option: '--out', path: out }]);
    const tab = given.options.get('tab');
    const lists = listsOf({ accounts: await openPath(path, remark), name: path, ...(tab === undefined ? {} : { tab }) });
    const starter = given.options.get('starter');
    const session = await open(lists.book);
    const { plan, notes } = session.serve({
      kind: 'proposePlan',
      ...lists.source,
      ...(starter === undefined ? {} : { starter }),
    });
    await writeOutputs([{ option: '--out', path: out, content: `${JSON.stringify(plan, null, 2)}\n` }]);
    notes.forEach(say);
    const named = tab === undefined ? [] : ['--tab', tab];
    say(`The proposed plan is in ${out}. Next: planner plan ${[path, ...named, '--plan', out].map(pasted).join(' ')}`);
  },
};
