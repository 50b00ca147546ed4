/** ZIP archives: what the directory says an archive holds, single entries unpacked, and archives with entries replaced. */

/** Sheets of the largest real workbooks inflate to about 100 MB. */
export const MAX_INFLATED_BYTES = 400 * 1024 * 1024;

export interface ZipEntry {
  readonly name: string;
  /** Bytes once unpacked, as the directory claims. */
  readonly size: number;
  readonly packedSize: number;
  /** 0: stored as it is; 8: deflated; anything else is not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  /** Where the entry's own header begins. */
  readonly offset: number;
}

/** True where the bytes begin as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05) && (bytes[3] === 0x04 || bytes[3] === 0x06)
  );
}

/** Entries of the archive; undefined when its directory cannot be read. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      // A size of all ones is kept in a 64-bit field elsewhere: it is over four gigabytes.
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Flags of an entry that is encrypted, in the old way or with a strong algorithm. */
const ENCRYPTED = 0x0041;

/** Offset of the end record, searched from the end over the longest possible comment. */
function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

/** Sum of what all entries claim; hucre itself stops an entry that inflates beyond its claim. */
export function inflatedSize(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.size, 0);
}

/** The entry's bytes, unpacked; undefined where the archive is damaged there or the entry is larger than it claims. */
export async function readEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array | undefined> {
  const packed = packedBytes(bytes, entry);
  if (packed === undefined) return undefined;
  if (entry.method === 0) return packed;
  return entry.method === 8 ? inflated(packed, entry.size) : undefined;
}

/** The entry as the archive keeps it, behind its own header of varying length. */
function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | undefined {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return from + packedSize > bytes.length ? undefined : bytes.subarray(from, from + packedSize);
}

async function inflated(packed: Uint8Array, size: number): Promise<Uint8Array | undefined> {
  const result = new Uint8Array(Math.min(size, MAX_INFLATED_BYTES));
  const stream = new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (length + part.value.length > result.length) {
        await reader.cancel();
        return undefined;
      }
      result.set(part.value, length);
      length += part.value.length;
    }
  } catch {
    return undefined;
  }
  return result.subarray(0, length);
}

/** The archive with the contents of some entries replaced, by name; the others are copied as they are packed. */
export function withEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  replaced: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = replaced.get(entry.name);
    const packed = content ?? packedBytes(bytes, entry) ?? new Uint8Array();
    const kept = content === undefined ? entry : { ...entry, method: 0, size: content.length, crc: crcOf(content) };
    const name = new TextEncoder().encode(entry.name);
    parts.push(headerOf(kept, packed.length, name.length), name, packed);
    directory.push(directoryOf(kept, packed.length, name.length, offset), name);
    offset += 30 + name.length + packed.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  return joined([...parts, ...directory, endOf(entries.length, length, offset)]);
}

function headerOf({ method, crc, size }: ZipEntry, packedSize: number, nameLength: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, UTF8_NAME, true);
  view.setUint16(8, method, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, packedSize, true);
  view.setUint32(22, size, true);
  view.setUint16(26, nameLength, true);
  return new Uint8Array(view.buffer);
}

const UTF8_NAME = 0x0800;

function directoryOf({ method, crc, size }: ZipEntry, packedSize: number, nameLength: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  view.setUint16(8, UTF8_NAME, true);
  view.setUint16(10, method, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, packedSize, true);
  view.setUint32(24, size, true);
  view.setUint16(28, nameLength, true);
  view.setUint32(42, offset, true);
  return new Uint8Array(view.buffer);
}

function endOf(count: number, length: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
