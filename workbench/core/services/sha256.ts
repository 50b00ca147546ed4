/** SHA-256 in a page and in Node alike, at once: the browser's own digest answers only later. */

const PRIMES = firstPrimes(64);
const ROUND = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** The 32 bytes of the digest, each from 0 to 255. */
export function sha256(message: Uint8Array): number[] {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const view = new DataView(new ArrayBuffer(length));
  message.forEach((byte, index) => {
    view.setUint8(index, byte);
  });
  view.setUint8(message.length, 0x80);
  view.setUint32(length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(length - 4, (message.length * 8) >>> 0);
  let state = START;
  for (let offset = 0; offset < length; offset += 64) state = block(view, offset, state);
  return state.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
}

function block(view: DataView, offset: number, state: readonly number[]): number[] {
  const words: number[] = [];
  const word = (index: number): number => words[index] ?? 0;
  for (let index = 0; index < 64; index += 1) {
    const early = rotate(word(index - 15), 7) ^ rotate(word(index - 15), 18) ^ (word(index - 15) >>> 3);
    const late = rotate(word(index - 2), 17) ^ rotate(word(index - 2), 19) ^ (word(index - 2) >>> 10);
    words.push(index < 16 ? view.getUint32(offset + index * 4) : (word(index - 16) + early + word(index - 7) + late) >>> 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index += 1) {
    const one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + (ROUND[index] ?? 0) + word(index);
    const two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(one + two) >>> 0, a, b, c, (d + one) >>> 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((value, index) => (value + (state[index] ?? 0)) >>> 0);
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function fraction(number: number): number {
  return Math.floor((number - Math.floor(number)) * 0x100000000);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return primes;
}
