/** A short fingerprint of text, to tell whether a plan or a list has changed. Not for secrets. */

/** Two lanes of 32-bit FNV-1a over the UTF-16 code units, with different primes: 16 hexadecimal digits. */
export function hashOf(text: string): string {
  // A local, since looking up a global is slow in some script hosts and this loop runs over every character of a list.
  const { imul } = Math;
  let first = 0x811c9dc5;
  let second = 0xcbf29ce4;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = imul(first ^ unit, 0x01000193);
    second = imul(second ^ unit, 0x85ebca6b);
    // A product moves bits up only; the shift brings high bits back into the next round.
    second ^= second >>> 15;
  }
  return hex(first) + hex(second);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
