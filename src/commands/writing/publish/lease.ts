/** Who writes a run of many calls, how far it has come, and until when nobody else may go on with it. */
import type { Lease, Stamp } from '../../../sheet/ownTabs/stamp';
import type { Moment } from '../../workbook/workbook';
import type { Publication } from './publication';

/** No call runs longer than 6 minutes: a lease that is older belongs to a run that died. */
export const LEASE_MINUTES = 7;
/** Rows of a tab that are written, and arrive, in one go. */
export const PART_ROWS = 20_000;

/** A lease for the next step, from this minute on. */
export function leaseOf({ install, minute }: Moment, done: number): Lease {
  return { install, until: minute + LEASE_MINUTES, done };
}

/** The unfinished run of this install that the step goes on with; none when plan or lists have changed since: then all is written again. */
export function resumable(stamp: Stamp | undefined, { stamp: now }: Publication, { install }: Moment): Stamp | undefined {
  const isSame = stamp?.planHash === now.planHash && stamp.listHash === now.listHash && stamp.version === now.version;
  return isSame && stamp.state === 'UPDATING' && stamp.lease?.install === install && stamp.lease.done > 0 ? stamp : undefined;
}
