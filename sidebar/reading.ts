/** The background reading of what was typed: values and columns that only the server can read, a moment after typing. */
import { useEffect, useRef } from 'preact/hooks';
import type { PlanJson, Request } from '../src/commands/protocol/requests';
import type { ColumnsReply } from '../src/commands/protocol/columns';
import { planOf } from './plan/entries';
import { hasColumn, type PageLists } from './plan/lists';
import { readingsOf, typedValues } from './plan/readings';
import { textOf, valueKey } from './plan/rules';
import type { Event, State } from './state';

/** Accounts in one reply. */
const SLICE = 10_000;
const TYPING_MS = 500;

interface Calls {
  readonly send: <T>(request: Request) => Promise<T>;
  readonly fetch: (fields: readonly string[]) => Promise<unknown>;
}

/** One request for all that is new; replies may come in any order. */
export function useReading(state: State, { send, fetch }: Calls, dispatch: (event: Event) => void): void {
  const asked = useRef(new Set<string>());
  const { draft, lists, job, readings } = state;
  useEffect(() => {
    if (lists === undefined || job !== undefined) return undefined;
    const timer = setTimeout(() => {
      const plan = planOf(draft);
      const values = typedValues(plan, new Set([...asked.current, ...readings.keys()]));
      const fields = fieldsOf(plan, lists).filter((field) => !asked.current.has(`field ${field}`));
      if (values.length + fields.length === 0) return;
      for (const { operator, value } of values) asked.current.add(valueKey(operator, value));
      for (const field of fields) asked.current.add(`field ${field}`);
      const { accountsTab, contactsTab, size } = lists.meta;
      const isWhole = size <= SLICE;
      if (!isWhole) void fetch(fields);
      const tabs = { accountsTab, ...(contactsTab === null ? {} : { contactsTab }) };
      // Of a list in slices only the Values are asked here; its accounts need not come again with them.
      const what = isWhole ? { fields } : { fields: [], only: '' };
      void send<ColumnsReply>({ kind: 'columns', ...what, values, ...tabs }).then(
        (reply) => {
          dispatch({ kind: 'read', readings: readingsOf(values, reply) });
          if (isWhole) dispatch({ kind: 'columns', reply });
        },
        // Typing goes on without it; the next change asks again.
        () => values.forEach(({ operator, value }) => asked.current.delete(valueKey(operator, value))),
      );
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [draft, lists, job, readings]);
}

/** Fields of the plan whose column was never fetched. */
function fieldsOf({ icp = [], rules = [] }: PlanJson, lists: PageLists): readonly string[] {
  const fields = new Set([...icp, ...rules].map((row) => textOf(row, 'Field')));
  return [...fields].filter(
    (field) => field !== '' && hasColumn(lists, field) && lists.lists.accounts.attribute(field) === undefined,
  );
}
