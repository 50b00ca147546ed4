/** What every button does: one piece of work at a time, and whatever goes wrong becomes the page's one trouble. */
import type { ColumnsReply } from '../src/commands/protocol/columns';
import type {
  ClosedReport,
  CsvImportReply,
  HistoryReply,
  PlanProgress,
  Restored,
  SavedPlan,
  SelectionReply,
  StateReport,
  StoppedImport,
} from '../src/commands/protocol/replies';
import type { ColumnsRequest, PlanJson, Request } from '../src/commands/protocol/requests';
import { shownNumber } from '../src/domain/facts/figure';
import { changesOf, draftOf, rebased, rowsOf, textOf, type Draft } from './plan/entries';
import { listsFrom, withColumns, type PageLists } from './plan/lists';
import { Trouble, ask, troubleOf } from './server';
import type { Event, Greeting, State, View } from './state';
import { chunksOf, type CsvFile } from './take/csvFile';

/** Fields the first questions and every explanation use. */
export const FIRST_FIELDS = [
  'Account name',
  'Domain',
  'Industry',
  'Employees',
  'Annual revenue',
  'Country',
  'Account status',
  'Funding stage',
  'Last funding date',
  'Headcount growth',
  'Open roles',
  'Verified emails',
];
/** Accounts the page holds at most; of a longer list it holds a sample, and says so. */
export const MOST_ACCOUNTS = 50_000;
/** Accounts a run writes in one call; a longer list is written in steps that can be stopped between. */
const STEP = 20_000;

type Send = <T>(request: Request) => Promise<T>;

/** `now` is the state after every event that was dispatched before. */
export function actionsOf(dispatch: (event: Event) => void, now: () => State, isCancelled: { current: boolean }) {
  const send: Send = (request) => {
    dispatch({ kind: 'asked', asked: request.kind });
    return ask(request, () => {
      const { job } = now();
      if (job !== undefined) dispatch({ kind: 'job', job: { ...job, isSilent: true } });
    });
  };
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
      dispatch({ kind: 'trouble', trouble: troubleOf(error) });
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
      const reply = await send<ColumnsReply>({ kind: 'columns', fields, most: MOST_ACCOUNTS, ...more, from: done });
      replies.push(reply);
      done += Math.max(1, reply.keys.length);
      if (done >= reply.chosen) break;
      dispatch({ kind: 'job', job: { what: 'Reading accounts', done, total: reply.chosen } });
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
      const first = await slices(FIRST_FIELDS, accountsTab === undefined ? {} : { accountsTab }).catch((error: unknown) => {
        // A file without a list is where people begin; everything else is trouble.
        if (error instanceof Trouble && error.kind === 'refused' && accountsTab === undefined) return [];
        throw error;
      });
      const lists = listsFrom(first);
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
      if (report !== undefined) say(stateSentence(report));
    },
    run: async (): Promise<void> => {
      if (changesOf(now().draft).length > 0 && !(await save())) return;
      const size = now().lists?.meta.size ?? 0;
      const outcome = await work('Reading, scoring, writing the result tabs', async () => {
        if (size > STEP) dispatch({ kind: 'job', job: { what: 'Writing the result tabs', done: 0, total: size } });
        for (;;) {
          const step = await send<PlanProgress>({ kind: 'planStep', ...source() });
          if (step.outcome !== undefined) {
            // The first run writes the tab Columns; what the page changes of it later must be found there.
            if (now().draft.columns.length === 0) await reload(true).catch(() => undefined);
            return step.outcome;
          }
          dispatch({ kind: 'job', job: { what: 'Writing the result tabs', done: step.done, total: step.of } });
          if (isCancelled.current) {
            await send({ kind: 'cancelPlan' });
            await reload(true);
            say(`Stopped at ${shownNumber(step.done)} of ${shownNumber(step.of)} rows.`);
            return undefined;
          }
        }
      });
      if (outcome !== undefined) dispatch({ kind: 'done', outcome, notice: `Written: ${outcome.written.join(', ')}.` });
    },
    close: async (): Promise<void> => {
      const closed = await work('Closing the month', () => send<ClosedReport>({ kind: 'closeMonth', ...source() }));
      if (closed !== undefined) say(closed.sentences.join(' '));
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
    /** Into a tab of its own, or on into the tab where it stopped. */
    importCsv: async ({ title, rows, mark }: CsvFile, stopped?: StoppedImport): Promise<void> => {
      const what = `Importing ${title}`;
      const tab = await work(what, async () => {
        let at: Pick<CsvImportReply, 'tab' | 'guard'> | undefined = stopped;
        for (const chunk of chunksOf(rows, stopped?.done ?? 0)) {
          dispatch({ kind: 'job', job: { what, done: chunk.row - 1, total: rows.length } });
          at = await send<CsvImportReply>({
            kind: 'csvImport',
            title: at?.tab ?? title,
            ...chunk,
            ...(at === undefined ? {} : { guard: at.guard }),
            whole: { file: title, rows: rows.length, mark },
          });
          if (isCancelled.current && chunk.row - 1 + chunk.rows.length < rows.length) {
            dispatch({ kind: 'greeted', greeting: await send<Greeting>({ kind: 'hello' }) });
            return undefined;
          }
        }
        return at?.tab;
      });
      if (tab !== undefined) await open(tab);
    },
    keepImport: async (): Promise<void> => {
      await work('Keeping the tab as it is', async () => {
        await send({ kind: 'keepImport' });
        dispatch({ kind: 'greeted', greeting: await send<Greeting>({ kind: 'hello' }) });
      });
    },
    /** The account's scores at each closed month. */
    history: async (key: string): Promise<HistoryReply | undefined> =>
      work('Reading the closed months', () => send<HistoryReply>({ kind: 'scoreHistory', key })),
    /** The account of the row selected in the sheet, read anew; a sentence where the row is none. */
    selected: async (): Promise<PageLists | string | undefined> =>
      work('Reading the selected row', async () => {
        const { lists, draft } = now();
        const at = await send<SelectionReply>({ kind: 'selection' });
        if (lists === undefined) return undefined;
        const { accountsTab } = lists.meta;
        if (at.tab !== accountsTab && at.key === '')
          return at.isOurs && at.tab.startsWith('Scores')
            ? `Row ${at.row} of ${at.tab} holds no account. Select a row below its headers.`
            : `The selected cell is in ${at.tab}. Select a row of ${accountsTab} or of Scores, and ask again.`;
        const fields = [
          ...FIRST_FIELDS,
          ...[...rowsOf(draft, 'icp'), ...rowsOf(draft, 'rules')].map((row) => textOf(row, 'Field')),
        ];
        const only = at.key === '' ? at.row : at.key;
        const one = listsFrom(await slices(fields, { ...source(), only }));
        if (one !== undefined && one.read > 0) return one;
        const areSplit = lists.lists.contacts !== undefined && lists.meta.contactsTab === null;
        return at.key === ''
          ? `Row ${at.row} of ${at.tab} ${areSplit ? 'is not the first of its account: select that one, or type the name above.' : 'holds no account.'}`
          : `${at.key} is no longer in ${accountsTab}: plan everything again, and Scores follows.`;
      }),
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

function stateSentence({ state, time, sentences }: StateReport): string {
  if (sentences.length > 0) return sentences.join(' ');
  return state === 'none' ? 'No run was written yet. You can run now.' : `The run of ${time} is complete.`;
}
