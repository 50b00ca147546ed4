/** The one gate every service call passes: it counts, lets time pass, injects faults and lets other people edit in between. */
import type { Clock } from '../clock';
import type { Fault, FaultSchedule } from './faultSchedule';
import { KillSignal, ServiceError } from './signals';
import type { WriteBuffer } from '../document/writes';

const TIMED_OUT = 'Exceeded maximum execution time';
const SERVICE_FAILED = 'Service Spreadsheets failed while accessing document with id workbench.';

/** Virtual milliseconds: what a call costs by itself, a trip to the server, and each cell carried. */
const COST = { call: 0.2, trip: 60, readCell: 0.0085, writtenCell: 0.022 };

export interface CallCounts {
  /** Service calls of the run by name, `Range.setValues`, in order. */
  readonly calls: readonly string[];
  /** Trips to Google's servers: reads, flushes that carried something, changes of structure, other services. */
  readonly roundTrips: number;
  readonly readCells: number;
  readonly writtenCells: number;
  readonly virtualMilliseconds: number;
}

export class CallGate {
  private readonly calls: string[] = [];
  private trips = 0;
  private readCells = 0;
  private writtenCells = 0;
  private elapsed = 0;
  private killed: KillSignal | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly plan: FaultSchedule,
    private readonly limit: number,
    private readonly writes: WriteBuffer,
  ) {}

  get signal(): KillSignal | undefined {
    return this.killed;
  }

  counts(): CallCounts {
    return {
      calls: this.calls,
      roundTrips: this.trips,
      readCells: this.readCells,
      writtenCells: this.writtenCells,
      virtualMilliseconds: this.elapsed,
    };
  }

  pass<T>(name: string, act: () => T): T {
    this.assertAlive();
    this.calls.push(name);
    const index = this.calls.length;
    this.plan.letOthersEdit(index, name);
    this.spend(COST.call);
    const fault = this.plan.faultAt(index, name);
    if (!fault) return act();
    return this.passFaulty(fault, act);
  }

  /** A trip to the server that carries so many cells. */
  trip(read: number, written: number): void {
    this.trips += 1;
    this.readCells += read;
    this.writtenCells += written;
    this.spend(COST.trip + read * COST.readCell + written * COST.writtenCell);
  }

  spend(milliseconds: number): void {
    this.elapsed += milliseconds;
    this.clock.advance(milliseconds);
    if (this.elapsed > this.limit) this.kill(TIMED_OUT);
  }

  kill(message: string): never {
    this.killed = new KillSignal(message);
    this.writes.lose();
    throw this.killed;
  }

  assertAlive(): void {
    if (this.killed) throw this.killed;
  }

  private passFaulty<T>(fault: Fault, act: () => T): T {
    if (fault.kind === 'kill') this.kill(fault.message ?? TIMED_OUT);
    if (fault.kind === 'throwBefore') throw new ServiceError(fault.message ?? SERVICE_FAILED);
    if (fault.kind === 'throwAfter' || fault.kind === 'killAfter') {
      act();
      this.writes.flush();
      if (fault.kind === 'killAfter') this.kill(fault.message ?? TIMED_OUT);
      throw new ServiceError(fault.message ?? SERVICE_FAILED);
    }
    return this.passLossy(fault, act);
  }

  /** The buffer loses what it holds by the time of this call; with nothing in it, the fault waits for the next call. */
  private passLossy<T>(fault: Fault, act: () => T): T {
    const end = (): void => {
      this.plan.spent(fault);
      if (fault.then === 'kills') this.kill(fault.message ?? TIMED_OUT);
      if (fault.then !== 'goesOn') throw new ServiceError(fault.message ?? SERVICE_FAILED);
    };
    if (this.writes.waiting > 0) {
      this.writes.damage(fault.kind === 'loseTail' ? 'loseTail' : 'partialRectangle');
      end();
      return act();
    }
    const result = act();
    if (this.writes.waiting > 0) {
      this.writes.damage(fault.kind === 'loseTail' ? 'loseTail' : 'partialRectangle');
      end();
    } else this.plan.rearm(fault);
    return result;
  }
}
