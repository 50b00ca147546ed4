/** Details of an error for whoever is asked for help: what ran where, and nothing of what the lists hold. */
import type { Trouble } from '../server';
import type { State } from '../state';

/** Sentences of the server quote what they found; quotes, addresses and titles of the team's tabs are taken out. */
export function detailsOf({ kind, what, problems }: Trouble, { greeting, lists, view, asked }: State, browser: string): string {
  const found = problems.map(({ code, at, count }) => `${code} ${cellOf(at)} × ${count}`);
  return [
    `Segment Planner ${greeting?.version ?? 'before its greeting'}`,
    `${kind}, asked for ${asked || 'nothing'}, view ${view}`,
    ...(found.length > 0 ? found.slice(0, 20) : [withoutNames(what, greeting?.tabs.map(({ title }) => title) ?? [])]),
    `${greeting?.locale ?? 'no locale'}, ${greeting?.timeZone ?? 'no zone'}`,
    lists === undefined
      ? 'no list'
      : `${lists.meta.size} accounts, ${lists.meta.headers.length} columns, ${lists.lists.contacts?.all.length ?? 0} contacts`,
    browser,
  ].join('\n');
}

function cellOf(at: string): string {
  return /![A-Z]+\d+$/.exec(at)?.[0].slice(1) ?? '';
}

function withoutNames(sentence: string, tabs: readonly string[]): string {
  const bare = [...tabs].sort((a, b) => b.length - a.length).reduce((rest, title) => rest.split(title).join('[tab]'), sentence);
  return bare.replace(/“[^”]*”|"[^"]*"|'[^']*'|‘[^’]*’/g, '[…]').replace(/\S+[@.]\S*[^\s.]/g, '[…]');
}
