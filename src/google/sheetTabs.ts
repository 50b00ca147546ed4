/** Tabs of a spreadsheet: which are ours, told by their developer metadata, and how one is made. */
import { newTabIndex } from '../sheet/ownTabs/tabOrder';
import { tabKindNamed, type TabKind } from '../sheet/ownTabs/tabKind';
import type { PendingKind, Tab } from '../commands/workbook/tab';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

/** Developer metadata key of our tabs; visible to every script on the document, so that two installs know each other's tabs. */
const METADATA_KEY = 'segment-planner-tab';
/** On the spreadsheet itself: tabs that are being made, between their insertion and their own metadata. */
const MAKING_KEY = 'segment-planner-making';

/** Tabs in their order; titles known until now are forgotten, since tabs may have been renamed. Of several tabs of one kind (a duplicated tab carries the same metadata) the one the metadata names is ours. */
export function listTabs(spreadsheet: Spreadsheet, sheets: Map<number, Sheet>): readonly Tab[] {
  const kinds = new Map<number, TabKind>();
  for (const metadata of metadataIn(spreadsheet, METADATA_KEY)) {
    const [kind = '', id = ''] = (metadata.getValue() ?? '').split('@');
    // A tab copied from another file names an id that may be that of any tab here.
    if (kind !== '' && metadata.getLocation().getSheet()?.getSheetId() === Number(id)) kinds.set(Number(id), tabKindNamed(kind));
  }
  sheets.clear();
  return spreadsheet.getSheets().map((sheet) => {
    const id = sheet.getSheetId();
    sheets.set(id, sheet);
    return { id, kind: kinds.get(id) };
  });
}

interface NewTab {
  readonly title: string;
  readonly kind: TabKind | undefined;
  readonly isHidden: boolean;
}

/** Adds a tab where its kind belongs among the `known` ones, which are in their order. @throws Error when the title is taken. */
export function createTab(
  spreadsheet: Spreadsheet,
  sheets: Map<number, Sheet>,
  known: Tab[],
  { title, kind, isHidden }: NewTab,
): Tab {
  // insertSheet makes the new tab the active one; the team's view must not jump.
  const active = spreadsheet.getActiveSheet();
  const index = newTabIndex(
    kind,
    known.map((tab) => tab.kind),
  );
  const sheet = spreadsheet.insertSheet(title, index);
  const id = sheet.getSheetId();
  if (kind !== undefined) nameSheet(sheet, kind);
  spreadsheet.setActiveSheet(active);
  if (isHidden) sheet.hideSheet();
  sheets.set(id, sheet);
  known.splice(index, 0, { id, kind });
  return { id, kind };
}

/** The tab's own id goes with the kind: a duplicated tab carries the same words, and is recognized by its id. */
export function nameSheet(sheet: Sheet, kind: TabKind): void {
  addMetadata(sheet, METADATA_KEY, `${kind}@${sheet.getSheetId()}`);
}

/** `known` are ids of the tabs that are there already: of one title, those are another user's. */
export function beginTabs(
  spreadsheet: Spreadsheet,
  tabs: readonly (readonly [kind: PendingKind, title: string])[],
  known: readonly number[],
): void {
  addMetadata(spreadsheet, MAKING_KEY, JSON.stringify([...tabs, ['', known.join()]]));
}

/** What a stopped run said it was about to make. */
export function pendingTabsIn(spreadsheet: Spreadsheet): readonly Metadata[] {
  return metadataIn(spreadsheet, MAKING_KEY);
}

/** All metadata of this key in the file, on tabs and on the spreadsheet. */
export function metadataIn(spreadsheet: Spreadsheet, key: string): readonly Metadata[] {
  return spreadsheet.createDeveloperMetadataFinder().withKey(key).find();
}

/** Visible to every script on the document. */
export function addMetadata(to: Spreadsheet | Sheet, key: string, text: string): void {
  to.addDeveloperMetadata(key, text, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}
