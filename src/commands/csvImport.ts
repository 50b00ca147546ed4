/** Rows of a CSV file, read by the page, into a tab of their own; chunk by chunk, and a chunk sent twice is written once. */
import { freeTitle } from './ownTabs';
import type { CsvImportRequest } from './protocol/requests';
import type { CsvImportReply } from './protocol/replies';
import { forgetImport, rememberImport } from './stoppedImport';
import { withGuard } from './textGuard';
import type { TextGuard, Workbook } from './workbook';

/** @throws Error with one sentence when the tab is gone or holds other rows than those sent before. */
export function csvImport(request: CsvImportRequest, workbook: Workbook): CsvImportReply {
  const { title, row, rows, whole } = request;
  let guard = request.guard ?? 'format';
  if (!workbook.lock()) throw new Error('Another run is writing in this file. Wait a minute and try again.');
  try {
    const tabs = workbook.tabs();
    const tab =
      row === 1
        ? workbook.create(freeTitle(title, tabs), undefined, false)
        : tabs.find((candidate) => candidate.title === title && candidate.kind === undefined);
    if (tab === undefined) throw new Error(`The tab "${title}" is gone, so the import stopped. Import the file again.`);
    // Remembered before the first cell is written, so that no stop leaves a part that nobody can tell from a list.
    if (row === 1 && whole !== undefined) rememberImport(workbook, tab, { ...whole, done: 0, guard });
    const held = row === 1 ? 0 : workbook.read(tab).length;
    if (held > row - 1 && held !== row - 1 + rows.length)
      throw new Error(`The tab "${title}" changed during the import. Import the file again; it gets a tab of its own.`);
    if (held <= row - 1) {
      const width = rows[0]?.length ?? 1;
      workbook.grow(tab, row - 1 + rows.length, width);
      const rectangle = { row, column: 1, cells: rows, formats: Array.from({ length: width }, () => 'General') };
      const write = (probed: TextGuard): void => {
        guard = probed;
        workbook.write(tab, rectangle, probed);
      };
      if (row === 1) withGuard(workbook, tab, write);
      else write(guard);
      workbook.flush();
    }
    const done = row - 1 + rows.length;
    if (whole !== undefined && done < whole.rows) rememberImport(workbook, tab, { ...whole, done, guard });
    else if (whole !== undefined) forgetImport(workbook);
    return { tab: tab.title, rows: done, guard };
  } finally {
    workbook.unlock();
  }
}
