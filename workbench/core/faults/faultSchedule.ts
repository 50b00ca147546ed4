/** What is planned to go wrong in a run, and when: at the k-th service call, or at calls of a name. */

export type FaultKind =
  /** The call fails and has no effect. */
  | 'throwBefore'
  /** The call takes effect at the server, then fails: a time-out after the fact. */
  | 'throwAfter'
  /** The run is killed before the call; what waits in the buffer is lost. */
  | 'kill'
  /** The run is killed after the call, with all waiting writes applied. */
  | 'killAfter'
  /** Of the waiting writes only the first half arrive. */
  | 'loseTail'
  /** Of the last waiting rectangle only its upper half arrives. */
  | 'partialRectangle';

export interface Fault {
  /** Number of the service call in its run, from 1, or a pattern of its name, `Range.setValues`. */
  readonly at: number | RegExp;
  readonly kind: FaultKind;
  /** Stays for all later calls of this run and the next ones, until cleared; a number then means "from this call on". */
  readonly persistent?: boolean;
  /** What the script sees of `loseTail` and `partialRectangle`: an error (default), its death, or nothing. */
  readonly then?: 'throws' | 'kills' | 'goesOn';
  readonly message?: string;
}

/** Another person's edit, done before a call is. */
export interface ScheduledEdit {
  readonly at: number | RegExp;
  readonly edit: () => void;
}

export class FaultSchedule {
  private faults: Fault[] = [];
  private edits: ScheduledEdit[] = [];
  private fired = 0;

  add(...faults: readonly Fault[]): void {
    this.faults.push(...faults);
  }

  addEdit(at: number | RegExp, edit: () => void): void {
    this.edits.push({ at, edit });
  }

  clear(): void {
    this.faults = [];
    this.edits = [];
    this.fired = 0;
  }

  /** How often a fault has struck since the last clear. */
  get count(): number {
    return this.fired;
  }

  letOthersEdit(index: number, name: string): void {
    const due = this.edits.filter(({ at }) => matches(at, index, name));
    this.edits = this.edits.filter((edit) => !due.includes(edit));
    for (const { edit } of due) edit();
  }

  faultAt(index: number, name: string): Fault | undefined {
    const fault = this.faults.find(
      ({ at, persistent, kind }) =>
        matches(at, index, name) || ((persistent === true || isLossy(kind)) && typeof at === 'number' && index > at),
    );
    if (!fault) return undefined;
    if (!fault.persistent) this.faults = this.faults.filter((other) => other !== fault);
    if (!isLossy(fault.kind)) this.fired += 1;
    return fault;
  }

  /** A lossy fault has struck. */
  spent(fault: Fault): void {
    this.fired += 1;
    if (!fault.persistent) this.faults = this.faults.filter((other) => other !== fault);
  }

  /** A lossy fault that found nothing to lose stays for the next call. */
  rearm(fault: Fault): void {
    if (!fault.persistent) this.faults.push(fault);
  }
}

function isLossy(kind: FaultKind): boolean {
  return kind === 'loseTail' || kind === 'partialRectangle';
}

function matches(at: number | RegExp, index: number, name: string): boolean {
  return typeof at === 'number' ? at === index : at.test(name);
}
