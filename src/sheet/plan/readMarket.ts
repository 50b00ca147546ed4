/** `Plan TAM`: the numbers behind the market sizes and the reverse funnel. */
import { MARKET_ITEMS, MARKET_KEYS, type MarketInputs, type MarketKey } from '../../domain/rules/marketItems';
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

/** Reads the tab; a blank value stays unknown, an unknown item or an unusable value is refused. */
export function readMarket(table: PlanTable, findings: ProblemCollector): MarketInputs {
  const values = new Map<MarketKey, number>();
  const sources = new Map<MarketKey, string>();
  let second: number | undefined;
  let money: { readonly item: MarketKey; readonly currency: string } | undefined;
  for (const row of table.rows) {
    const item = itemOf(row, findings);
    if (item === undefined || row.text('Value') === '') continue;
    const value = readItem(item, row);
    const currency = MARKET_ITEMS[item].isShare ? undefined : currencyOf(row);
    if (money !== undefined && currency !== undefined && !isComparable(money.currency, currency))
      reportCurrency(row, item, currency, money.item, findings);
    money ??= currency === undefined ? undefined : { item, currency };
    if (value === undefined || value < 0) reportValue(item, row, findings);
    else if (!values.has(item)) {
      values.set(item, value);
      sources.set(item, row.text('Source'));
    } else if (second === undefined && isSecondSource(item, row, sources)) second = value;
    else reportSecond(item, row, findings);
  }
  const inputs = Object.fromEntries(MARKET_KEYS.map((key) => [key, values.get(key)])) as MarketInputs;
  return { ...inputs, companiesSecondSource: second };
}

/** ISO 4217 beside the value, or in Unit; bare values are in the currency of the others. */
function currencyOf(row: PlanTableRow): string | undefined {
  return readQuantity(row.cell('Value'), POINT)?.currency ?? unitOfHeader(`Value (${row.text('Unit')})`)?.currency;
}

function reportCurrency(
  row: PlanTableRow,
  item: MarketKey,
  currency: string,
  other: MarketKey,
  findings: ProblemCollector,
): void {
  findings.refuse(
    'MARKET_CURRENCIES_MIXED',
    row.at('Value'),
    row.text('Value'),
    `"${MARKET_ITEMS[item].name}" is in ${currency} and "${MARKET_ITEMS[other].name}" is not: amounts in two currencies cannot be added or divided.`,
    'Write all amounts of the market in one currency.',
  );
}

/** The market may be counted twice where two sources are named: the first counts, the second is compared with it (S2.7). */
function isSecondSource(item: MarketKey, row: PlanTableRow, sources: ReadonlyMap<MarketKey, string>): boolean {
  const first = sources.get(item) ?? '';
  const source = row.text('Source');
  return item === 'companiesInMarket' && first !== '' && source !== '' && fold(first) !== fold(source);
}

function itemOf(row: PlanTableRow, findings: ProblemCollector): MarketKey | undefined {
  const name = row.text('Item');
  const item = MARKET_KEYS.find((candidate) => fold(MARKET_ITEMS[candidate].name) === fold(name));
  if (item === undefined && (name !== '' || row.text('Value') !== '')) {
    const names = MARKET_KEYS.map((candidate) => MARKET_ITEMS[candidate].name);
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
function readItem(item: MarketKey, row: PlanTableRow): number | undefined {
  const unit = fold(row.text('Unit'));
  if (MARKET_ITEMS[item].isShare) {
    const isPercent = unit === '%' || unit === 'percent';
    const number = readNumber(row.cell('Value'));
    const isBarePercent = isPercent && typeof row.cell('Value') === 'string' && !row.text('Value').includes('%');
    return isBarePercent && number !== undefined && number <= 100 ? number / 100 : readShare(row.cell('Value'));
  }
  const number = readNumber(row.cell('Value'));
  return number === undefined ? undefined : number * (scaleOfWord(unit) ?? 1);
}

function reportValue(item: MarketKey, row: PlanTableRow, findings: ProblemCollector): void {
  const allowed = MARKET_ITEMS[item].isShare
    ? 'a share from 0 % to 100 %, e.g. 20%'
    : 'a number of 0 or more, e.g. 12000 or 1.2M';
  const found = row.text('Value');
  findings.refuse(
    'MARKET_VALUE_UNUSABLE',
    row.at('Value'),
    found,
    `"${clipped(found)}" is no value of "${MARKET_ITEMS[item].name}".`,
    `Use ${allowed}, or leave it blank.`,
  );
}

function reportSecond(item: MarketKey, row: PlanTableRow, findings: ProblemCollector): void {
  findings.refuse(
    'ITEM_TWICE',
    row.at('Item'),
    row.text('Item'),
    `"${MARKET_ITEMS[item].name}" stands here a second time.`,
    'Keep one row and clear the other; a second count of the market needs a Source of its own.',
  );
}
