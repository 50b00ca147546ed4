/** The draft with a first profile: its rules, who buys, what was recognized, the contract value, the customers who are no prospects. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import { quoted } from '../../src/domain/learning/values';
import { MARKET_ITEMS } from '../../src/domain/rules/marketItems';
import { readNumber } from '../../src/sheet/plan/readSettings';
import { ruleRow } from '../../src/sheet/propose/ruleRow';
import { personaRows } from '../../src/sheet/propose/starterPlan';
import type { PlanKey } from '../../src/sheet/plan/tabs';
import type { Answers } from './answers';
import { addRow, rowsOf, setByName, setSetting, type Draft } from './entries';
import type { PageLists } from './lists';
import type { Profile } from './propose';

/** Adds to what the draft holds already; what an earlier try added and could not save is replaced, and a row that stands there is not added twice. */
export function withProfile(draft: Draft, lists: PageLists, { rules, starter, customers }: Profile, answers: Answers): Draft {
  const source = starter === undefined ? QUESTIONS : STARTER + starter.name;
  const added = rules.map((rule) => ruleRow(rule, source));
  let next: Draft = { ...draft, icp: draft.icp.filter(({ before, after }) => before !== null || !isProposed(after)) };
  for (const row of added) next = withRow(next, 'icp', row);
  for (const row of starter === undefined ? [] : personaRows(starter)) next = withRow(next, 'personas', row);
  for (const row of draft.columns.length === 0 ? mappingRows(lists) : []) next = addRow(next, 'columns', row);
  const value = readNumber(answers.value);
  if (value !== undefined) next = setByName(next, 'tam', 'Item', MARKET_ITEMS.averageContractValue.name, { Value: value });
  // Those whom the list marks are known by their status.
  if (answers.way !== 'names' || customers.length === 0) return next;
  return setSetting(next, 'bestCustomers', customers.map((account) => quoted(lists.meta.keys[account] ?? '')).join('; '));
}

const QUESTIONS = 'First questions';
const STARTER = 'Starter plan: ';

function isProposed(row: PlanRow | null): boolean {
  const source = String(row?.Source ?? '');
  return source === QUESTIONS || source.startsWith(STARTER);
}

function withRow(draft: Draft, key: PlanKey, row: PlanRow): Draft {
  const text = JSON.stringify(row);
  return rowsOf(draft, key).some((other) => JSON.stringify(other) === text) ? draft : addRow(draft, key, row);
}

/** What was recognized goes into the tab Columns with the first plan, where the team can see and change it. */
function mappingRows({ meta }: PageLists): readonly PlanRow[] {
  return meta.matches
    .filter(({ list }) => list === 'accounts')
    .map(({ list, field, column, sample, confidence }) => ({
      Tab: meta.accountsTab,
      List: list,
      Field: field,
      Column: column,
      Sample: sample,
      Confidence: confidence,
    }));
}
