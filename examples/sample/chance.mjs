/** Chance that anyone can repeat: the same key gives the same draws on every machine. Integers only, so no rounding differs. */

const RANGE = 2 ** 32;

/** FNV-1a of the key's UTF-16 code units. */
function seedOf(key) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * A stream of draws (mulberry32). One key per account and column, so that changing one column leaves the others as they are.
 * `below(n)` is an integer 0 … n - 1; `happens(percent)` is true in so many of 100; `pick` takes one of a list;
 * `weighted` takes one of [value, weight] pairs with whole weights.
 */
export function chanceOf(key) {
  let state = seedOf(key);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count) => Math.floor((next() / RANGE) * count);
  const weighted = (pairs) => {
    let left = below(pairs.reduce((sum, [, weight]) => sum + weight, 0));
    return pairs.find(([, weight]) => (left -= weight) < 0)[0];
  };
  return { below, weighted, happens: (percent) => below(100) < percent, pick: (list) => list[below(list.length)] };
}
