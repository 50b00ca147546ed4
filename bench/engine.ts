/** The engine on the same raw cells: columns become facts, rules are asked once a fact, rows are summed. */
import type { Lists } from '../src/domain/facts/accounts';
import { computeAccounts } from '../src/domain/segments/run';
import { AccountColumns } from '../src/sheet/lists/accountColumns';
import type { Cell } from '../src/sheet/grid';
import { countriesNamed } from '../src/sheet/parse/country';
import { readDay } from '../src/sheet/parse/date';
import { gridOfJson, type JsonRow } from '../src/sheet/plan/planJson';
import { readPlan, type ReadPlan } from '../src/sheet/plan/readPlan';
import { AS_OF, HEADERS, RULES } from './accounts';
import type { Results } from './rowFunction';

export function readRules(rules: readonly JsonRow[] = RULES): ReadPlan['plan'] {
  const grids = new Map([['icp', { tab: 'Plan ICP', grid: gridOfJson('icp', rules) }]] as const);
  const asOf = readDay(AS_OF, { order: undefined, isDateColumn: true }) ?? 0;
  return readPlan(grids, countriesNamed, { runDay: asOf }).plan;
}

/** The accounts as columns; nothing is read before a rule asks. */
export function openColumns(rows: readonly (readonly Cell[])[]): Lists {
  const headers: readonly string[] = HEADERS;
  const columns = new AccountColumns(
    { tab: 'Accounts', headers, headerRow: 1, columns: headers.map((_, i) => i + 1), rows, rowNumbers: [], read: rows.length },
    new Map(),
    'en-US',
    [],
  );
  const keys = rows.map((row) => row[0] as string);
  const accounts = {
    size: rows.length,
    keys,
    isDuplicate: keys.map(() => false),
    attribute: (field: string) => columns.attribute(field),
  };
  return { accounts, contacts: undefined };
}

export function scoreColumns(lists: Lists, plan: ReadPlan['plan']): Results {
  const { scores, tiering } = computeAccounts(lists, plan);
  return { fit: scores.fit, signal: scores.signal, tiers: tiering.final };
}
