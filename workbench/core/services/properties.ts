/** PropertiesService: 9 KB a value, 500 KB a store. */
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';
import { bytes, scopeName } from './storeScopes';

const LONGEST_PROPERTY = 9 * 1024;
const LARGEST_STORE = 500 * 1024;

export class PropertiesService extends Imitated {
  readonly kind = 'PropertiesService';

  getDocumentProperties(): Properties | null {
    return this.run.setup.switches.documentPropertiesAreNull ? null : propertiesOf(this.run, 'document');
  }

  getScriptProperties(): Properties {
    return propertiesOf(this.run, 'script');
  }

  getUserProperties(): Properties {
    return propertiesOf(this.run, 'user');
  }
}

function propertiesOf(run: Execution, scope: 'document' | 'script' | 'user'): Properties {
  if (run.setup.auth === 'NONE')
    throw new ServiceError(`You do not have permission to call PropertiesService.get${scope}Properties`);
  return new Properties(run, scopeName(run, scope));
}

class Properties extends Imitated {
  readonly kind = 'Properties';

  constructor(
    run: Execution,
    private readonly scope: string,
  ) {
    super(run);
  }

  getProperty(key: string): string | null {
    return storeOf(this.run, this.scope).get(key) ?? null;
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(storeOf(this.run, this.scope));
  }

  getKeys(): string[] {
    return [...storeOf(this.run, this.scope).keys()];
  }

  setProperty(key: string, value: unknown): this {
    putProperty(storeOf(this.run, this.scope), key, String(value));
    return this;
  }

  setProperties(values: Record<string, unknown>, deleteAllOthers = false): this {
    const store = storeOf(this.run, this.scope);
    if (deleteAllOthers) store.clear();
    for (const [key, value] of Object.entries(values)) putProperty(store, key, String(value));
    return this;
  }

  deleteProperty(key: string): this {
    storeOf(this.run, this.scope).delete(key);
    return this;
  }

  deleteAllProperties(): this {
    storeOf(this.run, this.scope).clear();
    return this;
  }
}

function storeOf(run: Execution, scope: string): Map<string, string> {
  run.gate.trip(0, 0);
  const { properties } = run.document;
  const known = properties.get(scope) ?? new Map<string, string>();
  properties.set(scope, known);
  return known;
}

function putProperty(store: Map<string, string>, key: string, value: string): void {
  if (bytes(value) > LONGEST_PROPERTY) throw new ServiceError('Argument too large: value');
  const others = [...store]
    .filter(([other]) => other !== key)
    .reduce((sum, [other, held]) => sum + bytes(other) + bytes(held), 0);
  if (others + bytes(key) + bytes(value) > LARGEST_STORE)
    throw new ServiceError('You have exceeded the property storage quota. Please remove some properties and try again.');
  store.set(key, value);
}
