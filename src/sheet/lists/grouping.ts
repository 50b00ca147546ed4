/** Values gathered by key. */

/** Adds a value under a key; none under a key that is unknown. */
export function put<K, V>(map: Map<K, V[]>, key: K | undefined, value: V): void {
  if (key === undefined) return;
  const same = map.get(key);
  if (same === undefined) map.set(key, [value]);
  else same.push(value);
}
