/** The draft with a first profile: its rules, who buys, what was recognized, the contract value, the customers who are no prospects. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import { quoted } from '../../src/domain/learning/values';
import { MARKET_ITEMS } from '../../src/domain/rules/marketItems';
import { readNumber } from '../../src/sheet/plan/readSettings';
import { ruleRow } from '../../src/sheet/propose/ruleRow';
import { personaRows } from '../../src/sheet/propose/starterPlan';
import type { Answers } from './answers';
import { addRow, setByName, setSetting, type Draft } from './entries';
import type { PageLists } from './lists';
import type { Profile } from './propose';

/** Adds to what the draft holds already. */
export function withProfile(draft: Draft, lists: PageLists, { rules, starter, customers }: Profile, answers: Answers): Draft {
  const source = starter === undefined ? 'First questions' : `Starter plan: ${starter.name}`;
  let next = draft;
  for (const rule of rules) next = addRow(next, 'icp', ruleRow(rule, source));
  for (const row of starter === undefined ? [] : personaRows(starter)) next = addRow(next, 'personas', row);
  for (const row of draft.columns.length === 0 ? mappingRows(lists) : []) next = addRow(next, 'columns', row);
  const value = readNumber(answers.value);
  if (value !== undefined) next = setByName(next, 'tam', 'Item', MARKET_ITEMS.averageContractValue.name, { Value: value });
  // Those whom the list marks are known by their status.
  if (answers.way !== 'names' || customers.length === 0) return next;
  return setSetting(next, 'bestCustomers', customers.map((account) => quoted(lists.meta.keys[account] ?? '')).join('; '));
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
