/** Freezing a month's figures: asked once more before, and closed to a second time. */
import { useState } from 'preact/hooks';
import type { Planner } from '../planner';
import { Button, Why } from './form';

/** `asOf`: the day of the run, `YYYY-MM-DD`, whose month it is. */
export function LockMonth({ planner, asOf }: { readonly planner: Planner; readonly asOf: string }) {
  const { state, close, show } = planner;
  const [isAsking, setAsking] = useState(false);
  const month = asOf.slice(0, 7);
  const name = new Date(`${month}-01T00:00:00Z`).toLocaleString('en-US', { month: 'long', timeZone: 'UTC' });
  const isLocked = state.closed.includes(month);
  if (isAsking && !isLocked)
    return (
      <div class="caution" role="alertdialog" aria-label={`Lock ${name} figures`}>
        <p>
          Freezes {name}’s tiers, segments and rates in Review, where you decide. A locked month stays as it is. For an earlier
          month set As of in Plan Settings first.
        </p>
        <Button look="action" disabled={state.job !== undefined} onClick={() => close().then(() => setAsking(false))}>
          Lock them
        </Button>
        <Button onClick={() => setAsking(false)}>Not now</Button>
      </div>
    );
  return (
    <div>
      <Button disabled={isLocked || state.job !== undefined} onClick={() => setAsking(true)}>
        Lock {name} figures
      </Button>
      <Why when={isLocked}>
        {name} is locked.{' '}
        <Button look="link" onClick={() => show('Review')}>
          See Review
        </Button>
      </Why>
    </div>
  );
}
