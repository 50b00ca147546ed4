/** Cell values between the workbook and a script. */
import type { Entry } from '../person/entry';
import type { EntryRules } from '../person/entryRules';
import { parseEntry } from '../person/entry';
import type { ReadCell } from '../engine/engine';
import type { Execution } from '../realm/execution';
import { isDate } from '../realm/imitation';
import { asText } from '../text';
import { epochToSerial, epochToWall, serialToEpoch } from '../zone';

export type ScriptValue = string | number | boolean | Date;

/** What `getValues` gives: '' for blank, dates as `Date`. */
export function scriptValue(cell: ReadCell, zone: string): ScriptValue {
  return cell.isDate && typeof cell.value === 'number' ? new Date(serialToEpoch(zone, cell.value)) : cell.value;
}

/** How the run's workbook reads an entry: its locale, and the current year of its time zone for dates without one. */
export function entryRules(run: Execution): EntryRules {
  const { document, clock, switches } = run.setup;
  return { locale: document.locale, year: new Date(epochToWall(document.timeZone, clock.now())).getUTCFullYear(), switches };
}

/** The entry a script's value makes in a cell of this format. */
export function entryOf(value: unknown, format: string | undefined, rules: EntryRules, zone: string): Entry {
  if (value === null || value === undefined || value === '') return { content: { kind: 'blank' } };
  if (typeof value === 'number')
    return Number.isFinite(value) ? { content: { kind: 'number', number: value } } : { content: { kind: 'text', text: '#NUM!' } };
  if (typeof value === 'boolean') return { content: { kind: 'boolean', boolean: value } };
  if (isDate(value)) return dateEntry(value, zone);
  return parseEntry(asText(value), format, rules);
}

function dateEntry(date: Date, zone: string): Entry {
  const serial = epochToSerial(zone, date.getTime());
  if (Number.isNaN(serial)) return { content: { kind: 'text', text: '#NUM!' } };
  return { content: { kind: 'number', number: serial }, format: Number.isInteger(serial) ? 'm/d/yyyy' : 'm/d/yyyy hh:mm:ss' };
}
