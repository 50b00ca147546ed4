/** A column of a list: what its header and its cells say, and the field it was matched with. */
import type { Evidence } from './evidence';
import type { Field, ListName } from '../fields';
import type { HeaderWords } from '../headers/header';

/** A column with what its header and its cells say. */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly words: HeaderWords;
  readonly evidence: Evidence;
}

/** What decided: the team's mapping, the field's own name as header, a known header, or the cells. */
export type Reason = 'typed' | 'exact' | 'header' | 'cells';

export interface ColumnMatch {
  readonly list: ListName;
  readonly field: Field;
  /** 0-based column of the table. */
  readonly column: number;
  readonly header: string;
  /** 0 to 1; 1 for typed and exact ones. Below 0.5 nothing is matched. */
  readonly confidence: number;
  /** First filled cell as people see it, clipped; '' when the column is empty. */
  readonly sample: string;
  readonly reason: Reason;
  /** Column of the upper end where two columns hold one range (`Revenue Min`, `Revenue Max`). */
  readonly upperColumn?: number;
}
