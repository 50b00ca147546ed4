/** Proposes a first plan for a list: rules from what it holds, each with its evidence. Writes nothing. */
import type { Accounts } from '../../domain/facts/accounts';
import type { Day } from '../../domain/facts/fact';
import { starters, type Starter } from '../../domain/learning/starters';
import { readLists } from '../../sheet/lists/readLists';
import { refusal, Refusal, refusalsIn } from '../../sheet/problem';
import { columnRows } from '../../sheet/propose/columnRows';
import type { JsonRow } from '../../sheet/plan/planJson';
import type { Proposal } from '../../sheet/propose/proposal';
import { proposeRules } from '../../sheet/propose/proposeRules';
import { starterPlan } from '../../sheet/propose/starterPlan';
import { findLists } from '../workbook/findLists';
import { invalidRequest } from './invalidRequest';
import type { ProposeRequest } from '../protocol/requests';
import type { ProposedPlan } from '../protocol/replies';
import type { Moment, Workbook } from '../workbook/workbook';

/** @throws Refusal when the list cannot be read or gives no rule. */
export function proposePlan(request: ProposeRequest, workbook: Workbook, { day }: Moment): ProposedPlan {
  const starter = starterNamed(request.starter);
  const { accounts, contacts } = findLists(workbook, workbook.tabs(), request);
  const read = readLists(accounts, contacts, { locale: workbook.locale, columns: undefined });
  const refusals = refusalsIn(read.problems);
  if (refusals.length > 0) throw new Refusal(refusals);
  const { proposals, notes, personas } = proposed(read.lists.accounts, starter, day);
  if (proposals.length === 0) {
    throw new Refusal(
      refusal({
        code: 'NO_RULE_FOUND',
        message: `${accounts.tab} has no column a first rule could use, or too few accounts that share a value.`,
        fix: 'Add accounts, or a column such as Industry, Employees, Annual revenue or Country.',
      }),
    );
  }
  return {
    plan: {
      format: 1,
      icp: proposals.map(({ row }) => row),
      ...(personas.length === 0 ? {} : { personas }),
      columns: columnRows(read, contacts?.tab),
    },
    notes,
  };
}

interface Plan {
  readonly proposals: readonly Proposal[];
  readonly personas: readonly JsonRow[];
  readonly notes: readonly string[];
}

function proposed(accounts: Accounts, starter: Starter | undefined, day: Day): Plan {
  if (starter === undefined) {
    const { proposals, basis } = proposeRules(accounts, day);
    return { proposals, personas: [], notes: [basis, ...proposals.map(({ note }) => note)] };
  }
  const { proposals, personas, leftOut } = starterPlan(accounts, starter, day);
  const basis = `The starter plan "${starter.name}", in the words of the list.`;
  return {
    proposals,
    personas,
    notes: [basis, ...proposals.map(({ note }) => note), ...leftOut.map((why) => `Left out: ${why}`)],
  };
}

/** @throws Refusal that lists the starter plans. */
function starterNamed(name: string | undefined): Starter | undefined {
  if (name === undefined) return undefined;
  const found = starters().find(({ id }) => id === name);
  if (found === undefined)
    throw invalidRequest(
      `"starter" must be one of: ${starters()
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  return found;
}
