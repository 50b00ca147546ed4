/** Hand-backs: accounts that a rep has given back, with why and for how long they are off every list of prospects. Pure. */
import type { Day } from '../facts/fact';
import { minusMonths } from '../facts/day';
import type { HandBack } from '../rules/handBack';
import { BAD_DATA, HANDED_BACK, type Availability } from './availability';

/** An account that was worked through rests so long. */
const REST_MONTHS = 3;

/**
 * The same with accounts handed back as unavailable, those with bad data by a code of their own. The last row of a key counts. "Not now" ends on
 * its day, "worked through" three months after its own; without a day, and for other reasons, the row holds until it goes.
 */
export function withHandBacks(
  availability: Availability,
  keys: readonly string[],
  handBacks: readonly HandBack[],
  asOf: Day,
): Availability {
  if (handBacks.length === 0) return availability;
  const held = new Map(handBacks.map((handBack) => [handBack.key, handBack]));
  const status = availability.status.map((code, account) => {
    const handBack = held.get(keys[account] ?? '');
    if (code !== 0 || handBack === undefined || !holds(handBack, asOf)) return code;
    return handBack.why === 'bad data' ? BAD_DATA : HANDED_BACK;
  });
  return { ...availability, status, available: status.map((code) => (code === 0 ? 1 : 0)) };
}

function holds({ why, date, until }: HandBack, asOf: Day): boolean {
  if (why === 'not now') return until === undefined || asOf < until;
  if (why === 'worked through') return date === undefined || asOf < minusMonths(date, -REST_MONTHS);
  return true;
}
