/** The workbook of a file, for tests that do not ask what was left out of it. */
import type { WorkbookData } from '../../../../workbench/core/document/workbookData';
import { openWorkbookFile } from '../../../../workbench/files/open';

export async function openWorkbook(name: string, bytes: Uint8Array, tab?: string): Promise<WorkbookData> {
  return (await openWorkbookFile(name, bytes, tab)).book;
}
