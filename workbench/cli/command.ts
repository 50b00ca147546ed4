/** What every command is given and gives. */
import type { WorkbookData } from '../core/document/workbookData';
import type { Session } from './session';

export interface Tools {
  /** Loads a workbook into the engine with the built bundle. */
  readonly open: (book: WorkbookData) => Promise<Session>;
  /** A line on standard output. */
  readonly say: (line: string) => void;
  /** A line on standard error, for what must not mix with output that a program reads. */
  readonly remark: (line: string) => void;
}

export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[], tools: Tools) => Promise<void>;
}
