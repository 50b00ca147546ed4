/** Utilities: dates by pattern, bytes, digests and waiting. */
import { Imitated } from '../realm/imitation';
import { notImitated, ServiceError } from '../faults/signals';
import { epochToWall, zoneOffset } from '../zone';
import { sha256 } from './sha256';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export class Utilities extends Imitated {
  readonly kind = 'Utilities';
  override readonly constants = {
    DigestAlgorithm: { MD2: 'MD2', MD5: 'MD5', SHA_1: 'SHA_1', SHA_256: 'SHA_256', SHA_384: 'SHA_384', SHA_512: 'SHA_512' },
    Charset: { UTF_8: 'UTF_8', US_ASCII: 'US_ASCII' },
  };
  private static made = 0;

  formatDate(date: Date, zone: string, pattern: string): string {
    if (!(date instanceof Date))
      throw new ServiceError("The parameters don't match the method signature for Utilities.formatDate.");
    return formatDate(date.getTime(), zone, pattern);
  }

  /** Differs at every call, from its first digits on; not random, so that runs repeat. */
  getUuid(): string {
    Utilities.made += 1;
    const bytes = sha256(new TextEncoder().encode(`${this.run.setup.clock.now()} ${Utilities.made}`));
    const hex = Array.from(bytes, (byte) => (byte & 255).toString(16).padStart(2, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
  }

  sleep(milliseconds: number): void {
    this.run.gate.spend(milliseconds);
  }

  base64Encode(data: string | readonly number[]): string {
    return btoa(String.fromCharCode(...toBytes(data)));
  }

  base64Decode(text: string): number[] {
    return Array.from(atob(text)).map((character) => signed(character.charCodeAt(0)));
  }

  newBlob(data: string | readonly number[]): Blob {
    return new Blob(this.run, toBytes(data));
  }

  /** Bytes are signed, as Java's. */
  computeDigest(algorithm: unknown, data: string | readonly number[]): number[] {
    if (algorithm !== 'SHA_256') return notImitated(`Utilities.computeDigest with ${String(algorithm)}`);
    return sha256(Uint8Array.from(toBytes(data))).map(signed);
  }

  formatString(template: string, ...values: readonly unknown[]): string {
    let next = 0;
    return template.replace(/%(s|d|%)/g, (_, letter: string) => (letter === '%' ? '%' : String(values[next++])));
  }
}

class Blob extends Imitated {
  readonly kind = 'Blob';

  constructor(
    run: Imitated['run'],
    private readonly bytes: readonly number[],
  ) {
    super(run);
  }

  getBytes(): number[] {
    return this.bytes.map(signed);
  }

  getDataAsString(): string {
    return new TextDecoder().decode(Uint8Array.from(this.bytes));
  }
}

/** Java's SimpleDateFormat: the letters the add-on could use. */
function formatDate(epoch: number, zone: string, pattern: string): string {
  const wall = new Date(epochToWall(zone, epoch));
  return pattern.replace(
    /'([^']*)'|(y+|M+|d+|H+|h+|m+|s+|S+|E+|a|Z|X+|u|w|D)/g,
    (_, literal: string | undefined, letters: string | undefined) =>
      letters === undefined ? (literal === '' ? "'" : (literal ?? '')) : datePart(wall, letters, zone, epoch),
  );
}

function datePart(wall: Date, letters: string, zone: string, epoch: number): string {
  const padded = (number: number): string => String(number).padStart(letters.length, '0');
  switch (letters.charAt(0)) {
    case 'y':
      return letters.length === 2 ? String(wall.getUTCFullYear()).slice(-2) : padded(wall.getUTCFullYear());
    case 'M':
      return letters.length > 2
        ? (MONTHS[wall.getUTCMonth()] ?? '').slice(0, letters.length === 3 ? 3 : 20)
        : padded(wall.getUTCMonth() + 1);
    case 'd':
      return padded(wall.getUTCDate());
    case 'H':
      return padded(wall.getUTCHours());
    case 'h':
      return padded(wall.getUTCHours() % 12 || 12);
    case 'm':
      return padded(wall.getUTCMinutes());
    case 's':
      return padded(wall.getUTCSeconds());
    case 'S':
      return padded(wall.getUTCMilliseconds());
    case 'E':
      return (DAYS[wall.getUTCDay()] ?? '').slice(0, letters.length < 4 ? 3 : 20);
    case 'u':
      return String(wall.getUTCDay() || 7);
    case 'a':
      return wall.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'Z':
      return offsetText(zoneOffset(zone)(epoch), '');
    case 'X':
      return zoneOffset(zone)(epoch) === 0 ? 'Z' : offsetText(zoneOffset(zone)(epoch), ':');
    default:
      return notImitated(`Utilities.formatDate with "${letters}"`);
  }
}

function offsetText(offset: number, mark: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${mark}${String(minutes % 60).padStart(2, '0')}`;
}

function toBytes(data: string | readonly number[]): number[] {
  return typeof data === 'string' ? [...new TextEncoder().encode(data)] : data.map((byte) => byte & 255);
}

function signed(byte: number): number {
  return byte > 127 ? byte - 256 : byte;
}
