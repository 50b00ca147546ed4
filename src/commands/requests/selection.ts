/** Which row the person has selected in the sheet, and in Scores whose row that is. Writes nothing. */
import { refusal, Refusal } from '../../sheet/problem';
import { shownText } from '../../sheet/parse/text';
import { GENERATED_TABS } from '../../sheet/ownTabs/block';
import { findOwnTabs } from '../workbook/ownTabs';
import type { SelectionReply } from '../protocol/replies';
import type { Workbook } from '../workbook/workbook';

/** Row of the headers in a generated tab; its stamp stands above. */
const HEADERS = 2;

/** @throws Refusal with one sentence when no cell has the focus. */
export function selection(workbook: Workbook): SelectionReply {
  const tabs = workbook.tabs();
  const at = workbook.selection();
  const tab = tabs.find(({ id }) => id === at?.id);
  if (at === undefined || tab === undefined)
    throw new Refusal(
      refusal({
        code: 'NO_SELECTION',
        message: 'No cell is selected.',
        fix: 'Click a row of your accounts or of Scores, and ask again.',
      }),
    );
  const scores = findOwnTabs(workbook, tabs, [{ kind: 'scores', title: GENERATED_TABS.scores }]).get('scores')?.tab;
  if (tab.id !== scores?.id) return { tab: workbook.titleOf(tab.id), row: at.row, key: '', isOurs: tab.kind !== undefined };
  const { columns } = workbook.sizeOf(tab);
  const [headers = []] = workbook.readBack(tab, HEADERS, 1, 1, columns);
  const position = headers.indexOf('Account key') + 1;
  const isAccount = at.row > HEADERS && position > 0;
  const key = isAccount ? shownText(workbook.readBack(tab, at.row, position, 1, 1)[0]?.[0] ?? '') : '';
  return { tab: workbook.titleOf(tab.id), row: at.row, key, isOurs: true };
}
