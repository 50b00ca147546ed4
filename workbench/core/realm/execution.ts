/** One run of the script: who runs it, under which authority, through which gate, with which writes waiting. */
import type { Box } from '../document/a1';
import type { Clock } from '../clock';
import type { SharedDocument, User } from '../document/document';
import type { FaultSchedule } from '../faults/faultSchedule';
import { CallGate } from '../faults/callGate';
import { ServiceError } from '../faults/signals';
import type { Switches } from '../switches';
import type { UiState } from '../person/uiState';
import type { Write } from '../document/writes';
import { WriteBuffer } from '../document/writes';

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** Makes the objects that refer to each other, so that their files need not: the objects go straight to the script. */
export interface Makers {
  spreadsheet(run: Execution): object;
  sheet(run: Execution, gid: number): object;
  range(run: Execution, gid: number, box: Box): object;
}

export interface ExecutionSetup {
  readonly makers: Makers;
  readonly document: SharedDocument;
  readonly user: User;
  /** Identity of the install: properties, locks and PROJECT metadata belong to it. */
  readonly script: string;
  readonly auth: AuthMode;
  readonly scopes: readonly string[];
  readonly scriptZone: string;
  readonly sidebarHtml: string;
  readonly switches: Switches;
  readonly clock: Clock;
  readonly plan: FaultSchedule;
  readonly ui: UiState;
  readonly log: (line: string) => void;
  /** Cell of the formula that runs, for a custom function. */
  readonly formulaAt?: () => { readonly sheet: number; readonly row: number; readonly column: number };
}

const SIX_MINUTES = 360_000;
const HALF_MINUTE = 30_000;
let lastExecution = 0;

export class Execution {
  readonly id: number;
  readonly writes: WriteBuffer;
  readonly gate: CallGate;

  constructor(readonly setup: ExecutionSetup) {
    lastExecution += 1;
    this.id = lastExecution;
    const { switches, clock, plan, auth } = setup;
    this.writes = new WriteBuffer(switches.refusalsSurfaceAtOnce, switches.refusalDropsTheRest);
    this.gate = new CallGate(clock, plan, auth === 'FULL' ? SIX_MINUTES : HALF_MINUTE, this.writes);
    this.writes.trips = this.gate;
  }

  get document(): SharedDocument {
    return this.setup.document;
  }

  /** Before anything is read from the workbook: waiting writes arrive first. */
  reading(cells = 1): void {
    this.writes.flush();
    this.gate.trip(cells, 0);
  }

  /** Before a change of structure, which does not wait. */
  restructuring(method: string, gid?: number): void {
    this.assertMayWrite(method);
    this.document.scriptChanges += 1;
    this.writes.flush();
    const { document, user } = this.setup;
    if (gid === undefined) document.assertEditable({ ...user, role: user.role === 'viewer' ? 'viewer' : 'owner' }, -1);
    else document.assertEditable(user, gid);
    this.gate.trip(0, 0);
  }

  queue(method: string, write: Write): void {
    this.assertMayWrite(method);
    this.document.scriptChanges += 1;
    this.writes.push(write);
  }

  assertMayWrite(method: string): void {
    if (this.setup.auth === 'CUSTOM_FUNCTION') throw new ServiceError(`You do not have permission to call ${method}`);
  }

  /** The document must not be touched before the add-on is enabled in it. */
  assertMaySeeDocument(method: string): void {
    if (this.setup.auth === 'NONE') throw new ServiceError(`You do not have permission to call ${method}`);
  }

  /** Google's sentence unless one of these scopes is granted; names without the common beginning. */
  needsScope(method: string, ...scopes: readonly string[]): void {
    const wanted = scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
    if (wanted.some((scope) => this.setup.scopes.includes(scope))) return;
    const either = wanted.length === 1 ? String(wanted[0]) : `(${wanted.join(' || ')})`;
    throw new ServiceError(`Specified permissions are not sufficient to call ${method}. Required permissions: ${either}`);
  }

  /** However the run ended: its locks go, and if it lives, what waits arrives. */
  end(): void {
    try {
      if (!this.gate.signal) this.writes.flush();
    } finally {
      this.writes.lose();
      for (const [name, holder] of this.document.locks) if (holder === this.id) this.document.locks.delete(name);
    }
  }
}
