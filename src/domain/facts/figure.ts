/** Figures: numbers as they are kept (null is unknown, never 0) and as people read them. Pure. */

/** A number, or null where something it needs is unknown. */
export type Figure = number | null;

/** The number, or null when it is missing or not finite: an overflow is unknown, not a very large market. */
export function figure(value: number | null | undefined): Figure {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value;
}

/** Without the noise of binary fractions: 1.1 / 0.1 is 11, not 11.000000000000002, so rounding up stays at 11. */
export function settled(value: number): number {
  return Number(value.toPrecision(12));
}

/** Product of all, kept to 15 digits so that 20,000 × 7 % is 1,400; null when one is unknown. */
export function product(...values: readonly (number | null | undefined)[]): Figure {
  let total = 1;
  for (const value of values) {
    const known = figure(value);
    if (known === null) return null;
    total *= known;
  }
  return figure(Number(total.toPrecision(15)));
}

/** Quotient; null when one is unknown or the divisor is 0. */
export function quotient(value: number | null | undefined, divisor: number | null | undefined): Figure {
  const [above, below] = [figure(value), figure(divisor)];
  return above === null || below === null || below === 0 ? null : figure(above / below);
}

/** Whole number, halves up. */
export function halfUp(value: number): number {
  return Math.floor(settled(value) + 0.5);
}

/** Next whole number, noise aside. */
export function roundedUp(value: number): number {
  return Math.ceil(settled(value));
}

/** `1,234`: grouped, at most `decimals` decimals, cut and not rounded so that a value below a boundary never shows as the boundary. */
export function shownNumber(value: number, decimals = 0): string {
  const power = 10 ** decimals;
  const scaled = settled(Math.abs(value) * power);
  const cut = Math.floor(scaled) / power;
  if (!Number.isFinite(cut) || cut >= 1e21) return String(value);
  const [whole = '', fraction] = String(cut).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && cut !== 0 ? '-' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A share of 0–1 as `80.01 %`, cut after two decimals. */
export function shownShare(share: number): string {
  return `${shownNumber(share * 100, 2)} %`;
}

/** A share of 0–1 as `14.4%`, rounded half-up to one decimal. */
export function roundedShare(share: number): string {
  return `${halfUp(share * 1000) / 10}%`;
}

/** `1 account`, `1,200 accounts`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${shownNumber(count)} ${count === 1 ? noun : plural}`;
}
