/** First request of the page: what this workbook holds. */
import { VERSION } from '../../sheet/ownTabs/version';
import type { Greeting } from '../protocol/replies';
import { stoppedImport } from '../writing/stoppedImport';
import type { Workbook } from '../workbook/workbook';

/** What the page must know before anything else: version, locale, tabs, a stopped import, what was left unsaved. */
export function hello(workbook: Workbook): Greeting {
  const listed = workbook.tabs();
  const tabs = listed.map(({ id, kind }) => ({ title: workbook.titleOf(id), isOurs: kind !== undefined }));
  const stopped = stoppedImport(workbook, listed);
  const draft = keptDraft(workbook);
  return {
    version: VERSION,
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    tabs,
    ...(stopped === undefined ? {} : { stopped }),
    ...(draft === undefined ? {} : { draft }),
  };
}

/** A text that cannot be read must not keep the file from opening. */
function keptDraft(workbook: Workbook): string | undefined {
  try {
    return workbook.draft();
  } catch {
    return undefined;
  }
}
