/** CacheService: 100 KB a value, a thousand items, at most six hours. */
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';
import { bytes, scopeName } from './storeScopes';

const LONGEST_CACHE_KEY = 250;
const LONGEST_CACHE_VALUE = 100 * 1024;
const MOST_CACHE_ITEMS = 1000;
const DEFAULT_CACHE_SECONDS = 600;
const LONGEST_CACHE_SECONDS = 21_600;

export class CacheService extends Imitated {
  readonly kind = 'CacheService';

  getDocumentCache(): Cache {
    return new Cache(this.run, scopeName(this.run, 'document'));
  }

  getScriptCache(): Cache {
    return new Cache(this.run, scopeName(this.run, 'script'));
  }

  getUserCache(): Cache {
    return new Cache(this.run, scopeName(this.run, 'user'));
  }
}

class Cache extends Imitated {
  readonly kind = 'Cache';

  constructor(
    run: Execution,
    private readonly scope: string,
  ) {
    super(run);
  }

  get(key: string): string | null {
    const found = cacheOf(this.run, this.scope).get(key);
    return found && found.expires > this.run.setup.clock.now() ? found.value : null;
  }

  getAll(keys: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      keys.map((key) => [key, this.get(key)]).filter((pair): pair is [string, string] => pair[1] !== null),
    );
  }

  put(key: string, value: unknown, seconds = DEFAULT_CACHE_SECONDS): void {
    const text = String(value);
    if (key.length > LONGEST_CACHE_KEY) throw new ServiceError('Argument too large: key');
    if (bytes(text) > LONGEST_CACHE_VALUE) throw new ServiceError('Argument too large: value');
    const cache = cacheOf(this.run, this.scope);
    cache.delete(key);
    cache.set(key, { value: text, expires: this.run.setup.clock.now() + Math.min(seconds, LONGEST_CACHE_SECONDS) * 1000 });
    // The oldest tenth goes when the thousand is passed.
    if (cache.size > MOST_CACHE_ITEMS) for (const old of [...cache.keys()].slice(0, MOST_CACHE_ITEMS / 10)) cache.delete(old);
  }

  putAll(values: Record<string, unknown>, seconds = DEFAULT_CACHE_SECONDS): void {
    for (const [key, value] of Object.entries(values)) this.put(key, value, seconds);
  }

  remove(key: string): void {
    cacheOf(this.run, this.scope).delete(key);
  }

  removeAll(keys: readonly string[]): void {
    for (const key of keys) this.remove(key);
  }
}

function cacheOf(run: Execution, scope: string): Map<string, { readonly value: string; readonly expires: number }> {
  run.gate.trip(0, 0);
  const { cache } = run.document;
  const known = cache.get(scope) ?? new Map<string, { readonly value: string; readonly expires: number }>();
  cache.set(scope, known);
  return known;
}
