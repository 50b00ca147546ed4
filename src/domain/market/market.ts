/** Market sizes: TAM, SAM, SOM and ICP as counts and money, and the ICP's share of the listed accounts. Pure. */
import type { Figure } from '../facts/figure';
import type { MarketInputs } from '../rules/marketItems';
import type { Settings } from '../rules/settings';
import { figure, product, quotient } from '../facts/figure';

/** Share of the listed accounts that are ICP, in words (S2.2–S2.4). */
export const SHARE_VERDICTS = ['alarm', 'narrow', 'healthy', 'broad', 'no filter', 'not judged'] as const;
export type ShareVerdict = (typeof SHARE_VERDICTS)[number];

/** What the market's revenue allows (S0.8). */
export type BudgetVerdict = 'larger team' | 'in between' | 'lean team' | 'not judged';

/** Revenue from which the article funds a larger team and at which it stays lean (S0.8), in the contract value's currency. */
export const BUDGET_CUTS = { largerTeamFrom: 10_000_000, leanTeamTo: 500_000 } as const;

/** The article's example (S0.7), shown beside the blank item. It is never a default: a blank capture share judges nothing. */
export const ARTICLE_CAPTURE_SHARE = 0.1;

export interface MarketSizes {
  readonly tam: { readonly companies: Figure; readonly value: Figure };
  readonly sam: { readonly companies: Figure; readonly value: Figure };
  /** Customers expected, not accounts matching: never a list. Not rounded. */
  readonly som: { readonly customers: Figure; readonly value: Figure };
}

/** Counts of one run. `listed` is the TAM of the list: accounts that fail no TAM rule. */
export interface IcpCounts {
  readonly listed: number;
  readonly icp: number;
  readonly confirmed: number;
  readonly possible: number;
}

export interface Market extends MarketSizes {
  readonly listed: number;
  readonly icp: {
    readonly accounts: number;
    readonly confirmed: number;
    readonly possible: number;
    /** Accounts × contract value. */
    readonly value: Figure;
    /** Of the listed accounts, 0–1; null when none are listed. */
    readonly shareOfTam: Figure;
    readonly verdict: ShareVerdict;
    /** ICP accounts of the whole market, not rounded; null when the list was filtered before it came. */
    readonly estimate: Figure;
  };
  /** Listed accounts ÷ companies in the market; above 1 the two contradict each other. */
  readonly listCoverage: Figure;
  readonly capture: { readonly revenue: Figure; readonly verdict: BudgetVerdict };
}

/** TAM and SAM are companies × contract value, SOM is SAM × winnable share (S3.23–S3.25). What is missing is null. */
export function marketSizes(inputs: MarketInputs): MarketSizes {
  const { companiesInMarket, serviceableCompanies, averageContractValue, winnableShare } = inputs;
  return {
    tam: { companies: figure(companiesInMarket), value: product(companiesInMarket, averageContractValue) },
    sam: { companies: figure(serviceableCompanies), value: product(serviceableCompanies, averageContractValue) },
    som: {
      customers: product(serviceableCompanies, winnableShare),
      value: product(serviceableCompanies, averageContractValue, winnableShare),
    },
  };
}

/** Everything `Summary` says of the market. */
export function sizeMarket(
  counts: IcpCounts,
  inputs: MarketInputs,
  settings: Pick<Settings, 'icpShare' | 'isListFiltered'>,
): Market {
  const sizes = marketSizes(inputs);
  const shareOfTam = quotient(counts.icp, counts.listed);
  const isEstimated = !settings.isListFiltered && shareOfTam !== null;
  const revenue = product(sizes.tam.value, inputs.captureShare);
  return {
    ...sizes,
    listed: counts.listed,
    icp: {
      accounts: counts.icp,
      confirmed: counts.confirmed,
      possible: counts.possible,
      value: product(counts.icp, inputs.averageContractValue),
      shareOfTam,
      verdict: shareVerdict(shareOfTam, settings.icpShare, settings.isListFiltered),
      // Multiplied before it is divided: whole counts stay exact.
      estimate: isEstimated ? quotient(product(inputs.companiesInMarket, counts.icp), counts.listed) : null,
    },
    listCoverage: quotient(counts.listed, inputs.companiesInMarket),
    capture: { revenue, verdict: budgetVerdict(revenue) },
  };
}

/**
 * Below 1 % alarm, below 5 % narrow, 5–15 % healthy with both ends, above 15 % broad, from 50 % no filter (S2.2–S2.4).
 * Not judged when the share is unknown or the list was filtered before it came: then it says nothing of the market.
 */
export function shareVerdict(share: Figure, cuts: Settings['icpShare'], isListFiltered: boolean): ShareVerdict {
  if (share === null || Number.isNaN(share) || isListFiltered) return 'not judged';
  if (share < cuts.alarm) return 'alarm';
  if (share < cuts.narrow) return 'narrow';
  if (share >= cuts.noFilter) return 'no filter';
  return share > cuts.broad ? 'broad' : 'healthy';
}

/** More of the market counts as ideal than should. */
export const isBroad = (verdict: ShareVerdict): boolean => verdict === 'broad' || verdict === 'no filter';
/** Less of the market counts as ideal than should. */
export const isNarrow = (verdict: ShareVerdict): boolean => verdict === 'narrow' || verdict === 'alarm';

/** From $10M a larger team, to $500,000 a lean one, both ends closed (S0.8); between them the articles say nothing. */
export function budgetVerdict(revenue: Figure): BudgetVerdict {
  if (revenue === null || Number.isNaN(revenue)) return 'not judged';
  if (revenue >= BUDGET_CUTS.largerTeamFrom) return 'larger team';
  return revenue <= BUDGET_CUTS.leanTeamTo ? 'lean team' : 'in between';
}

export type SourceVerdict = 'agree' | 'explain the gap' | 'contradict' | 'not judged';

/** Two estimates of the same number: the larger ÷ the smaller. Below 3× they agree, 3–5× wants an explanation, above 5× they contradict. */
export function compareSources(first: Figure, second: Figure): { readonly ratio: Figure; readonly verdict: SourceVerdict } {
  const isComparable = first !== null && second !== null && first > 0 && second > 0;
  const ratio = isComparable ? quotient(Math.max(first, second), Math.min(first, second)) : null;
  if (ratio === null) return { ratio, verdict: 'not judged' };
  if (ratio < 3) return { ratio, verdict: 'agree' };
  return { ratio, verdict: ratio <= 5 ? 'explain the gap' : 'contradict' };
}
