/** The document's lock around a piece of work: waited for at most 10 s, let go however the work ends. */
import { Refusal } from '../sheet/problem';
import type { Workbook } from './workbook';

/** @throws Refusal when another run holds the lock, or there is none to be had. */
export function locked<T>(workbook: Workbook, work: () => T): T {
  if (!workbook.lock()) throw new Refusal([], 'Another run is writing in this file. Wait a minute and run again.');
  try {
    return work();
  } finally {
    workbook.unlock();
  }
}
