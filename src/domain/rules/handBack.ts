/** A hand-back: a row of `Overrides` without a tier, by which a rep gives an account back. Pure data. */
import type { Day } from '../facts/fact';

/** What a Reason without a tier begins with. */
export const HAND_BACKS = ['bad data', 'poor fit', 'not now', 'worked through'] as const;

export interface HandBack {
  /** An account key. */
  readonly key: string;
  readonly why: (typeof HAND_BACKS)[number];
  /** When it was given back; undefined where that is not said. */
  readonly date?: Day | undefined;
  /** The day from which an account given back for now is available again. */
  readonly until?: Day | undefined;
}
