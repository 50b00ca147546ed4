/** All the globals a script finds, for one run. */
import type { Execution, Makers } from './execution';
import type { Border } from './imitation';
import type { Realm } from './realm';
import { CacheService } from '../services/cache';
import { HtmlService } from '../services/html';
import { LockService } from '../services/lock';
import { PropertiesService } from '../services/properties';
import { Range } from '../services/range';
import { Sheet } from '../services/sheet';
import { Console, DENIED, deniedService, Logger, ScriptApp, Session } from '../services/small';
import { Spreadsheet } from '../services/spreadsheet';
import { SpreadsheetApp } from '../services/spreadsheetApp';
import { Utilities } from '../services/utilities';

export const makers: Makers = {
  spreadsheet: (run) => new Spreadsheet(run),
  sheet: (run, gid) => new Sheet(run, gid),
  range: (run, gid, box) => new Range(run, gid, box),
};

/** Globals by name: the imitated services, and those that exist at Google and refuse here for want of a scope. */
export function globalsFor(run: Execution, border: Border, realm: Realm): Record<string, unknown> {
  const app = new SpreadsheetApp(run);
  const services = [app, new HtmlService(run), new PropertiesService(run), new CacheService(run), new LockService(run)];
  const small = [new ScriptApp(run), new Session(run), new Utilities(run), new Logger(run), new Console(run)];
  const globals = Object.fromEntries([...services, ...small].map((service) => [service.kind, border.expose(service)]));
  const charts = {
    ChartType: {
      BAR: 'BAR',
      COLUMN: 'COLUMN',
      LINE: 'LINE',
      PIE: 'PIE',
      SCATTER: 'SCATTER',
      TABLE: 'TABLE',
      AREA: 'AREA',
      COMBO: 'COMBO',
    },
  };
  const denied = Object.entries(DENIED).map(([name, scope]) => [
    name,
    deniedService(run, name, scope, (error) => realm.exception(error.message)),
  ]);
  return { ...globals, Charts: border.out(charts), ...(Object.fromEntries(denied) as Record<string, object>) };
}
