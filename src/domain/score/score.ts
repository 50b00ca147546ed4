/** Scores: fit, signal and all-rules score of every account, with what is known and how far unknowns could move them. Pure. */
import type { Profile, ProfileRule } from './profile';
import { MET, UNKNOWN } from '../rules/match';
import { percentOf } from '../facts/rounding';

/** One value per account, in the list's order. Scores are 0–100 with 4 decimals; NaN is blank (`isBlankScore`). */
export interface Scores {
  readonly size: number;
  readonly fit: Float64Array;
  readonly signal: Float64Array;
  readonly all: Float64Array;
  /** The score that decides tiers: one of the three above, not a copy. */
  readonly basis: Float64Array;
  /** Share (0–1, unrounded) of the basis's weight that is known. */
  readonly known: Float64Array;
  /** The basis with every unknown rule taken as not met; NaN only when nothing weighs. */
  readonly low: Float64Array;
  /** The basis with every unknown rule taken as met. */
  readonly high: Float64Array;
}

/** Units of one score's rules for one account: those known, and of them those met. */
export interface Sums {
  readonly known: number;
  readonly met: number;
}

/** Where the basis stands: the four numbers that tiers are made from. */
export interface BasisScore {
  readonly basis: number;
  readonly known: number;
  readonly low: number;
  readonly high: number;
}

/** True where no rule of the score is known: blank is not 0. */
export function isBlankScore(score: number): boolean {
  return Number.isNaN(score);
}

/** Scores of all `size` accounts (S3.7; unknown is not zero, so unknown rules leave the sums). */
export function scoreAccounts(profile: Profile, size: number): Scores {
  const sums = { fit: columnsOf(size), signal: columnsOf(size) };
  for (const rule of profile.rules) {
    if (rule.unit > 0) addRule(sums[rule.group], rule, size);
  }
  return scoresFrom(profile, sums.fit, sums.signal, size);
}

/** The standing of one account from its sums over the basis's rules. */
export function basisScoreOf(profile: Profile, { known, met }: Sums): BasisScore {
  const total = profile.total[profile.basis];
  if (!profile.isMustOnly) {
    return {
      basis: percentOf(met, known),
      known: total === 0 ? 0 : known / total,
      low: percentOf(met, total),
      high: percentOf(met + total - known, total),
    };
  }
  if (total === 0) return { basis: NaN, known: 0, low: NaN, high: NaN };
  const basis = mustFit(known, met, total);
  return { basis, known: isBlankScore(basis) ? 0 : 1, low: met === total ? 100 : 0, high: met < known ? 0 : 100 };
}

interface SumColumns {
  readonly known: Float64Array;
  readonly met: Float64Array;
}

function columnsOf(size: number): SumColumns {
  return { known: new Float64Array(size), met: new Float64Array(size) };
}

/** The inner loop of a run. Weights are looked up by fact code, so that a row costs two reads and two additions and no branch. */
function addRule(sums: SumColumns, rule: ProfileRule, size: number): void {
  const { known, met } = sums;
  const { codes } = rule.attribute;
  const knownOf = new Float64Array(rule.outcomes.length);
  const metOf = new Float64Array(rule.outcomes.length);
  rule.outcomes.forEach((outcome, code) => {
    knownOf[code] = outcome === UNKNOWN ? 0 : rule.unit;
    metOf[code] = outcome === MET ? rule.unit : 0;
  });
  for (let i = 0; i < size; i++) {
    const code = codes[i] ?? 0;
    known[i] = (known[i] ?? 0) + (knownOf[code] ?? 0);
    met[i] = (met[i] ?? 0) + (metOf[code] ?? 0);
  }
}

function scoresFrom(profile: Profile, fitSums: SumColumns, signalSums: SumColumns, size: number): Scores {
  const fit = new Float64Array(size);
  const signal = new Float64Array(size);
  const all = new Float64Array(size);
  const basis = { fit, signal, all }[profile.basis];
  const known = new Float64Array(size);
  const scores: Scores = { size, fit, signal, all, basis, known, low: new Float64Array(size), high: new Float64Array(size) };
  if (profile.isMustOnly) fillMustOnly(profile, fitSums, scores);
  else {
    fillGroups(fitSums, signalSums, scores);
    fillBasisScore(profile, fitSums, signalSums, scores);
  }
  return scores;
}

function fillGroups(fitSums: SumColumns, signalSums: SumColumns, { size, fit, signal, all }: Scores): void {
  for (let i = 0; i < size; i++) {
    const fitKnown = fitSums.known[i] ?? 0;
    const fitMet = fitSums.met[i] ?? 0;
    const signalKnown = signalSums.known[i] ?? 0;
    const signalMet = signalSums.met[i] ?? 0;
    fit[i] = percentOf(fitMet, fitKnown);
    signal[i] = percentOf(signalMet, signalKnown);
    all[i] = percentOf(fitMet + signalMet, fitKnown + signalKnown);
  }
}

/** `standingOf` for every account, without an object each. */
function fillBasisScore(
  profile: Profile,
  fitSums: SumColumns,
  signalSums: SumColumns,
  { size, basis, known, low, high }: Scores,
): void {
  const total = profile.total[profile.basis];
  const ofFit = profile.basis === 'signal' ? 0 : 1;
  const ofSignal = profile.basis === 'fit' ? 0 : 1;
  for (let i = 0; i < size; i++) {
    const sumKnown = ofFit * (fitSums.known[i] ?? 0) + ofSignal * (signalSums.known[i] ?? 0);
    const sumMet = ofFit * (fitSums.met[i] ?? 0) + ofSignal * (signalSums.met[i] ?? 0);
    known[i] = sumKnown / total;
    // Most accounts have no unknowns; for them the two divisions are saved.
    const isAllKnown = sumKnown === total;
    low[i] = isAllKnown ? (basis[i] ?? 0) : percentOf(sumMet, total);
    high[i] = isAllKnown ? (basis[i] ?? 0) : percentOf(sumMet + total - sumKnown, total);
  }
}

function fillMustOnly(profile: Profile, sums: SumColumns, scores: Scores): void {
  scores.signal.fill(NaN);
  for (let i = 0; i < scores.size; i++) {
    const basisScore = basisScoreOf(profile, { known: sums.known[i] ?? 0, met: sums.met[i] ?? 0 });
    scores.fit[i] = basisScore.basis;
    scores.all[i] = basisScore.basis;
    scores.known[i] = basisScore.known;
    scores.low[i] = basisScore.low;
    scores.high[i] = basisScore.high;
  }
}

/** Where nothing weighs: a failed Must decides even beside an unknown one. */
function mustFit(known: number, met: number, total: number): number {
  if (met < known) return 0;
  return known === total ? 100 : NaN;
}
