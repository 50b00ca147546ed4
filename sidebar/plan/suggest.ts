/** Segments suggested for the accounts of the plan as it stands here, and the draft with one of them. */
import { suggestSegments, type Suggested, type SuggestedSegment } from '../../src/domain/learning/suggestSegments';
import { NOT_DRAWN } from '../../src/domain/segments/segment';
import { addRow, entriesOf, type Draft } from './entries';
import type { PageLists } from './lists';
import type { Live } from './live';
import { asShown } from './propose';

/** Of a sample of a long list the smallest segment is scaled down as the list is. */
export function suggestionsFor({ lists, meta, read }: PageLists, { runResult }: Live): Suggested {
  const { segmentation, availability, plan } = runResult;
  const share = meta.size === 0 ? 1 : read / meta.size;
  return suggestSegments({
    accounts: lists.accounts,
    names: asShown,
    drawn: Uint8Array.from(segmentation.assigned, (segment) => (segment === NOT_DRAWN ? 0 : 1)),
    available: availability.available,
    taken: Uint8Array.from(segmentation.assigned, (_, account) =>
      segmentation.matches.some((all) => all[account] === 1) ? 1 : 0,
    ),
    smallest: Math.max(1, Math.ceil(plan.settings.smallSegment * share)),
  });
}

/** The segment as the next one, with its rules. */
export function withSegment(draft: Draft, { name, conditions }: SuggestedSegment): Draft {
  const own = freeName(draft, name);
  let next = addRow(draft, 'segments', { Segment: own, Priority: entriesOf(draft, 'segments').length + 1, Active: 'Yes' });
  for (const { field, operator, value } of conditions)
    next = addRow(next, 'rules', { For: own, Field: field, Operator: operator, Value: value, Type: 'Include' });
  return next;
}

function freeName(draft: Draft, name: string): string {
  for (let number = 1; ; number += 1) {
    const own = number === 1 ? name : `${name} ${number}`;
    if (entriesOf(draft, 'segments', 'Segment', own).length === 0) return own;
  }
}
