/** Variants of a message inside one segment: which answers better, where chance does not explain it (S0.20). Pure. */
import type { Figure } from '../facts/figure';
import { CONFIDENCE, contactsNeeded, shownRate } from '../stats/rates';
import { splitFlag } from '../lanes/splitFlag';
import { stillNeeded } from './diagnosis';
import { grouped, poolRates, type PooledRates, type ResultRow } from './results';

export interface VariantReview {
  readonly segment: string;
  readonly variant: string;
  readonly rates: PooledRates;
  /** Against the segment's other variants together; '' without any. */
  readonly verdict: 'better' | 'worse' | 'not shown' | '';
  readonly why: string;
  /** Contacts until a difference as large as this one would show; null where there is none. */
  readonly more: Figure;
}

/** Rows without a variant are not compared; of n variants each claim is held to 95 % of all n together. */
export function reviewVariants(rows: readonly ResultRow[]): readonly VariantReview[] {
  const named = rows.filter(({ variant }) => variant !== '');
  return [...grouped(named, ({ segment }) => segment)].flatMap(([segment, own]) => {
    const variants = [...grouped(own, ({ variant }) => variant)];
    // Two variants are one comparison, told twice.
    const level = (1 - CONFIDENCE) / (variants.length > 2 ? variants.length : 1);
    return variants.map(([variant, mine]) => {
      const others = own.filter((row) => row.variant !== variant);
      return { segment, variant, rates: poolRates(mine), ...compared(mine, others, level) };
    });
  });
}

function compared(
  mine: readonly ResultRow[],
  others: readonly ResultRow[],
  level: number,
): Pick<VariantReview, 'verdict' | 'why' | 'more'> {
  const [{ replies, contacted }, { replies: rest }] = [poolRates(mine), poolRates(others)];
  if (replies === null || rest === null) return { verdict: '', why: '', more: null };
  const isShown = splitFlag(replies, rest, level).verdict === 'split';
  return {
    verdict: !isShown ? 'not shown' : replies.rate > rest.rate ? 'better' : 'worse',
    why: `Replies ${shownRate(replies)}, the other variants ${shownRate(rest)}.`,
    more: stillNeeded(contactsNeeded(replies.rate, rest.rate, 1 - level), contacted),
  };
}
