/** What every button does: one piece of work at a time, and whatever goes wrong becomes the page's one trouble. */
import type { ColumnsRequest, PlanJson, Request } from '../src/commands/protocol/requests';
import type { CsvImportReply, PlanProgress, Restored, SavedPlan, StateReport } from '../src/commands/protocol/replies';
import type { ColumnsReply } from '../src/commands/protocol/columns';
import { changesOf, draftOf, rebased, type Draft } from './plan/entries';
import { listsFrom, withColumns, type PageLists } from './plan/lists';
import { readingsOf, typedValues } from './plan/readings';
import { Trouble, ask } from './server';
import type { Event, Greeting, State, View } from './state';
import { chunksOf, type CsvRows } from './take/csvFile';

/** Fields the first questions and every explanation use. */
const FIRST_FIELDS = [
  'Account name',
  'Domain',
  'Industry',
  'Employees',
  'Annual revenue',
  'Country',
  'Account status',
  'Verified emails',
];
/** Accounts the page holds at most; beyond, it counts on the first of them and says so. */
export const MOST_ACCOUNTS = 50_000;

type Send = <T>(request: Request) => Promise<T>;

/** `now` is the state after every event that was dispatched before. */
export function actionsOf(dispatch: (event: Event) => void, now: () => State, isCancelled: { current: boolean }) {
  const send: Send = (request) =>
    ask(request, () => {
      const { job } = now();
      if (job !== undefined) dispatch({ kind: 'job', job: { ...job, isSilent: true } });
    });
  /** Work with a name; whatever goes wrong becomes the page's one trouble. */
  const work = async <T>(what: string, act: () => Promise<T>): Promise<T | undefined> => {
    if (now().job !== undefined) return undefined;
    isCancelled.current = false;
    dispatch({ kind: 'job', job: { what } });
    try {
      const value = await act();
      dispatch({ kind: 'job', job: undefined });
      return value;
    } catch (error) {
      dispatch({
        kind: 'trouble',
        trouble: error instanceof Trouble ? error : new Trouble(error instanceof Error ? error.message : String(error), ''),
      });
      return undefined;
    }
  };
  const source = (): { readonly accountsTab?: string; readonly contactsTab?: string } => {
    const { lists } = now();
    if (lists === undefined) return {};
    const { accountsTab, contactsTab } = lists.meta;
    return contactsTab === null ? { accountsTab } : { accountsTab, contactsTab };
  };
  /** All slices of some columns, the first of them telling how many there are. */
  const slices = async (fields: readonly string[], more: Partial<ColumnsRequest>): Promise<readonly ColumnsReply[]> => {
    const replies: ColumnsReply[] = [];
    let done = 0;
    do {
      const reply = await send<ColumnsReply>({ kind: 'columns', fields, ...more, from: done });
      replies.push(reply);
      done += Math.max(1, reply.keys.length);
      const total = Math.min(reply.size, MOST_ACCOUNTS);
      if (done >= total) break;
      dispatch({ kind: 'job', job: { what: 'Reading accounts', done, total } });
    } while (!isCancelled.current);
    return replies;
  };
  const say = (notice: string): void => dispatch({ kind: 'notice', notice });
  /** A file without a list has no state yet; that is where people begin. */
  const look = () =>
    Promise.all([
      send<Greeting>({ kind: 'hello' }),
      send<{ readonly plan: PlanJson }>({ kind: 'exportPlan' }),
      send<StateReport>({ kind: 'state' }).catch(() => undefined),
    ]);
  const open = async (accountsTab?: string): Promise<void> => {
    await work('Looking at the file', async () => {
      const [greeting, { plan }, report] = await look();
      dispatch({ kind: 'opened', greeting, draft: draftOf(plan), report });
      const values = typedValues(plan, new Set());
      const first = await slices(FIRST_FIELDS, { values, ...(accountsTab === undefined ? {} : { accountsTab }) }).catch(
        (error: unknown) => {
          // A file without a list is where people begin; everything else is trouble.
          if (error instanceof Trouble && error.kind === 'refused' && accountsTab === undefined) return [];
          throw error;
        },
      );
      const lists = listsFrom(first);
      dispatch({ kind: 'read', readings: readingsOf(values, first[0]) });
      dispatch({ kind: 'listed', lists });
      dispatch({ kind: 'go', view: lists === undefined || (plan.icp ?? []).length === 0 ? 'start' : 'home' });
    });
  };
  const save = async (draft = now().draft): Promise<boolean> => {
    const isDone = await work('Saving the plan', async () => {
      for (const { key, changes } of changesOf(draft)) {
        const rows = changes.map(({ before, after }) => ({ before, after }));
        const reply = await send<SavedPlan>({ kind: 'savePlan', key, changes: rows });
        if (reply.kind === 'conflict') {
          dispatch({ kind: 'conflicts', conflicts: reply.rows });
          return false;
        }
        dispatch({ kind: 'saved', key });
      }
      return true;
    });
    if (isDone === true) say('Saved to the plan tabs.');
    return isDone === true;
  };
  /** The plan as the tabs now hold it, under what is still unsaved here. */
  const reload = async (isKept: boolean): Promise<StateReport | undefined> => {
    const [greeting, { plan }, report] = await look();
    const draft = isKept ? rebased(now().draft, plan) : draftOf(plan);
    dispatch({ kind: 'opened', greeting, draft, report });
    return report;
  };
  return {
    send,
    open,
    save,
    go: (view: View): void => dispatch({ kind: 'go', view }),
    edit: (draft: Draft): void => dispatch({ kind: 'draft', draft }),
    cancel: (): void => {
      isCancelled.current = true;
    },
    discard: async (): Promise<void> => {
      await work('Reading the plan tabs', () => reload(false));
      dispatch({ kind: 'conflicts', conflicts: [] });
    },
    /** After a lost answer: how things stand, before anything is sent again. */
    recover: async (): Promise<void> => {
      dispatch({ kind: 'job', job: undefined });
      const report = await work('Asking how things stand', () => reload(true));
      if (report !== undefined) say(standing(report));
    },
    run: async (): Promise<void> => {
      if (changesOf(now().draft).length > 0 && !(await save())) return;
      const outcome = await work('Reading, scoring, writing the result tabs', async () => {
        for (;;) {
          const step = await send<PlanProgress>({ kind: 'planStep', ...source() });
          if (step.outcome !== undefined) return step.outcome;
          dispatch({ kind: 'job', job: { what: 'Writing the result tabs', done: step.done, total: step.of } });
          if (isCancelled.current) {
            await send({ kind: 'cancelPlan' });
            return undefined;
          }
        }
      });
      if (outcome !== undefined) dispatch({ kind: 'done', outcome, notice: `Written: ${outcome.written.join(', ')}.` });
    },
    undo: async (): Promise<void> => {
      const restored = await work('Bringing back the previous run', async () => {
        const reply = await send<Restored>({ kind: 'restorePrevious', what: 'run' });
        await reload(false);
        return reply;
      });
      if (restored !== undefined)
        dispatch({
          kind: 'done',
          outcome: restored.outcome,
          notice: `The plan of ${restored.time} is back, and the tabs with it.`,
        });
    },
    importCsv: async (title: string, rows: CsvRows): Promise<void> => {
      const tab = await work('Importing rows', async () => {
        let reply: CsvImportReply | undefined;
        for (const chunk of chunksOf(rows)) {
          if (isCancelled.current) break;
          dispatch({ kind: 'job', job: { what: 'Importing rows', done: chunk.row - 1, total: rows.length } });
          reply = await send<CsvImportReply>({
            kind: 'csvImport',
            title: reply?.tab ?? title,
            ...chunk,
            ...(reply === undefined ? {} : { guard: reply.guard }),
          });
        }
        return reply?.tab;
      });
      if (tab !== undefined) await open(tab);
    },
    importPlan: async (plan: PlanJson): Promise<void> => {
      const isDone = await work('Importing the plan', async () => {
        await send({ kind: 'importPlan', plan });
        await reload(false);
        return true;
      });
      if (isDone === true) dispatch({ kind: 'go', view: 'home' });
    },
    fetch: async (fields: readonly string[], people = false): Promise<PageLists | undefined> => {
      const { lists } = now();
      if (lists === undefined || (fields.length === 0 && !people)) return lists;
      const replies = await work('Reading columns', () => slices(fields, { ...source(), ...(people ? { people } : {}) }));
      if (replies === undefined) return undefined;
      const fresh = people ? listsFrom(replies) : undefined;
      const known = withColumns(
        fresh === undefined ? lists : { ...lists, lists: { ...lists.lists, contacts: fresh.lists.contacts } },
        replies,
      );
      dispatch({ kind: 'listed', lists: known });
      return known;
    },
  };
}

function standing({ state, time, sentences }: StateReport): string {
  if (sentences.length > 0) return sentences.join(' ');
  return state === 'none' ? 'No run was written yet. You can run now.' : `The run of ${time} is complete.`;
}
