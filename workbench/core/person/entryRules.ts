/** By which rules a text is read as an entry. */
import type { Switches } from '../switches';

export interface EntryRules {
  readonly locale: string;
  /** The year a date without one falls in. */
  readonly year: number;
  readonly switches: Switches;
}
