/** Every item of `Plan TAM`, declared once: key, name and scale. Types, reader and page follow from this table. */

interface MarketItem {
  /** As `Plan TAM` and `plan.json` call it. */
  readonly name: string;
  /** A share or rate of 0–1; else a count or an amount of 0 or more. */
  readonly isShare: boolean;
}

/** In the order of the tab. */
export const MARKET_ITEMS = {
  companiesInMarket: amount('Companies in the market'),
  averageContractValue: amount('Average contract value'),
  serviceableCompanies: amount('Serviceable companies'),
  winnableShare: share('Winnable share'),
  captureShare: share('Capture share'),
  revenueTarget: amount('Revenue target'),
  closeRate: share('Close rate'),
  opportunityRate: share('Meeting to opportunity rate'),
  meetingRate: share('Reply to meeting rate'),
  replyRate: share('Reply rate'),
  businessDaysPerMonth: amount('Business days per month'),
  accountsWanted: amount('Accounts wanted'),
} as const;

export type MarketKey = keyof typeof MARKET_ITEMS;

/** The items in their order. */
export const MARKET_KEYS = Object.keys(MARKET_ITEMS) as readonly MarketKey[];

/** Numbers of `Plan TAM`; undefined is unknown, never 0. */
export type MarketInputs = Readonly<Record<MarketKey, number | undefined>> & {
  /** {@link MarketInputs.companiesInMarket} from another source, to compare the first with. */
  readonly companiesSecondSource?: number | undefined;
};

function amount(name: string): MarketItem {
  return { name, isShare: false };
}

function share(name: string): MarketItem {
  return { name, isShare: true };
}
