/** Diagnosis: what rates say of the audience and the message, only where chance does not explain them (S1.39, S3.16–S3.19). Pure. */
import { shownNumber, type Figure } from '../facts/figure';
import { evidenceBeyond, isShown, trialsToTell } from '../stats/evidence';
import type { Rate } from '../stats/rates';
import type { Claims, Expected } from './claims';
import type { ShareRange } from '../score/tierGuide';
import type { PooledRates } from './results';

/** `not shown`: outside the range, but chance may have put it there. */
export type RangeVerdict = 'below' | 'within' | 'above' | 'not shown';

export type DiagnosisVerdict = 'no results' | 'low reply' | 'high reply, low meeting' | 'as expected' | 'not shown';

export interface Diagnosis {
  readonly verdict: DiagnosisVerdict;
  readonly sentence: string;
}

/** A rate against a range, both ends in; below and above only where that is shown at every look. */
export function againstRange(given: Rate, [from, to]: ShareRange): RangeVerdict {
  if (isShown(evidenceBeyond(given, from, 'below'))) return 'below';
  if (isShown(evidenceBeyond(given, to, 'above'))) return 'above';
  return given.rate >= from && given.rate <= to ? 'within' : 'not shown';
}

/**
 * Low reply: adjust filters and audience. High reply and low meeting: the message must qualify better (S1.39). Only what `claims` show is
 * said; `level` is the chance of a false alarm that contacts still to be made are reckoned with.
 */
export function diagnose(
  { replies, contacted }: PooledRates,
  claims: Pick<Claims, 'replies' | 'meetingsAreLow'>,
  expected: Expected,
  level: number,
): Diagnosis {
  if (replies === null) return { verdict: 'no results', sentence: 'No results yet.' };
  const from = expected.replyRate[0];
  const asked = `the ${shownNumber(100 * from)} % expected`;
  if (claims.replies === 'below')
    return { verdict: 'low reply', sentence: `Replies are below ${asked}: adjust the filters and the audience.` };
  if (claims.replies === 'above' && claims.meetingsAreLow) {
    const sentence = 'Replies come and meetings do not: the message must qualify better.';
    return { verdict: 'high reply, low meeting', sentence };
  }
  if (claims.replies === 'above') return { verdict: 'as expected', sentence: `Replies reach ${asked}.` };
  const more = stillNeeded(trialsToTell(replies.rate, from, level), contacted);
  const needed = more === null || more === 0 ? '' : ` About ${shownNumber(more)} more contacts would tell.`;
  return { verdict: 'not shown', sentence: `Too few contacts to tell the reply rate from ${asked}.${needed}` };
}

/** Contacts still to be made of so many needed; null when no number would do. */
export function stillNeeded(needed: Figure, contacted: number): Figure {
  return needed === null ? null : Math.max(0, needed - contacted);
}
