/** Our Summary and the stamp in its first cell. */
import { shownText } from '../../sheet/parse/text';
import { GENERATED_TABS } from '../../sheet/ownTabs/block';
import { readStamp, type Stamp } from '../../sheet/ownTabs/stamp';
import { findOwnTabs } from './ownTabs';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/** Undefined before the first run. */
export function ownSummary(workbook: Workbook, tabs: readonly Tab[]): { readonly tab: Tab; readonly stamp: Stamp } | undefined {
  const own = findOwnTabs(workbook, tabs, [{ kind: 'summary', title: GENERATED_TABS.summary }]).get('summary');
  const stamp = own === undefined ? undefined : readStamp(shownText(workbook.readBack(own.tab, 1, 1, 1, 1)[0]?.[0] ?? ''));
  return own === undefined || stamp === undefined ? undefined : { tab: own.tab, stamp };
}
