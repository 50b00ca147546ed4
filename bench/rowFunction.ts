/** The rules written by hand, one row at a time: what a developer would write who knows the list and never changes a rule. */
import type { Cell } from '../src/sheet/grid';

export interface Results {
  /** NaN is blank. */
  readonly fit: Float64Array;
  readonly signal: Float64Array;
  /** Places in `ALL_TIERS`. */
  readonly tiers: Uint8Array;
}

const BLANKS = new Set(['', '-', '–', 'n/a', 'na', 'none', 'null', 'unknown', 'select', 'missing', 'not available']);
const INDUSTRIES = new Set(['fintech', 'software']);
const REGION = new Set(['germany', 'austria', 'switzerland']);
const TOOLS = new Set(['salesforce', 'hubspot']);
const YES = new Set(['true', 'yes', 'y', '1', 'x', '✓']);
const FROM = Date.UTC(2025, 5, 15);
const TO = Date.UTC(2026, 5, 15);
const [TIER_1, TIER_2, TIER_4, NEEDS_DATA, EXCLUDED] = [0, 1, 3, 4, 5];

/** Scores and tiers of rows in the order of `HEADERS`. */
export function scoreRows(rows: readonly (readonly Cell[])[]): Results {
  const fit = new Float64Array(rows.length);
  const signal = new Float64Array(rows.length);
  const tiers = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    const industry = textOf(row[1]);
    const people = rangeOf(row[2]);
    const revenue = rangeOf(row[3]);
    const country = textOf(row[4]);
    const tools = textOf(row[5]);
    let known = 0;
    let met = 0;
    const add = (weight: number, outcome: boolean | undefined): void => {
      if (outcome === undefined) return;
      known += weight;
      if (outcome) met += weight;
    };
    add(2, industry === undefined ? undefined : INDUSTRIES.has(industry));
    add(4, within(people, 50, 500));
    add(2, within(revenue, 10e6, 100e6));
    add(1, country === undefined ? undefined : REGION.has(country));
    add(3, tools === undefined ? undefined : tools.split(/[;|,\n]/).some((item) => TOOLS.has(item.trim())));
    add(1, tools === undefined ? undefined : !tools.includes('cobol'));
    const hiring = YES.has(textOf(row[6]) ?? '');
    const raised = isRecent(row[7]);
    const basis = percent(met, known);
    fit[index] = basis;
    signal[index] = percent((hiring ? 3 : 0) + (raised ? 2 : 0), 5);
    tiers[index] =
      industry === 'gambling' || within(people, 5, Infinity) === false
        ? EXCLUDED
        : tierOf(basis, known / 13, percent(met, 13), hiring || raised);
  });
  return { fit, signal, tiers };
}

function textOf(cell: Cell | undefined): string | undefined {
  const text = (typeof cell === 'object' ? '' : String(cell ?? '')).normalize('NFKC').trim().toLowerCase();
  return BLANKS.has(text) ? undefined : text;
}

function rangeOf(cell: Cell | undefined): readonly [number, number] | undefined {
  if (typeof cell === 'number') return [cell, cell];
  const text = textOf(cell)?.replace(/[$,]/g, '');
  if (text === undefined) return undefined;
  const parts = /^([\d.]+)([km]?)(?:\s*-\s*([\d.]+)([km]?)|(\+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, low = '', lowUnit = '', high, highUnit = '', plus] = parts;
  const from = scaled(low, lowUnit);
  return [from, high === undefined ? (plus === undefined ? from : Infinity) : scaled(high, highUnit)];
}

function scaled(digits: string, unit: string): number {
  return Number(digits) * (unit === 'm' ? 1e6 : unit === 'k' ? 1e3 : 1);
}

function within(range: readonly [number, number] | undefined, low: number, high: number): boolean | undefined {
  if (range === undefined) return undefined;
  if (low <= range[0] && range[1] <= high) return true;
  return range[1] < low || high < range[0] ? false : undefined;
}

function isRecent(cell: Cell | undefined): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(textOf(cell) ?? '');
  if (parts === null) return false;
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return FROM <= day && day <= TO;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? NaN : Math.floor((2e6 * part + whole) / (2 * whole)) / 1e4;
}

function cut(score: number): number {
  return score >= 90 ? TIER_1 : score >= 70 ? TIER_2 : score >= 50 ? 2 : TIER_4;
}

function tierOf(basis: number, known: number, low: number, hasSignal: boolean): number {
  if (Number.isNaN(basis) || known < 0.5) return NEEDS_DATA;
  const tier = Math.max(cut(basis), cut(low) - 1);
  return tier === TIER_1 && !hasSignal ? TIER_2 : tier;
}
