/** The border between script and services: every call passes the gate, every value is copied, and what is missing says so by name. */
import type { Execution } from './execution';
import type { Realm } from './realm';
import { KillSignal, ServiceError } from '../faults/signals';

/** An imitated object of Google's. Scripts see its methods and `constants`, never its fields. */
export abstract class Imitated {
  /** Google's class name, as in `Range`. */
  abstract readonly kind: string;
  /** Enumerations and other plain values scripts may read. */
  readonly constants: Readonly<Record<string, unknown>> = {};

  constructor(readonly run: Execution) {}

  toString(): string {
    return this.kind;
  }
}

/** Symbols and hooks that engines and test tools look up on anything; they are no sign of a missing method. */
const SILENT = new Set(['then', 'toJSON', 'constructor', 'inspect', 'nodeType', 'asymmetricMatch', '$$typeof', 'tagName']);

export class Border {
  private readonly proxies = new WeakMap<Imitated, object>();
  private readonly targets = new WeakMap<object, Imitated>();

  constructor(
    private readonly run: Execution,
    private readonly realm: Realm,
  ) {}

  expose(target: Imitated): object {
    const known = this.proxies.get(target);
    if (known) return known;
    const proxy = new Proxy(Object.create(null) as object, {
      get: (_, name) => this.member(target, name),
      has: (_, name) => typeof name === 'string' && (name in target.constants || isMethod(target, name)),
      set: () => false,
      ownKeys: () => Object.keys(target.constants),
      getOwnPropertyDescriptor: (_, name) => ({
        value: this.member(target, name),
        configurable: true,
        enumerable: true,
        writable: false,
      }),
    });
    this.proxies.set(target, proxy);
    this.targets.set(proxy, target);
    return proxy;
  }

  /** A service's value as the script gets it. */
  out(value: unknown): unknown {
    if (value instanceof Imitated) return this.expose(value);
    if (Array.isArray(value) && holdsServices(value))
      return this.realm.adopt(
        value.map((item) => this.out(item)),
        this.keeps,
      );
    return this.realm.adopt(value, this.keeps);
  }

  /** A script's value as a service gets it; the script's arrays are of another realm. */
  in(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const target = this.targets.get(value);
    if (target) return target;
    if (Array.isArray(value)) return Array.from(value as unknown[], (item) => this.in(item));
    if (isDate(value)) return new Date(Number(value));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.in(item)]));
  }

  private readonly keeps = (value: object): boolean => this.targets.has(value);

  private member(target: Imitated, name: string | symbol): unknown {
    if (typeof name === 'symbol') return name === Symbol.toPrimitive ? () => target.toString() : undefined;
    if (name in target.constants) return this.out(target.constants[name]);
    if (name === 'toString') return () => target.toString();
    if (isMethod(target, name)) return (...args: unknown[]) => this.call(target, name, args);
    if (SILENT.has(name)) return undefined;
    throw this.asThrown(new ServiceError(`Workbench: ${target.kind}.${name} is not imitated`), '');
  }

  private call(target: Imitated, name: string, args: readonly unknown[]): unknown {
    const method = (target as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
    const full = `${target.kind}.${name}`;
    try {
      return this.out(
        this.run.gate.pass(full, () =>
          method?.apply(
            target,
            args.map((argument) => this.in(argument)),
          ),
        ),
      );
    } catch (error) {
      throw this.asThrown(error, full);
    }
  }

  private asThrown(error: unknown, method: string): unknown {
    if (error instanceof KillSignal) return error;
    if (error instanceof ServiceError) return this.realm.exception(error.message);
    const fault = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
    return this.realm.exception(`Workbench: ${method} broke: ${fault}`);
  }
}

/** True for a date of any realm: `instanceof` knows only this realm's own. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function isMethod(target: Imitated, name: string): boolean {
  if (name === 'constructor' || name in Object.prototype) return false;
  return !Object.hasOwn(target, name) && typeof (target as unknown as Record<string, unknown>)[name] === 'function';
}

/** Of a grid any row may: most cells of a tab have no drop-down. */
function holdsServices(list: readonly unknown[]): boolean {
  return list.some((item) => item instanceof Imitated || (Array.isArray(item) && item.some((cell) => cell instanceof Imitated)));
}
