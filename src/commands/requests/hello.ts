/** First request of the page: what this workbook holds. */
import { VERSION } from '../../sheet/ownTabs/version';
import type { StoppedImport } from '../protocol/replies';
import { stoppedImport } from '../writing/stoppedImport';
import type { Workbook } from '../workbook/workbook';

export interface Greeting {
  readonly version: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly { readonly title: string; readonly isOurs: boolean }[];
  readonly stopped?: StoppedImport;
}

/** What the page must know before anything else: version, locale, tabs, a stopped import. */
export function hello(workbook: Workbook): Greeting {
  const listed = workbook.tabs();
  const tabs = listed.map(({ title, kind }) => ({ title, isOurs: kind !== undefined }));
  const stopped = stoppedImport(workbook, listed);
  return {
    version: VERSION,
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    tabs,
    ...(stopped === undefined ? {} : { stopped }),
  };
}
