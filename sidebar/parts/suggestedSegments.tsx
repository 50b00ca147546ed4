/** Segments that the list suggests, each with its counts and a button to take it over. */
import { useMemo } from 'preact/hooks';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { suggestionsFor, withSegment } from '../plan/suggest';
import type { Planner } from '../planner';
import { Button } from './form';

/** Nothing before a list is read. */
export function SuggestedSegments({ planner }: { readonly planner: Planner }) {
  const { state, live, edit } = planner;
  const { draft, lists } = state;
  const suggested = useMemo(
    () => (lists === undefined || live === undefined ? undefined : suggestionsFor(lists, live)),
    [lists, live],
  );
  if (suggested === undefined) return null;
  const { segments, left, free, reason } = suggested;
  return (
    <section aria-label="Suggested segments">
      <h2>Suggested</h2>
      {reason !== '' && <p class="hint">{reason}</p>}
      {segments.map((segment) => (
        <div class="offer" key={segment.name}>
          <b>{segment.name}</b>
          <p class="hint">
            {counted(segment.matches, 'match', 'matches')}, {shownNumber(segment.available)} available
            {segment.overlap > 0 && `, ${shownNumber(segment.overlap)} also in one above`}
          </p>
          <Button label={`Add the segment ${segment.name}`} onClick={() => edit(withSegment(draft, segment))}>
            Add
          </Button>
        </div>
      ))}
      {segments.length > 0 && (
        <p class="hint">
          Together they leave {shownNumber(left)} of {counted(free, 'available ICP account')} in no segment.
        </p>
      )}
    </section>
  );
}
