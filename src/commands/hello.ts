/** First request of the page: what this workbook holds. */
import { VERSION } from '../sheet/version';
import type { Workbook } from './workbook';

export interface Greeting {
  readonly version: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly { readonly title: string; readonly isOurs: boolean }[];
}

export function hello(workbook: Workbook): Greeting {
  const tabs = workbook.tabs().map(({ title, kind }) => ({ title, isOurs: kind !== undefined }));
  return { version: VERSION, locale: workbook.locale, timeZone: workbook.timeZone, tabs };
}
