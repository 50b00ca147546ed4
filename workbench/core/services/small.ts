/** The small services: ScriptApp, Session, Logger, console, and those that only tell which scope is missing. */
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';
import { asText } from '../text';

export class ScriptApp extends Imitated {
  readonly kind = 'ScriptApp';
  override readonly constants = {
    AuthMode: { NONE: 'NONE', LIMITED: 'LIMITED', CUSTOM_FUNCTION: 'CUSTOM_FUNCTION', FULL: 'FULL' },
    AuthorizationStatus: { REQUIRED: 'REQUIRED', NOT_REQUIRED: 'NOT_REQUIRED' },
  };

  getScriptId(): string {
    return this.run.setup.script;
  }

  requireScopes(): void {
    return undefined;
  }

  newTrigger(): never {
    this.run.needsScope('ScriptApp.newTrigger', 'script.scriptapp');
    throw new ServiceError('Workbench: ScriptApp.newTrigger is not imitated');
  }

  getProjectTriggers(): never {
    this.run.needsScope('ScriptApp.getProjectTriggers', 'script.scriptapp');
    throw new ServiceError('Workbench: ScriptApp.getProjectTriggers is not imitated');
  }
}

export class Session extends Imitated {
  readonly kind = 'Session';

  getActiveUserLocale(): string {
    return 'en';
  }

  getScriptTimeZone(): string {
    return this.run.setup.scriptZone;
  }

  getTimeZone(): string {
    return this.run.setup.scriptZone;
  }

  getTemporaryActiveUserKey(): string {
    return `key-${this.run.setup.script}-${this.run.setup.user.email}`;
  }

  getActiveUser(): SessionUser {
    return new SessionUser(this.run);
  }

  getEffectiveUser(): SessionUser {
    return new SessionUser(this.run);
  }
}

class SessionUser extends Imitated {
  readonly kind = 'User';

  /** Without the scope for it an add-on gets no address. */
  getEmail(): string {
    this.run.needsScope('Session.getActiveUser', 'userinfo.email');
    return this.run.setup.user.email;
  }
}

export class Logger extends Imitated {
  readonly kind = 'Logger';

  log(...values: readonly unknown[]): void {
    this.run.setup.log(values.map(shown).join(' '));
  }
}

/** Apps Script's console: these six methods and no others. */
export class Console extends Imitated {
  readonly kind = 'console';

  log(...values: readonly unknown[]): void {
    this.run.setup.log(values.map(shown).join(' '));
  }

  info(...values: readonly unknown[]): void {
    this.run.setup.log(values.map(shown).join(' '));
  }

  warn(...values: readonly unknown[]): void {
    this.run.setup.log(`warning: ${values.map(shown).join(' ')}`);
  }

  error(...values: readonly unknown[]): void {
    this.run.setup.log(`error: ${values.map(shown).join(' ')}`);
  }

  time(): void {
    return undefined;
  }

  timeEnd(): void {
    return undefined;
  }
}

/** Services the add-on has no business with; the scope each would need. */
export const DENIED: Readonly<Record<string, string>> = {
  UrlFetchApp: 'script.external_request',
  MailApp: 'script.send_mail',
  GmailApp: 'gmail.modify',
  DriveApp: 'drive',
  CalendarApp: 'calendar',
  ContactsApp: 'contacts',
  DocumentApp: 'documents',
  FormApp: 'forms',
  Jdbc: 'script.external_request',
  BigQuery: 'bigquery',
  Sheets: 'spreadsheets',
};

/** An object on which every method throws Google's sentence about the missing scope. */
export function deniedService(run: Execution, name: string, scope: string, throwIn: (error: ServiceError) => unknown): object {
  return new Proxy(Object.create(null) as object, {
    get: (_, method) => {
      if (typeof method === 'symbol') return undefined;
      return () => {
        try {
          run.gate.pass(`${name}.${method}`, () => {
            run.needsScope(`${name}.${method}`, scope);
            throw new ServiceError(`Workbench: ${name}.${method} is not imitated`);
          });
        } catch (error) {
          throw error instanceof ServiceError ? throwIn(error) : error;
        }
      };
    },
  });
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : asText(value);
}
