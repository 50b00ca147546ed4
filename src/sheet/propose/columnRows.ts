/** What was recognised of the lists as rows of `Columns`, for the team to see and to change. */
import type { ReadLists } from '../lists/readLists';
import type { JsonRow } from '../plan/planJson';

/** One row a recognised field. `contactsTab` is undefined where contacts and accounts share a tab. */
export function columnRows({ columns, accountsTab }: ReadLists, contactsTab: string | undefined): readonly JsonRow[] {
  return columns.map(({ list, field, header, sample, confidence }) => ({
    Tab: list === 'contacts' ? (contactsTab ?? accountsTab) : accountsTab,
    List: list,
    Field: field,
    Column: header,
    Sample: sample,
    Confidence: confidence,
  }));
}
