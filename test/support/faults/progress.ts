/** Lines on stderr that show how far long work has come. */
import { LONG } from './faultPlans';

/** Counts runs; in the long mode a line tells of each part and of so many runs, and in any mode the last line sums up. */
export class Progress {
  private readonly began = performance.now();
  private runs = 0;
  /** Distinct documents that were left and run on, where they are counted. */
  documents = 0;

  constructor(
    private readonly what: string,
    private readonly every = 2_000,
  ) {}

  /** One run more. */
  count(): void {
    this.runs += 1;
    if (LONG && this.runs % this.every === 0) this.tell('so far');
  }

  /** A part is done. */
  done(part: string, failures: number): void {
    if (LONG) this.tell(`after ${part}, ${failures} failures there`);
  }

  end(more = ''): void {
    this.tell(more === '' ? 'in all' : more);
  }

  private tell(when: string): void {
    const seconds = Math.round((performance.now() - this.began) / 1000);
    const left = this.documents === 0 ? '' : `, ${this.documents} distinct documents run again`;
    process.stderr.write(`${this.runs} ${this.what} ${when}${left}, ${seconds} s\n`);
  }
}
