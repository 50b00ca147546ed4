/** Stand-ins for the engine and the bundle, so that the commands' own work can be seen alone. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkbookData } from '../../../../workbench/core/document/workbookData';
import type { Tools } from '../../../../workbench/cli/command';
import type { Answers, Asked, RunReply, Request } from '../../../../workbench/cli/protocol';
import { valueOf } from '../../../../workbench/cli/reply';

interface Seen {
  readonly books: WorkbookData[];
  readonly requests: Request[];
  readonly said: string[];
  readonly remarks: string[];
}

export interface FakeTools {
  readonly tools: Tools;
  readonly seen: Seen;
}

const OUTCOME: RunReply = {
  report: { accounts: { read: 2 } },
  sentences: ['2 accounts read.', '1 is ICP.'],
  written: ['Scores', 'Summary'],
  scores: [
    { account_key: '@acme', fit: 90.5, signal: null, known: 1, low: 90.5, high: 90.5, tier: 'Tier 1', segment: 'EMEA' },
    { account_key: 'b.com', fit: null, signal: null, known: 0, low: 0, high: 100, tier: 'Needs data', segment: '' },
  ],
};

/** A run in steps is done with the third. */
function usual(kind: Request['kind'], steps: number): object {
  if (kind === 'planEverything' || kind === 'planGrid') return OUTCOME;
  if (kind === 'planStep') return steps < 3 ? { done: steps, of: 3 } : { done: 3, of: 3, outcome: OUTCOME };
  return kind === 'state' ? { sentences: ['Plan changed since the run of yesterday.'] } : {};
}

/** `answers` by kind of request: the value, or a failure. */
export function fakeTools(answers: Partial<Record<Request['kind'], object>> = {}): FakeTools {
  const seen: Seen = { books: [], requests: [], said: [], remarks: [] };
  const serve = <Kind extends Request['kind']>(asked: Asked<Kind>): Answers[Kind] => {
    seen.requests.push(asked);
    const steps = seen.requests.filter(({ kind }) => kind === 'planStep').length;
    const value = answers[asked.kind] ?? usual(asked.kind, steps);
    return valueOf(JSON.stringify('ok' in value ? value : { ok: true, value })) as Answers[Kind];
  };
  const tools: Tools = {
    open: async (book) => {
      seen.books.push(book);
      return Promise.resolve({ serve, evaluate: () => 42, snapshot: () => book });
    },
    say: (line) => seen.said.push(line),
    remark: (line) => seen.remarks.push(line),
  };
  return { tools, seen };
}

/** A fresh folder with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'planner-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
