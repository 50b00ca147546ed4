/** Monday's path: which tab, who is ideal, what a contract is worth; everything else is inferred and can be changed. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { MARKET_ITEMS } from '../../src/domain/rules/marketItems';
import { markedCustomers } from '../../src/domain/learning/firstRules';
import { Page } from '../parts/frame';
import { Button, Choice, Field, Tick } from '../parts/form';
import { NO_ANSWERS, wished, withWish, type Answers } from '../plan/answers';
import { addRow, setByName, type Draft } from '../plan/entries';
import { hasColumn, type PageLists } from '../plan/lists';
import { customersIn, rulesFromCustomers, rulesFromPicks, valuesOf } from '../plan/propose';
import { readNumber } from '../../src/sheet/plan/readSettings';
import type { Planner } from '../planner';
import { sampleFile } from '../take/sample';

/** The three questions that lead to a first plan; without a list, the ways to get one. */
export function Start({ planner }: { readonly planner: Planner }) {
  const { lists } = planner.state;
  if (lists === undefined) return <NoList planner={planner} />;
  return <Questions planner={planner} lists={lists} />;
}

function NoList({ planner }: { readonly planner: Planner }) {
  return (
    <Page
      title="Start with your accounts"
      lead="No tab holds a list of accounts yet. Paste one into a tab with headers in row 1, such as Account name, Domain, Industry and Employees."
    >
      <Button look="action" onClick={() => planner.open()}>
        Look again
      </Button>
      <div class="or">
        <Button onClick={() => planner.importCsv(sampleFile())}>Use sample data</Button>
        <Button onClick={() => planner.go('csv')}>Import a CSV file</Button>
      </div>
      <p class="hint">The sample is 120 made-up accounts in a tab of their own.</p>
    </Page>
  );
}

/** Fewest customers that say something about customers. */
const FEW = 3;

function Questions({ planner, lists }: { readonly planner: Planner; readonly lists: PageLists }) {
  const tabs = planner.state.greeting?.tabs.filter(({ isOurs }) => !isOurs) ?? [];
  const marked = markedCustomers(lists.lists.accounts);
  const { answers } = planner.state;
  const { names, value } = answers;
  const answer = (next: Partial<Answers>): void => planner.dispatch({ kind: 'answers', answers: { ...answers, ...next } });
  const wish = (field: string, values: readonly string[]): void => answer(withWish(answers, field, values));
  const isMarked = marked.length >= FEW;
  const way = answers.way === '' || (answers.way === 'marked' && !isMarked) ? (isMarked ? 'marked' : 'names') : answers.way;
  const [industries, countries, [size = '']] = [
    wished(answers, 'Industry'),
    wished(answers, 'Country'),
    wished(answers, 'Employees'),
  ];
  const asOf = planner.live?.plan.asOf ?? lists.meta.runDay;
  const named = way === 'marked' ? { accounts: marked, missing: [] } : customersIn(lists, names);
  const rules =
    way === 'pick'
      ? rulesFromPicks(lists, { industries, size, countries }, asOf)
      : named.accounts.length < FEW
        ? []
        : rulesFromCustomers(lists, named.accounts, asOf);
  const isNumber = value === '' || readNumber(value) !== undefined;
  return (
    <Page
      title="First tiers in three answers"
      lead="Answer what you can. Everything else is worked out from the list, and you can change all of it afterwards."
    >
      <section>
        <h2>1. Which tab holds your accounts?</h2>
        <Choice
          label="Accounts tab"
          value={lists.meta.accountsTab}
          options={tabs.map(({ title }) => title)}
          onChange={(tab) => void planner.open(tab)}
        />
        <p class="hint">
          {counted(lists.meta.size, 'account')},{' '}
          {counted(lists.meta.matches.filter(({ list }) => list === 'accounts').length, 'column')} recognised.
        </p>
      </section>
      <section>
        <h2>2. Who is ideal?</h2>
        <Choice
          label="I can tell by"
          value={way}
          options={[
            ...(isMarked ? [['marked', `${shownNumber(marked.length)} customers marked in the list`] as const] : []),
            ['names', 'naming my best customers'],
            ['pick', 'industry, size and country'],
          ]}
          onChange={(word) => answer({ way: word })}
        />
        {way === 'names' && (
          <Field
            label="Best customers, one a line"
            rows={4}
            value={names}
            onInput={(text) => answer({ names: text })}
            placeholder={'acme.com\nBlue Anchor'}
            hint={foundHint(named.accounts.length, named.missing)}
          />
        )}
        {way === 'pick' && (
          <>
            <Picks field="Industry" lists={lists} chosen={industries} onChange={(chosen) => wish('Industry', chosen)} />
            <Field
              label="Employees"
              value={size}
              onInput={(text) => wish('Employees', text === '' ? [] : [text])}
              placeholder="50-500"
            />
            <Picks field="Country" lists={lists} chosen={countries} onChange={(chosen) => wish('Country', chosen)} />
          </>
        )}
      </section>
      <section>
        <h2>3. What is a contract worth a year?</h2>
        <Field
          label="Average contract value (may stay blank)"
          value={value}
          onInput={(text) => answer({ value: text })}
          placeholder="12,000"
          error={isNumber ? '' : `“${value}” is no number. Write e.g. 12000 or 12k.`}
        />
      </section>
      {rules.length > 0 && (
        <ul class="plain" aria-label="Rules that come of it">
          {rules.map((row) => (
            <li key={String(row.Rule ?? row.Field)}>
              {String(row.Field)} {String(row.Operator)} <b>{String(row.Value)}</b>
            </li>
          ))}
        </ul>
      )}
      <Button
        look="action"
        disabled={rules.length === 0 || !isNumber || planner.state.job !== undefined}
        onClick={() => finish(planner, rules, value)}
      >
        Show my tiers
      </Button>
      <p class="hint">Writes the plan and the result tabs. Your own tabs are only read.</p>
      <p>
        <Button look="link" onClick={() => planner.importCsv(sampleFile())}>
          Use sample data
        </Button>
        <Button look="link" onClick={() => planner.go('csv')}>
          Import a CSV file
        </Button>
        <Button look="link" onClick={() => planner.go('data')}>
          Skip the questions
        </Button>
      </p>
    </Page>
  );
}

