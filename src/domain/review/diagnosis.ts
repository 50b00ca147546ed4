/** Diagnosis: what rates say of the audience and the message, only where chance does not explain them (S1.39, S3.16–S3.19). Pure. */
import { shownNumber, type Figure } from '../facts/figure';
import { CONFIDENCE, contactsNeededToTell, isAbove, type Rate } from '../stats/rates';
import type { ShareRange } from '../score/tierGuide';
import type { PooledRates } from './results';

/** `not shown`: outside the range, but chance may have put it there. */
export type RangeVerdict = 'below' | 'within' | 'above' | 'not shown';

export type DiagnosisVerdict = 'no results' | 'low reply' | 'high reply, low meeting' | 'as expected' | 'not shown';

export interface Diagnosis {
  readonly verdict: DiagnosisVerdict;
  readonly sentence: string;
}

/** What replies and meetings are compared with. */
export interface Expected {
  readonly replyRate: ShareRange;
  readonly meetingRate: ShareRange;
}

/** A rate against a range, both ends in; below and above only with the whole interval. */
export function againstRange(given: Rate, [from, to]: ShareRange): RangeVerdict {
  const { rate, high } = given;
  if (high < from) return 'below';
  if (isAbove(given, to)) return 'above';
  return rate >= from && rate <= to ? 'within' : 'not shown';
}

/**
 * Low reply: adjust filters and audience. High reply and low meeting: the message must qualify better (S1.39).
 * High means that the whole interval is not below the range; low that all of it is. `confidence` is that of the rates.
 */
export function diagnose({ replies, meetings, contacted }: PooledRates, expected: Expected, confidence = CONFIDENCE): Diagnosis {
  if (replies === null) return { verdict: 'no results', sentence: 'No results yet.' };
  const from = expected.replyRate[0];
  const asked = `the ${shownNumber(100 * from)} % expected`;
  if (replies.high < from)
    return { verdict: 'low reply', sentence: `Replies are below ${asked}: adjust the filters and the audience.` };
  const isHigh = isAbove(replies, from, confidence);
  if (isHigh && meetings !== null && meetings.high < expected.meetingRate[0]) {
    const sentence = 'Replies come and meetings do not: the message must qualify better.';
    return { verdict: 'high reply, low meeting', sentence };
  }
  if (isHigh) return { verdict: 'as expected', sentence: `Replies reach ${asked}.` };
  const more = stillNeeded(contactsNeededToTell(replies.rate, from, confidence), contacted);
  const needed = more === null ? '' : ` About ${shownNumber(more)} more contacts would tell.`;
  return { verdict: 'not shown', sentence: `Too few contacts to tell the reply rate from ${asked}.${needed}` };
}

/** Contacts still to be made of so many needed; null when no number would do. */
export function stillNeeded(needed: Figure, contacted: number): Figure {
  return needed === null ? null : Math.max(0, needed - contacted);
}
