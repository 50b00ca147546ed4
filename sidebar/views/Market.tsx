/** Step 2: the bounds of the market, its size in companies and money, and what that says. */
import { MARKET_ITEMS } from '../../src/domain/rules/marketItems';
import { counted, roundedShare, shownNumber, type Figure } from '../../src/domain/facts/figure';
import { sentenceOf } from '../../src/sheet/problem';
import { Line } from '../parts/counts';
import { Page } from '../parts/frame';
import { Button, Field, Fold, Tick } from '../parts/form';
import { LeftOut, Source } from '../parts/overview';
import { Rule } from '../parts/ruleForm';
import { itemProblem } from '../plan/draftPlan';
import { addRow, cellByName, entriesOf, setByName, setSetting } from '../plan/entries';
import type { Planner } from '../planner';

const SIZES = [
  ['companiesInMarket', 'From a source you trust, e.g. 100,000'],
  ['averageContractValue', 'A year, e.g. 12,000'],
  ['serviceableCompanies', 'Those you can sell to today'],
  ['winnableShare', 'E.g. 2%'],
  ['revenueTarget', 'A year, e.g. 5M'],
] as const;
const RATES = ['closeRate', 'opportunityRate', 'meetingRate', 'replyRate'] as const;

const VERDICTS: Readonly<Record<string, string>> = {
  alarm: 'An alarm: loosen the rule that removes most, or check that the list holds the market.',
  narrow: 'Narrow: loosen the rule that removes most.',
  healthy: 'Healthy.',
  broad: 'Broad: tighten the weightiest rule.',
  'no filter': 'Too broad: half the list or more. Add rules.',
  'not judged': 'Not judged: the list was filtered before it came, or the market is empty.',
};

/** The bounds of the market, how many listed accounts lie within, and the sizes; nothing before a list is read. */
export function Market({ planner }: { readonly planner: Planner }) {
  const { state, live, figures, edit } = planner;
  const { draft } = state;
  if (live === undefined || figures === undefined) return null;
  const { market, runResult } = live;
  const { listed, icp } = figures.market;
  const bounds = entriesOf(draft, 'rules', 'For', 'TAM');
  const isFiltered = runResult.plan.settings.isListFiltered;
  return (
    <Page title="Market" lead="Who could buy at all, in accounts and in money.">
      <h2>Market filters</h2>
      {bounds.length === 0 && <p class="hint">No market filters: every account of your list counts.</p>}
      {bounds.map((entry) => (
        <Rule key={entry.id} planner={planner} entry={entry} position="rules" isOpen={entry.before === null} />
      ))}
      <Button onClick={() => edit(addRow(draft, 'rules', { For: 'TAM', Field: 'Country', Operator: 'in', Type: 'Include' }))}>
        Add a filter
      </Button>
      <Line label="In the market" value={`${shownNumber(listed)} of ${shownNumber(figures.counts.accounts)}`} />
      <Tick
        label="The list was already filtered by our profile"
        checked={isFiltered}
        onChange={(isIn) => edit(setSetting(draft, 'isListFiltered', isIn ? 'Yes' : 'No'))}
      />
      <p class={icp.verdict === 'healthy' ? 'good' : 'warn'}>
        ICP: {counted(icp.accounts, 'account')}
        {icp.shareOfTam === null ? '' : `, ${roundedShare(icp.shareOfTam)} of the accounts in the market`}.{' '}
        {VERDICTS[icp.verdict]}
      </p>
      <LeftOut planner={planner} />
      <Source planner={planner} />
      <h2>Size</h2>
      {SIZES.map(([item, hint]) => (
        <Item key={item} planner={planner} item={MARKET_ITEMS[item].name} hint={hint} />
      ))}
      <Line label="TAM" value={money(market.tam.value)} />
      <Line label="SAM" value={money(market.sam.value)} />
      <Line
        label="SOM"
        value={money(market.som.value)}
        note={market.som.customers === null ? '' : `${counted(market.som.customers, 'customer')} expected`}
      />
      {market.listCoverage !== null && (
        <p class="hint">The list covers {roundedShare(market.listCoverage)} of the companies in the market.</p>
      )}
      <Fold title="From target to emails a day">
        {RATES.map((item) => (
          <Item key={item} planner={planner} item={MARKET_ITEMS[item].name} hint="" />
        ))}
        <Outreach planner={planner} />
      </Fold>
    </Page>
  );
}

function Item({ planner, item, hint }: { readonly planner: Planner; readonly item: string; readonly hint: string }) {
  const { draft } = planner.state;
  const value = String(cellByName(draft, 'tam', 'Item', item));
  const [entry] = entriesOf(draft, 'tam', 'Item', item);
  const problem = entry?.after ? itemProblem(entry.after) : undefined;
  return (
    <Field
      label={item}
      value={value}
      hint={hint}
      error={problem === undefined ? '' : sentenceOf({ ...problem, at: '' })}
      onInput={(text) => planner.edit(setByName(draft, 'tam', 'Item', item, { Value: text }))}
    />
  );
}

function Outreach({ planner: { live } }: { readonly planner: Planner }) {
  const lines = live?.outreach ?? null;
  if (lines === null) return <p class="hint">Fill in the contract value, the revenue target and the four rates.</p>;
  return (
    <>
      {lines.map(({ step, value }) => (
        <Line key={step} label={step} value={shownNumber(value, 2)} />
      ))}
    </>
  );
}

function money(value: Figure): string {
  if (value === null) return 'not known';
  const [scale, letter] = value >= 1e9 ? [1e9, 'B'] : value >= 1e6 ? [1e6, 'M'] : [1, ''];
  return shownNumber(value / scale, letter === '' ? 0 : 2) + letter;
}
