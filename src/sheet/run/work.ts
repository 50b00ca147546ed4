/** Who is worked in which order, apart from the run because formulas never ask. */
import { monthList, recentlyContacted } from '../../domain/explain/monthList';
import { workOrder, type WorkOrder } from '../../domain/explain/workOrder';
import type { RunResults } from './run';

/** Accounts in the order in which they are worked, and those of this month. */
export interface Work {
  readonly order: WorkOrder;
  /** 1 for each account contacted within the last month. */
  readonly recent: Uint8Array;
  readonly month: ReadonlySet<number>;
}

let known: WeakMap<object, Work> | undefined;

/** Sorted once a run, since tabs, sentences and exports all ask. */
export function workOf({ runResult, segments, book }: Pick<RunResults, 'runResult' | 'segments' | 'book'>): Work {
  known ??= new WeakMap();
  const done = known.get(runResult);
  if (done !== undefined) return done;
  const order = workOrder(runResult, book);
  const work = { order, recent: recentlyContacted(runResult), month: monthList(runResult, segments, book, order.accounts) };
  known.set(runResult, work);
  return work;
}
