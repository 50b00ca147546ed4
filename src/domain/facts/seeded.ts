/** Seeded: numbers that look random and are the same on every run. Pure. */

/** A stream of numbers in [0, 1), the same for the same seed (mulberry32: 32 bits of state, enough for sampling). */
export function seededStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** 0 … n − 1 in an order drawn from the stream, every order as likely. */
export function shuffledIndexes(n: number, next: () => number): number[] {
  const positions = Array.from({ length: n }, (_, position) => position);
  for (let last = n - 1; last > 0; last--) {
    const drawn = Math.floor(next() * (last + 1));
    [positions[last], positions[drawn]] = [positions[drawn] ?? 0, positions[last] ?? 0];
  }
  return positions;
}
