/** LockService: a lock is its execution's and ends with it. */
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';
import { scopeName } from './storeScopes';

export class LockService extends Imitated {
  readonly kind = 'LockService';

  getDocumentLock(): Lock | null {
    return this.run.setup.switches.documentLockIsNull ? null : new Lock(this.run, scopeName(this.run, 'document'));
  }

  getScriptLock(): Lock {
    return new Lock(this.run, scopeName(this.run, 'script'));
  }

  getUserLock(): Lock {
    return new Lock(this.run, scopeName(this.run, 'user'));
  }
}

class Lock extends Imitated {
  readonly kind = 'Lock';

  constructor(
    run: Execution,
    private readonly name: string,
  ) {
    super(run);
  }

  /** Another run's lock lasts as long as we could wait: nothing else runs meanwhile. */
  tryLock(milliseconds: number): boolean {
    this.run.gate.trip(0, 0);
    const { locks } = this.run.document;
    const holder = locks.get(this.name);
    if (holder !== undefined && holder !== this.run.id) {
      this.run.gate.spend(milliseconds);
      return false;
    }
    locks.set(this.name, this.run.id);
    return true;
  }

  waitLock(milliseconds: number): void {
    if (!this.tryLock(milliseconds)) throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
  }

  hasLock(): boolean {
    return this.run.document.locks.get(this.name) === this.run.id;
  }

  /** What still waits to be written is not flushed by this, as at Google. */
  releaseLock(): void {
    this.run.gate.trip(0, 0);
    if (this.hasLock()) this.run.document.locks.delete(this.name);
  }
}