/** What was recognized goes into the tab Columns with the first plan, where the team can see and change it. */
function mappingRows({ state: { lists, draft } }: Planner): readonly PlanRow[] {
  if (lists === undefined || draft.columns.length > 0) return [];
  return lists.meta.matches
    .filter(({ list }) => list === 'accounts')
    .map(({ list, field, column, sample, confidence }) => ({
      Tab: lists.meta.accountsTab,
      List: list,
      Field: field,
      Column: column,
      Sample: sample,
      Confidence: confidence,
    }));
}

async function finish(planner: Planner, rules: readonly PlanRow[], value: string): Promise<void> {
  let draft: Draft = planner.state.draft;
  for (const row of rules) draft = addRow(draft, 'icp', row);
  for (const row of mappingRows(planner)) draft = addRow(draft, 'columns', row);
  const number = readNumber(value);
  if (number !== undefined) draft = setByName(draft, 'tam', 'Item', MARKET_ITEMS.averageContractValue.name, { Value: number });
  planner.edit(draft);
  if (!(await planner.save(draft))) return;
  planner.dispatch({ kind: 'answers', answers: NO_ANSWERS });
  planner.go('run');
  await planner.run();
}

function Picks({
  field,
  lists,
  chosen,
  onChange,
}: {
  readonly field: string;
  readonly lists: PageLists;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const values = valuesOf(lists, field).slice(0, 8);
  if (!hasColumn(lists, field) || values.length === 0) return null;
  return (
    <fieldset>
      <legend>{field}</legend>
      {values.map(({ shown, count }) => (
        <Tick
          key={shown}
          checked={chosen.includes(shown)}
          onChange={(isIn) => onChange(isIn ? [...chosen, shown] : chosen.filter((other) => other !== shown))}
          label={
            <>
              {shown} <span class="hint">{shownNumber(count)}</span>
            </>
          }
        />
      ))}
    </fieldset>
  );
}

function foundHint(found: number, missing: readonly string[]): string {
  const absent =
    missing.length === 0 ? '' : ` Not in the list: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}.`;
  return `${found} found in the list; three or more are enough.${absent}`;
}
