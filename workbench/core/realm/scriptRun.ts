/** `google.script.run`: which functions the page may call, and what crosses in either direction. */

/** Reads as Google's page-side error. */
class IllegalValue extends Error {}

/** Names that end with an underscore are private, as is what is no plain name. */
export function isCallable(name: string): boolean {
  return /^[A-Za-z$][\w$]*$/.test(name) && !name.endsWith('_');
}

/** Arguments on their way to the server: a forbidden value refuses the call before it is made. */
export function toServer(args: readonly unknown[]): unknown[] {
  return args.map((argument) => outbound(argument, '', new Set()));
}

/** A result on its way to the page: a date or function anywhere makes the whole of it arrive as null, silently. */
export function toPage(result: unknown): unknown {
  try {
    return inbound(result, new Set());
  } catch (error) {
    if (error instanceof IllegalValue) return null;
    throw error;
  }
}

function outbound(value: unknown, path: string, seen: Set<object>): unknown {
  if (value === null || value === undefined) return path === '' ? value : null;
  if (isPlain(value)) return value;
  if (typeof value !== 'object' || seen.has(value) || !isListOrRecord(value))
    throw new IllegalValue(`Failed due to illegal value in property: ${path || '0'}`);
  const inside = new Set(seen).add(value);
  if (Array.isArray(value)) return Array.from(value as unknown[], (item, index) => outbound(item, String(index), inside));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, outbound(item, key, inside)]));
}

function inbound(value: unknown, seen: Set<object>): unknown {
  if (value === null || value === undefined) return null;
  if (isPlain(value)) return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  if (typeof value !== 'object' || seen.has(value)) throw new IllegalValue('not plain');
  const inside = new Set(seen).add(value);
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Map]' || tag === '[object Set]') return {};
  if (!isListOrRecord(value)) throw new IllegalValue('not plain');
  if (Array.isArray(value)) return Array.from(value as unknown[], (item) => inbound(item, inside));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, inbound(item, inside)]),
  );
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Arrays and records of any realm; dates, maps, regular expressions and typed arrays have tags of their own. */
function isListOrRecord(value: object): boolean {
  return Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
}
