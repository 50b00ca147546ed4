/** Why the results cannot be updated: what a run would refuse, with the way to it. */
import { refusalsIn, sentenceOf, type Problem } from '../../src/sheet/problem';
import { nameOfRow, placeOf, viewOf } from '../plan/refusals';
import type { Planner } from '../planner';
import { Button } from './form';

/** Whether a run would refuse the plan as it stands here. */
export function isRefused({ live }: Planner): boolean {
  return live !== undefined && refusalsIn(live.found).length > 0;
}

/** Below a button that it keeps from being pressed; nothing where a run would go on. */
export function Refused({ planner }: { readonly planner: Planner }) {
  const [first, ...others] = refusalsIn(planner.live?.found ?? []);
  if (first === undefined) return null;
  return (
    <div class="caution">
      <p>
        {named(planner, first)}
        {others.length > 0 && ` And ${others.length} more.`}
      </p>
      <GoTo planner={planner} problem={first} />
    </div>
  );
}

/** `Mid size: between needs two numbers. Write e.g. 50-500.` */
function named({ state: { draft } }: Planner, problem: Problem): string {
  const place = placeOf(draft, problem);
  return place === undefined ? sentenceOf(problem) : `${nameOfRow(place.entry)}: ${sentenceOf({ ...problem, at: '' })}`;
}

/** Leads to the row a problem is about; nothing where the page has no form for it. */
export function GoTo({ planner, problem }: { readonly planner: Planner; readonly problem: Problem | undefined }) {
  const place = problem && placeOf(planner.state.draft, problem);
  const view = place && viewOf(place);
  if (place === undefined || view === undefined) return null;
  return (
    <Button look="link" onClick={() => planner.seek(view, place.entry.id)}>
      Go to {nameOfRow(place.entry)} ›
    </Button>
  );
}
