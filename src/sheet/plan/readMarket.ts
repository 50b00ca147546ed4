/** `Plan TAM`: the numbers behind the market sizes and the reverse funnel. */
import type { MarketInputs } from '../../domain/rules/plan';
import { isComparable } from '../../domain/facts/fact';
import { nearestOf } from '../headers/nearest';
import { clipped } from '../problem';
import { POINT, readQuantity } from '../parse/number';
import { scaleOfWord } from '../parse/numberWords';
import { fold } from '../../domain/facts/text';
import { unitOfHeader } from '../parse/unit';
import type { ProblemCollector } from './closedList';
import type { PlanTable, PlanTableRow } from './planTable';
import { readNumber, readShare } from './readSettings';

interface Item {
  readonly name: string;
  readonly key: keyof MarketInputs;
  readonly isShare: boolean;
}

/** Items of the tab in its order. */
export const MARKET_ITEMS: readonly Item[] = [
  { name: 'Companies in the market', key: 'companiesInMarket', isShare: false },
  { name: 'Average contract value', key: 'averageContractValue', isShare: false },
  { name: 'Serviceable companies', key: 'serviceableCompanies', isShare: false },
  { name: 'Winnable share', key: 'winnableShare', isShare: true },
  { name: 'Capture share', key: 'captureShare', isShare: true },
  { name: 'Revenue target', key: 'revenueTarget', isShare: false },
  { name: 'Close rate', key: 'closeRate', isShare: true },
  { name: 'Meeting to opportunity rate', key: 'opportunityRate', isShare: true },
  { name: 'Reply to meeting rate', key: 'meetingRate', isShare: true },
  { name: 'Reply rate', key: 'replyRate', isShare: true },
  { name: 'Business days per month', key: 'businessDaysPerMonth', isShare: false },
  { name: 'Accounts wanted', key: 'accountsWanted', isShare: false },
];

/** Reads the tab; a blank value stays unknown, an unknown item or an unusable value is refused. */
export function readMarket(table: PlanTable, findings: ProblemCollector): MarketInputs {
  const values = new Map<keyof MarketInputs, number>();
  const sources = new Map<keyof MarketInputs, string>();
  let second: number | undefined;
  let money: { readonly item: Item; readonly currency: string } | undefined;
  for (const row of table.rows) {
    const item = itemOf(row, findings);
    if (item === undefined || row.text('Value') === '') continue;
    const value = readItem(item, row);
    const currency = item.isShare ? undefined : currencyOf(row);
    if (currency !== undefined && !isComparable(money?.currency, currency))
      reportCurrency(row, item.name, currency, money?.item.name ?? '', findings);
    money ??= currency === undefined ? undefined : { item, currency };
    if (value === undefined || value < 0) reportValue(item, row, findings);
    else if (!values.has(item.key)) {
      values.set(item.key, value);
      sources.set(item.key, row.text('Source'));
    } else if (second === undefined && isSecondSource(item, row, sources)) second = value;
    else reportSecond(item, row, findings);
  }
  const inputs = Object.fromEntries(MARKET_ITEMS.map(({ key }) => [key, values.get(key)])) as unknown as MarketInputs;
  return { ...inputs, companiesSecondSource: second };
}

/** ISO 4217 beside the value, or in Unit; bare values are in the currency of the others. */
function currencyOf(row: PlanTableRow): string | undefined {
  return readQuantity(row.cell('Value'), POINT)?.currency ?? unitOfHeader(`Value (${row.text('Unit')})`)?.currency;
}

function reportCurrency(row: PlanTableRow, item: string, currency: string, other: string, findings: ProblemCollector): void {
  findings.refuse(
    'MARKET_CURRENCIES_MIXED',
    row.at('Value'),
    row.text('Value'),
    `"${item}" is in ${currency} and "${other}" is not: amounts in two currencies cannot be added or divided.`,
    'Write all amounts of the market in one currency.',
  );
}

/** The market may be counted twice where two sources are named: the first counts, the second is compared with it (S2.7). */
function isSecondSource(item: Item, row: PlanTableRow, sources: ReadonlyMap<keyof MarketInputs, string>): boolean {
  const first = sources.get(item.key) ?? '';
  const source = row.text('Source');
  return item.key === 'companiesInMarket' && first !== '' && source !== '' && fold(first) !== fold(source);
}

function itemOf(row: PlanTableRow, findings: ProblemCollector): Item | undefined {
  const name = row.text('Item');
  const item = MARKET_ITEMS.find((candidate) => fold(candidate.name) === fold(name));
  if (item === undefined && (name !== '' || row.text('Value') !== '')) {
    const names = MARKET_ITEMS.map((candidate) => candidate.name);
    const nearest = nearestOf(name, names);
    const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    findings.refuse(
      'ITEM_UNKNOWN',
      row.at('Item'),
      name,
      `"${clipped(name)}" is no item of the market.`,
      `Use one of: ${names.join(', ')}.${guess}`,
    );
  }
  return item;
}

/** Unit may scale the value: `%`, `k`, `M`, thousand, million, billion. */
function readItem(item: Item, row: PlanTableRow): number | undefined {
  const unit = fold(row.text('Unit'));
  if (item.isShare) {
    const isPercent = unit === '%' || unit === 'percent';
    const number = readNumber(row.cell('Value'));
    const isBarePercent = isPercent && typeof row.cell('Value') === 'string' && !row.text('Value').includes('%');
    return isBarePercent && number !== undefined && number <= 100 ? number / 100 : readShare(row.cell('Value'));
  }
  const number = readNumber(row.cell('Value'));
  return number === undefined ? undefined : number * (scaleOfWord(unit) ?? 1);
}

function reportValue(item: Item, row: PlanTableRow, findings: ProblemCollector): void {
  const allowed = item.isShare ? 'a share from 0 % to 100 %, e.g. 20%' : 'a number of 0 or more, e.g. 12000 or 1.2M';
  const found = row.text('Value');
  findings.refuse(
    'MARKET_VALUE_UNUSABLE',
    row.at('Value'),
    found,
    `"${clipped(found)}" is no value of "${item.name}".`,
    `Use ${allowed}, or leave it blank.`,
  );
}

function reportSecond(item: Item, row: PlanTableRow, findings: ProblemCollector): void {
  findings.refuse(
    'ITEM_TWICE',
    row.at('Item'),
    row.text('Item'),
    `"${item.name}" stands here a second time.`,
    'Keep one row and clear the other; a second count of the market needs a Source of its own.',
  );
}
