/** Problems as people are shown them, by the tab `Problems` and by `check` alike: worst first, one row a kind and column. */
import { joined } from '../../domain/facts/text';
import type { Problem, Severity } from '../problem';

const WORDS: Readonly<Record<Severity, string>> = { refusal: 'Stopped', problem: 'Problem', note: 'Note' };
const ORDER: readonly Severity[] = ['refusal', 'problem', 'note'];

/**
 * What stopped the run, then what could not be used, then notes. What says the same of cells of one column is one, at the first cell,
 * counted together; but each place where a user had typed is reported, since that is where they look for what they wrote.
 */
export function arranged(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem>();
  for (const problem of problems) {
    const { code, severity, at, message, fix, count } = problem;
    const [, column = at, row = '0'] = /^(.*![A-Z]+)(\d+)$/.exec(at) ?? [];
    const key = [code, severity, code === 'TYPED_OVER' ? at : column, message, fix].join('\u001f');
    const known = groups.get(key);
    const isFirst = known === undefined || Number(row) < Number(/\d+$/.exec(known.at)?.[0] ?? 0);
    groups.set(key, { ...(isFirst ? problem : known), count: (known?.count ?? 0) + count });
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/** Kind, first cell, count, what stood there, what is wrong, the fix and the code. */
export type ProblemRow = readonly [string, string, number, string, string, string, string];

/** One row a problem, refusals first. */
export function problemRows(problems: readonly Problem[]): readonly ProblemRow[] {
  return arranged(problems).map(({ severity, at, count, found, message, fix, code }) => [
    WORDS[severity],
    at,
    count,
    found,
    message,
    fix,
    code,
  ]);
}

/** {@link problemRows} as lines of text, e.g. `Problem · Accounts!C7 · 3 times, first "many" · "Size" holds cells that are no number; … Write e.g. 1200.` */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  return problemRows(problems).map(([kind, at, count, found, message, fix]) => {
    const times = count > 1 ? `${count.toLocaleString('en-US')} times` : '';
    const first = found === '' || message.includes(`"${found}"`) ? '' : `${count > 1 ? 'first ' : ''}"${found}"`;
    const seen = joined([times, first], ', ');
    const what = joined([message, fix], ' ');
    return joined([kind, at, seen, what], ' · ');
  });
}
