/** Grid: fit by signal, the sixteen cells that plays are chosen from (S3.16–S3.19). Pure. */
import type { Settings } from '../rules/settings';
import type { Profile } from './profile';
import type { Scores } from './score';
import { isBlankScore } from './score';
import { EXCLUDED_TIER, tierByCut, type Tiering } from './tier';

/** By the cuts of fit, best first. */
const GRID_FITS = ['1', '2', '3', '4'] as const;
/** Letters of the labels stand in this order: 1A is fit 1 with a High signal. */
const GRID_SIGNALS = ['High', 'Medium', 'Low', 'None'] as const;
const LETTERS = 'ABCD';

export interface GridCell {
  readonly fit: (typeof GRID_FITS)[number];
  readonly signal: (typeof GRID_SIGNALS)[number];
  readonly accounts: number;
  readonly available: number;
}

export interface FitSignalGrid {
  /** All sixteen, by fit, then signal. */
  readonly cells: readonly GridCell[];
  /** Accounts that stand beside the cells; with them the cells sum to all accounts. */
  readonly beside: { readonly excluded: number; readonly blankFit: number; readonly lowKnown: number };
  /** `1A` … `4D`; '' for an account beside the cells. */
  label(account: number): string;
}

type GridSettings = Pick<Settings, 'cuts' | 'needsDataBelow' | 'signalHighFrom' | 'signalMediumFrom'>;

/** Position of an account that is in none of the cells. */
const EXCLUDED_CELL = -1;
const BLANK_FIT = -2;
const LOW_KNOWN = -3;

/** Null without signal rules. The cut of fit alone counts: no signal, low score or override moves an account between cells. */
export function fitSignalGrid(
  profile: Profile,
  scores: Scores,
  tiering: Tiering,
  available: Uint8Array,
  settings: GridSettings,
): FitSignalGrid | null {
  if (!profile.hasSignalRule) return null;
  const counts = GRID_FITS.map(() => GRID_SIGNALS.map(() => ({ accounts: 0, available: 0 })));
  const beside = { excluded: 0, blankFit: 0, lowKnown: 0 };
  for (let i = 0; i < scores.size; i++) {
    const cell = cellOf(scores, tiering, settings, i);
    const count = counts[cell >> 2]?.[cell & 3];
    if (count !== undefined) {
      count.accounts += 1;
      count.available += available[i] ?? 0;
    } else if (cell === EXCLUDED_CELL) beside.excluded += 1;
    else if (cell === BLANK_FIT) beside.blankFit += 1;
    else beside.lowKnown += 1;
  }
  const cells = GRID_FITS.flatMap((fit, row) =>
    GRID_SIGNALS.map((signal, column) => ({ fit, signal, ...(counts[row]?.[column] ?? { accounts: 0, available: 0 }) })),
  );
  const label = (account: number): string => {
    const cell = cellOf(scores, tiering, settings, account);
    return cell < 0 ? '' : `${GRID_FITS[cell >> 2] ?? ''}${LETTERS[cell & 3] ?? ''}`;
  };
  return { cells, beside, label };
}

/** Four times the place of its fit, plus the place of its signal. */
function cellOf(scores: Scores, tiering: Tiering, settings: GridSettings, index: number): number {
  const fit = scores.fit[index] ?? NaN;
  if (tiering.final[index] === EXCLUDED_TIER) return EXCLUDED_CELL;
  if (isBlankScore(fit)) return BLANK_FIT;
  if ((scores.known[index] ?? 0) < settings.needsDataBelow) return LOW_KNOWN;
  return 4 * tierByCut(fit, settings.cuts) + signalBand(scores.signal[index] ?? NaN, settings);
}

/** A blank signal is None. */
function signalBand(signal: number, { signalHighFrom, signalMediumFrom }: GridSettings): number {
  if (!(signal > 0)) return 3;
  if (signal >= signalHighFrom) return 0;
  return signal >= signalMediumFrom ? 1 : 2;
}
