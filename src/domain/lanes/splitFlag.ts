/** Split flag: whether two segments answer so differently that they are two segments (S1.5). Pure. */
import { SMALLEST_EXPECTED, type Rate } from '../stats/rates';
import { bothTails } from '../stats/tails';

export interface SplitFlag {
  /** First rate minus second. */
  readonly difference: number;
  /** Two-sided: how often chance alone gives rates at least this far apart. */
  readonly p: number;
  readonly verdict: 'split' | 'no difference shown';
}

/** `split` when chance alone gives such a difference in less than 5 % of cases (`level`); of small counts Fisher's exact test decides. */
export function splitFlag(first: Rate, second: Rate, level = 0.05): SplitFlag {
  const isExact = smallestExpected(first, second) < SMALLEST_EXPECTED;
  const p = isExact ? fisherP(first, second) : proportionsP(first, second);
  return { difference: first.rate - second.rate, p, verdict: p < level ? 'split' : 'no difference shown' };
}

/** Pooled two-proportion test. */
function proportionsP(first: Rate, second: Rate): number {
  const pooled = (first.successes + second.successes) / (first.trials + second.trials);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.trials + 1 / second.trials));
  return bothTails((first.rate - second.rate) / error);
}

/** Fisher's exact test: the chance of every table as unlikely as ours, margins kept. */
function fisherP(first: Rate, second: Rate): number {
  const successes = first.successes + second.successes;
  const least = Math.max(0, successes - second.trials);
  const most = Math.min(successes, first.trials);
  // Chances relative to the most likely table, each from its neighbour, so that nothing overflows.
  const mode = Math.floor(((successes + 1) * (first.trials + 1)) / (first.trials + second.trials + 2));
  const start = Math.min(most, Math.max(least, mode));
  const step = (x: number) => ((successes - x) * (first.trials - x)) / ((x + 1) * (second.trials - successes + x + 1));
  const chances = new Map([[start, 1]]);
  for (let x = start, chance = 1; x < most && chance > 0; x += 1) chances.set(x + 1, (chance *= step(x)));
  for (let x = start, chance = 1; x > least && chance > 0; x -= 1) chances.set(x - 1, (chance /= step(x - 1)));
  const ours = chances.get(first.successes) ?? 0;
  const all = [...chances.values()];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  // Equal tables come out a hair apart in binary, so they count as equal.
  return Math.min(1, sum(all.filter((chance) => chance <= ours * (1 + 1e-7))) / sum(all));
}

function smallestExpected(first: Rate, second: Rate): number {
  const total = first.trials + second.trials;
  const successes = first.successes + second.successes;
  return (Math.min(successes, total - successes) * Math.min(first.trials, second.trials)) / total;
}
