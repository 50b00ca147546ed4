/** What the page has not saved yet, kept for this user while the sidebar is closed; never in a cell. */
import type { DraftReply } from '../protocol/replies';
import type { DraftRequest } from '../protocol/requests';
import type { Workbook } from '../workbook/workbook';

/** Longest text that is kept, in characters. */
export const LONGEST_DRAFT = 30_000;

/** Replaces what is kept; an empty text forgets it. A text that is too long is not kept, nor what was kept before. */
export function draft({ text }: DraftRequest, workbook: Workbook): DraftReply {
  const isKept = text !== '' && text.length <= LONGEST_DRAFT;
  workbook.keepDraft(isKept ? text : undefined);
  return { isKept };
}
