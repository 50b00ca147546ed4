/** Variants of a message inside one segment: which answers better, where chance does not explain it at any look (S0.20). Pure. */
import type { Figure } from '../facts/figure';
import { discoveries, evidenceAgainstRatio, trialsToTellApart } from '../stats/evidence';
import { shownRate } from '../stats/rates';
import { stillNeeded } from './diagnosis';
import { grouped, poolRates, type PooledRates, type ResultRow } from './results';

export interface VariantReview {
  readonly segment: string;
  readonly variant: string;
  /** Of the rows that are shown. */
  readonly rates: PooledRates;
  /** Against the segment's other variants together; '' without any. */
  readonly verdict: 'better' | 'worse' | 'not shown' | '';
  readonly why: string;
  /** Contacts until a difference as large as this one would show; null where there is none. */
  readonly more: Figure;
}

/** Chance that any variant of a segment is called better or worse by chance alone, over all looks. */
const LEVEL = 0.05;

/** Variants of `rows`, which are shown; what is claimed of them rests on `history`, all results up to now. Rows without a variant are not compared. */
export function reviewVariants(rows: readonly ResultRow[], history: readonly ResultRow[] = rows): readonly VariantReview[] {
  const named = rows.filter(({ variant }) => variant !== '');
  return [...grouped(named, ({ segment }) => segment)].flatMap(([segment, own]) => {
    const past = history.filter((row) => row.segment === segment && row.variant !== '');
    const variants = [...grouped(own, ({ variant }) => variant)];
    const compared = variants.map(([variant]) => compare(past, variant));
    const holds = discoveries(
      compared.map(({ evidence }) => evidence),
      LEVEL,
    );
    return variants.map(([variant, shown], index) => {
      const { isBetter, why, more } = compared[index] ?? NOT_COMPARED;
      const verdict = isBetter === null ? '' : holds[index] !== true ? 'not shown' : isBetter ? 'better' : 'worse';
      return { segment, variant, rates: poolRates(shown), verdict, why, more };
    });
  });
}

interface Comparison {
  readonly evidence: number;
  /** Null without anything to compare with. */
  readonly isBetter: boolean | null;
  readonly why: string;
  readonly more: Figure;
}

const NOT_COMPARED: Comparison = { evidence: 0, isBetter: null, why: '', more: null };

function compare(past: readonly ResultRow[], name: string): Comparison {
  const [mine, others] = [
    poolRates(past.filter(({ variant }) => variant === name)),
    poolRates(past.filter(({ variant }) => variant !== name)),
  ];
  const [own, rest] = [mine.replies, others.replies];
  if (own === null || rest === null) return NOT_COMPARED;
  return {
    evidence: evidenceAgainstRatio(own, rest, 1),
    isBetter: own.rate > rest.rate,
    why: `Replies ${shownRate(own)}, the other variants ${shownRate(rest)}.`,
    more: stillNeeded(trialsToTellApart(own.rate, rest.rate, LEVEL), mine.contacted),
  };
}
