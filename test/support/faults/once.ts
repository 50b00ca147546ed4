/** What a run makes of a document, found out once: faults and edits at hundreds of places leave few documents that differ. */
import { createHash } from 'node:crypto';
import type { Player } from './examine';

/** Results of runs by the document they began with; a run is a function of it, its clock and ids being those of a moment. */
export class Once<T> {
  private readonly known = new Map<string, T>();

  /** Distinct documents so far. */
  get documents(): number {
    return this.known.size;
  }

  /** The result of `run` on the document as it stands. `beside`: what else it depends on. A second later run takes the last moment, lest it take the id of the first. The document is run on only where it is new. */
  of(player: Pick<Player, 'found' | 'setMoment'>, beside: string, run: () => T, moment: 'next' | 'last' = 'next'): T {
    player.setMoment(moment);
    const found = player.found();
    if (found === undefined) return run();
    const key = createHash('sha1').update(beside).update('\n').update(found).digest('hex');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const result = run();
    this.known.set(key, result);
    return result;
  }
}
