/** What was recognized of the lists as rows of `Columns`, for the team to see and to change. */
import type { Mapping } from '../lists/columnChoices';
import type { ReadLists } from '../lists/readLists';
import { fold } from '../../domain/facts/text';
import { shownText } from '../parse/text';
import type { JsonRow } from '../plan/planJson';

/** One row a recognized field. `contactsTab` is undefined where contacts and accounts share a tab. */
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

/** The rows that change what is recognized, as mapping alone: rows as the add-on writes them say nothing new, nor do samples. */
export function choicesOf(rows: readonly JsonRow[], unaided: readonly Mapping[]): readonly JsonRow[] {
  const textOf = (row: JsonRow, header: string): string => fold(shownText(row[header] ?? ''));
  return rows.flatMap((row) => {
    const [tab = '', list = '', field = '', column = ''] = ['Tab', 'List', 'Field', 'Column'].map((header) =>
      textOf(row, header),
    );
    const isKnown = unaided.some(
      (known) =>
        (tab === '' || fold(known.tab) === tab) &&
        known.list === (list === 'contacts' ? 'contacts' : 'accounts') &&
        fold(known.field) === field &&
        fold(known.header) === column,
    );
    return isKnown || field === '' ? [] : [{ Tab: tab, List: list, Field: field, Column: column }];
  });
}
