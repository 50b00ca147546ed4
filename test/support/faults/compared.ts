/** What is compared after a run: what we publish, what is the team's, and the looks of our tabs. */
import { GENERATED_TABS } from '../../../src/sheet/ownTabs/block';
import type { LightSheet, LightState } from './lightEngine';
import { TEAM_COLOR } from './books';

/** Kind of each tab of ours by its id: metadata that names the tab's own id. */
export function kinds(state: LightState): ReadonlyMap<number, string> {
  return new Map(
    state.metadata.flatMap(({ key, value, sheet }): [number, string][] => {
      const [kind = '', id = ''] = value.split('@');
      return key === 'segment-planner-tab' && Number(id) === sheet ? [[Number(id), kind]] : [];
    }),
  );
}

const GENERATED: readonly string[] = Object.keys(GENERATED_TABS);

/** What we publish, tab by tab: all cells but the stamps'; the log is append-only and left out. `values`: of the results, without formats. */
export function published(state: LightState, which: 'all' | 'values' = 'all'): Readonly<Record<string, string>> {
  const own = kinds(state);
  return Object.fromEntries(
    state.sheets
      .flatMap(({ id, title, cells }): (readonly [string, string])[] => {
        const kind = own.get(id) ?? (isImport(title) ? `import ${title}` : undefined);
        if (kind === undefined || kind === 'log' || (which === 'values' && !GENERATED.includes(kind))) return [];
        const isGenerated = GENERATED.includes(kind);
        const lines = [...cells]
          .filter(
            ([key, { value, formula }]) =>
              (value !== '' || formula !== undefined) &&
              !(isGenerated && (key === 1001 || key % 1000 > 27)) &&
              // The run that closed a month.
              !(kind === 'snapshot' && key % 1000 === 2),
          )
          .filter(([, { value }]) => !String(value).startsWith('mine'))
          .sort(([a], [b]) => a - b)
          .map(
            ([key, { value, formula, format }]) =>
              `${key} ${typeof value} ${String(value)} ${formula ?? ''} ${which === 'all' && isGenerated && typeof value === 'number' ? (format ?? '') : ''}`,
          );
        return [[kind, lines.join('\n')] as const];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A tab that csvImport makes: the team's afterwards, and until then part of what is written. */
function isImport(title: string): boolean {
  return title.startsWith('Leads');
}

/** Every cell, title and note of the team's, wherever it is: its own tabs whole, and what it wrote in ours. */
export function teamsOwn(state: LightState): string {
  const own = kinds(state);
  const tabs = state.sheets
    .filter(({ id }) => !own.has(id))
    // A copy of our tab holds what ours held at the moment of copying.
    .filter(({ cells, title }) => cells.size > 0 && !title.startsWith('Copy of') && !isImport(title))
    .map(({ id, title, cells, isHidden, look, rows, columns, rules = [], lists = [] }) => ({
      id,
      title,
      isHidden,
      look,
      rows,
      columns,
      rules,
      lists,
      cells: sorted(cells),
    }));
  const within = state.sheets
    .filter(({ id }) => own.has(id) && own.get(id) !== 'log')
    .flatMap(({ id, cells }) =>
      sorted(cells)
        .filter(([, { value }]) => String(value).startsWith('mine'))
        .map(([key, { value }]) => [id, key, value]),
    );
  // Nor does a copy count for what was copied with it: its id tells when that was.
  const copies = new Set(state.sheets.filter(({ title }) => title.startsWith('Copy of')).map(({ id }) => id));
  const notes = state.notes
    .filter(({ sheet, text }) => text.startsWith('mine') && !copies.has(sheet))
    .map(({ sheet, box, text }) => [sheet, box, text]);
  const rules = state.sheets.flatMap(({ id, rules: all = [] }) =>
    own.has(id) ? all.flatMap(({ ranges, rule }) => (JSON.stringify(rule).includes(TEAM_COLOR) ? [[id, ranges, rule]] : [])) : [],
  );
  const isTheirs = (id: number): boolean => !own.has(id) && !copies.has(id) && state.sheets.some((sheet) => sheet.id === id);
  const names = (state.names ?? []).filter(({ range }) => isTheirs(Number(range.sheetId)));
  const beside = [...(state.charts ?? []), ...(state.links ?? [])].filter(({ sheet }) => isTheirs(sheet));
  return JSON.stringify({ tabs, within, rules, names, beside, notes: notes.map((note) => JSON.stringify(note)).sort() });
}

/**
 * What our tabs were given beside their values. `kept`: what every run writes again or looks for, links, names and the chart; what a
 * fresh tab is given once comes with `all`: colors, drop-downs, header notes, widths, frozen and hidden columns, the looks of cells.
 */
export function looksOf(state: LightState, which: 'all' | 'kept'): string {
  const own = kinds(state);
  const kindOf = (sheet: number | string): string => own.get(Number(sheet)) ?? '';
  const names = (state.names ?? []).map(({ name, range }) => `${name} ${kindOf(range.sheetId)}`).sort();
  const charts = (state.charts ?? []).map(({ sheet, spec }) => JSON.stringify([kindOf(sheet), spec]));
  const links = (state.links ?? []).map(({ sheet, box, url }) => JSON.stringify([kindOf(sheet), box, url])).sort();
  if (which === 'kept') return JSON.stringify({ names, charts, links });
  const tabs = state.sheets
    .filter(({ id }) => own.has(id) && own.get(id) !== 'log')
    .map((sheet) => givenTo(sheet, kindOf(sheet.id)));
  const notes = state.notes.filter(({ sheet, text }) => own.has(sheet) && !text.startsWith('mine'));
  const told = notes.map(({ sheet, box, text }) => JSON.stringify([kindOf(sheet), box, text])).sort();
  return JSON.stringify({ names, charts, links, tabs: tabs.sort(), notes: told });
}

function givenTo({ rules = [], lists = [], look, cells }: LightSheet, kind: string): string {
  const shown = rules.map(({ ranges, rule }) => JSON.stringify([ranges, rule]));
  const offered = lists.map(({ criterion, ranges }) => JSON.stringify([criterion, ranges])).sort();
  const styles = sorted(cells).flatMap(([key, { value, style }]) => (value === '' || style === undefined ? [] : [[key, style]]));
  // The light engine remembers each time a column was given its width.
  return JSON.stringify([kind, shown, offered, [...new Set(look.split(';'))].sort(), styles]);
}

function sorted<T>(cells: ReadonlyMap<number, T>): [number, T][] {
  return [...cells].sort(([a], [b]) => a - b);
}

/** The stamp in the Summary's first cell. */
export function stampOf(state: LightState): string {
  const own = kinds(state);
  const summary = state.sheets.find(({ id }) => own.get(id) === 'summary');
  return String(summary?.cells.get(1001)?.value ?? '');
}

/** The published cells without the Problems, which tell of what went on. */
export function withoutProblems(cells: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(cells).filter(([kind]) => kind !== 'problems'));
}
