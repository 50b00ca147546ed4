/** Columns of the fields that are typed: a moment after one is named, its cells are asked for. */
import { useEffect, useRef } from 'preact/hooks';
import type { ColumnsReply } from '../src/commands/protocol/columns';
import { PROFILE_FIELDS } from '../src/domain/learning/fields';
import type { Actions } from './actions/actions';
import { tabsRead } from './actions/columns';
import { rowsOf, textOf, type Draft } from './plan/entries';
import { hasColumn, type PageLists } from './plan/lists';
import { isRecognized } from './plan/propose';
import type { Event, State } from './state';

/** Accounts in one reply. */
const SLICE = 10_000;
const TYPING_MS = 500;

/** Asks for each field once; a list of one slice in silence, a longer one as work that is shown. */
export function useFieldColumns(
  state: State,
  { ask, fetch }: Pick<Actions, 'ask' | 'fetch'>,
  dispatch: (event: Event) => void,
): void {
  const asked = useRef(new Set<string>());
  const { answers, draft, lists, job, view } = state;
  useEffect(() => {
    if (lists === undefined || job !== undefined) return undefined;
    const timer = setTimeout(() => {
      const isChoosing = view === 'start' || view === 'segments';
      const named = isChoosing ? [...answers.wishes.map(({ field }) => field), ...PROFILE_FIELDS] : [];
      const fields = missingFields([...fieldsOf(draft), ...named], lists).filter((field) => !asked.current.has(field));
      if (fields.length === 0) return;
      for (const field of fields) asked.current.add(field);
      if (lists.meta.size > SLICE) return void fetch(fields);
      void ask<ColumnsReply>({ kind: 'columns', fields, ...tabsRead(state) }).then(
        (reply) => dispatch({ kind: 'columns', reply }),
        // Typing goes on without it; the next change asks again.
        () => fields.forEach((field) => asked.current.delete(field)),
      );
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [answers.wishes, draft, lists, job, view]);
}

function fieldsOf(draft: Draft): readonly string[] {
  return [...rowsOf(draft, 'icp'), ...rowsOf(draft, 'rules')].map((row) => textOf(row, 'Field'));
}

/** Those whose column the list has and the page does not. */
function missingFields(fields: readonly string[], lists: PageLists): readonly string[] {
  return [...new Set(fields)].filter(
    (field) =>
      field !== '' &&
      (hasColumn(lists, field) || isRecognized(lists, field)) &&
      lists.lists.accounts.attribute(field) === undefined,
  );
}
