/** Concentration: how many segments there are and whether one of them is the whole plan (S0.33, S1.10). Pure. */
import type { Check, CitedCheck } from '../facts/check';
import { phrase, type Wording } from '../facts/phrase';
import type { Figure } from '../facts/figure';
import { planCheck } from '../facts/check';
import { counted, quotient, shownShare } from '../facts/figure';

export interface Concentration {
  /** Segment with the most assigned accounts, the first of several; '' when nothing is assigned. */
  readonly largest: Wording;
  /** Its share of all assigned accounts, 0–1. */
  readonly share: Figure;
}

/** A plan that rests on more than half of its accounts in one lane fails with that lane. The bound is ours: S0.33 names none. */
const LARGEST_SHARE = 0.5;

/** Of the accounts each segment was assigned. */
export function concentration(segments: readonly { readonly segment: Wording; readonly assigned: number }[]): Concentration {
  const total = segments.reduce((sum, { assigned }) => sum + assigned, 0);
  const largest = segments.reduce((best, each) => (each.assigned > best.assigned ? each : best), { segment: '', assigned: 0 });
  return { largest: largest.segment, share: quotient(largest.assigned, total) };
}

/** Check when the largest segment holds more than half of the assigned accounts; exactly half passes. */
export function concentrationCheck({ largest, share }: Concentration): CitedCheck {
  const rule = `No segment holds more than ${shownShare(LARGEST_SHARE)} of the assigned accounts`;
  if (share === null) {
    return planCheck(
      'concentration',
      'Not known',
      'No account is assigned to a segment',
      rule,
      'Add a segment that takes accounts.',
    );
  }
  const actual = phrase`${largest} holds ${shownShare(share)}`;
  const fix = 'Prepare a second lane, or split this one.';
  return planCheck('concentration', share > LARGEST_SHARE ? 'Check' : 'Pass', actual, rule, fix);
}

/** 3 to 7 active segments, both ends in; other counts are Check (S1.10). */
export function segmentCountCheck(segments: number): Check {
  const status = segments >= 3 && segments <= 7 ? 'Pass' : 'Check';
  const fix = segments < 3 ? 'Split the widest segment by buying motion.' : 'Merge or deactivate the smallest.';
  return planCheck('segment count', status, counted(segments, 'segment'), '3 to 7 segments to begin with', fix);
}
