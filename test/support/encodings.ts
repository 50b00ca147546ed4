/** Text to bytes in old encodings, by asking the host's decoders what each byte or pair of bytes means. */

/** @throws Error for a character that the encoding lacks. */
export function encoded(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding === 'Mac Roman' ? 'macintosh' : encoding.toLowerCase());
  return Uint8Array.from(
    Array.from(text).flatMap((char) => {
      const bytes = table.get(char);
      if (bytes === undefined) throw new Error(`${encoding} has no ${char}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(label);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(label);
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(char).length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add([byte]);
  if (label === 'windows-1252')
    Array.from('€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ').forEach((char, position) => {
      if (char !== ' ') table.set(char, [0x80 + position]);
    });
  if (/^(?:shift_jis|euc-|gbk|gb18030|big5)/.test(label))
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add([lead, trail]);
  tables.set(label, table);
  return table;
}
