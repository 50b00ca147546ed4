/** Wall time in a named zone, and spreadsheet serials: days since 30 December 1899 on the spreadsheet's wall. */

const DAY = 86_400_000;
const UNIX_DAY = 25_569;
const BUCKET = 900_000;

/** Offset of the zone east of UTC, in milliseconds, at an instant. */
export type ZoneOffset = (epoch: number) => number;

const offsets = new Map<string, ZoneOffset>();

/** Offset of a named zone, such as `Europe/Berlin`; kept, because making one is slow. @throws RangeError for an unknown zone. */
export function zoneOffset(zone: string): ZoneOffset {
  const known = offsets.get(zone);
  if (known) return known;
  const made = makeOffset(zone);
  offsets.set(zone, made);
  return made;
}

/** The instant at which the zone's wall shows this time; in a gap the time after it. */
function wallToEpoch(zone: string, wall: number): number {
  const offset = zoneOffset(zone);
  const first = wall - offset(wall);
  const second = wall - offset(first);
  return wall - offset(second);
}

/** Wall time of an instant in the zone, in milliseconds as if the wall were UTC. */
export function epochToWall(zone: string, epoch: number): number {
  return epoch + zoneOffset(zone)(epoch);
}

/** The instant, in milliseconds since 1970, at which the zone's wall shows the serial. */
export function serialToEpoch(zone: string, serial: number): number {
  return wallToEpoch(zone, Math.round((serial - UNIX_DAY) * DAY));
}

/** The serial that the zone's wall shows at an instant. */
export function epochToSerial(zone: string, epoch: number): number {
  return epochToWall(zone, epoch) / DAY + UNIX_DAY;
}

/** `YYYY-MM-DD`, with `THH:MM:SS` when there is a time of day; undefined beyond the days that a Date can hold. */
export function serialToIso(serial: number): string | undefined {
  const date = new Date(Math.round((serial - UNIX_DAY) * DAY));
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Serial of a calendar day, or undefined when there is no such day. */
export function daySerial(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.getTime() / DAY + UNIX_DAY;
}

function makeOffset(zone: string): ZoneOffset {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // Offsets change on quarter hours only, so one look-up serves each quarter.
  const seen = new Map<number, number>();
  return (epoch) => {
    if (!Number.isFinite(epoch)) return 0;
    const bucket = Math.floor(epoch / BUCKET);
    const known = seen.get(bucket);
    if (known !== undefined) return known;
    const offset = measure(format, bucket * BUCKET);
    seen.set(bucket, offset);
    return offset;
  };
}

function measure(format: Intl.DateTimeFormat, epoch: number): number {
  const parts = new Map(format.formatToParts(epoch).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? 0);
  const year = parts.get('era') === 'BC' ? 1 - number('year') : number('year');
  const wall = new Date(0);
  wall.setUTCFullYear(year, number('month') - 1, number('day'));
  wall.setUTCHours(number('hour'), number('minute'), number('second'));
  return wall.getTime() - epoch;
}
