/** Writes wait here until a flush, a read or the end of the run, as Sheets' write cache does; refusals surface then. */

export interface Write {
  /** Cells carried, for the cost of the trip. */
  readonly cells: number;
  /** Rows of the rectangle, for a write that arrives in part. */
  readonly rows: number;
  /** Throws Google's sentence when the write is not allowed. */
  check(): void;
  /** Applies the first `rows` rows. */
  apply(rows: number): void;
  /** One write that does this and then the other, when both are of the same rectangle. */
  join?(next: Write): Write | undefined;
}

export interface WriteTrips {
  trip(read: number, written: number): void;
}

export class WriteBuffer {
  private queue: Write[] = [];
  /** Set by the gate, which is made with this buffer. */
  trips: WriteTrips | undefined;

  constructor(
    private readonly refusalsSurfaceAtOnce: boolean,
    private readonly refusalDropsTheRest: boolean,
  ) {}

  get waiting(): number {
    return this.queue.length;
  }

  push(write: Write): void {
    if (this.refusalsSurfaceAtOnce) write.check();
    this.queue.push(write);
  }

  flush(): void {
    if (!this.queue.length) return;
    const due = this.queue;
    this.queue = [];
    this.trips?.trip(
      0,
      due.reduce((sum, { cells }) => sum + cells, 0),
    );
    let joined: Write | undefined;
    due.forEach((write, index) => {
      const both = joined?.join?.(write);
      if (joined && !both) {
        joined.apply(joined.rows);
        joined = undefined;
      }
      this.check(write, joined, due.slice(index + 1));
      joined = both ?? write;
    });
    joined?.apply(joined.rows);
  }

  /** The run is dead: nothing that waits arrives. */
  lose(): void {
    this.queue = [];
  }

  damage(kind: 'loseTail' | 'partialRectangle'): void {
    const due = this.queue;
    this.queue = [];
    const whole = kind === 'loseTail' ? Math.floor(due.length / 2) : due.length - 1;
    for (const write of due.slice(0, whole)) {
      this.check(write, undefined, []);
      write.apply(write.rows);
    }
    const torn = kind === 'partialRectangle' ? due.at(-1) : undefined;
    if (torn) torn.apply(Math.floor(torn.rows / 2));
  }

  /** A refusal ends the flush; what came before it arrives. */
  private check(write: Write, before: Write | undefined, rest: readonly Write[]): void {
    try {
      write.check();
    } catch (error) {
      before?.apply(before.rows);
      if (!this.refusalDropsTheRest) for (const later of rest) this.push(later);
      throw error;
    }
  }
}
