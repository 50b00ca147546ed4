/** Taking it along: formulas to paste, lists for other tools, and the plan itself. */
import { useMemo, useState } from 'preact/hooks';
import type { PlanJson } from '../../src/commands/protocol/requests';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { TIER_1, TIER_2, TIER_3 } from '../../src/domain/score/tier';
import { Copyable } from '../parts/copyable';
import { Page } from '../parts/frame';
import { Button, Choice, Field } from '../parts/form';
import { planOf } from '../plan/entries';
import { readNumber } from '../../src/sheet/plan/readSettings';
import type { Planner } from '../planner';
import {
  bestAccounts,
  enrichmentRows,
  fieldsFor,
  partsFor,
  partsOf,
  suppressionRows,
  unverifiedRows,
  type Table,
} from '../take/exports';
import { TARGETS } from '../take/targets';
import { formulasFor } from '../take/formulas';
import { download, downloadParts } from '../take/hand';
import { decodeBytes } from '../../src/sheet/table/decode';

/** Downloads for other tools, formulas to copy, and the plan as a file. */
export function Take({ planner }: { readonly planner: Planner }) {
  return (
    <Page title="Take along">
      <Lists planner={planner} />
      <Formulas planner={planner} />
      <PlanFile planner={planner} />
    </Page>
  );
}

/** What stands in the choice of accounts beside the segments. */
const [ICP, TIER_1_ONLY, TIER_3_TOO] = ['icp', 'tier 1', 'tier 3'] as const;

function Lists({ planner }: { readonly planner: Planner }) {
  const { state, live, dispatch, fetch } = planner;
  const [which, setWhich] = useState<string>(ICP);
  const [tool, setTool] = useState('HubSpot');
  const [most, setMost] = useState('100');
  const [empty, setEmpty] = useState('');
  const { lists } = state;
  const target = TARGETS.find(({ name }) => name === tool);
  const missing = useMemo(() => (lists === undefined || live === undefined ? [] : enrichmentRows(lists, live)), [lists, live]);
  if (lists === undefined || live === undefined || target === undefined) return null;
  const segments = live.runResult.segmentation.segments;
  const position = segments.findIndex(({ name }) => `segment ${name}` === which);
  const number = readNumber(most) ?? 0;
  const worst = which === TIER_1_ONLY ? TIER_1 : which === ICP ? TIER_2 : TIER_3;
  const accounts = position < 0 ? bestAccounts(live, number, { worst }) : bestAccounts(live, Infinity, { segment: position });
  const suppressed = suppressionRows(lists, live);
  const unverified = unverifiedRows(lists, live, accounts);
  const say = (notice: string): void => dispatch({ kind: 'notice', notice });
  const take = async (): Promise<void> => {
    const known = await fetch(fieldsFor(lists), target.rows === 'people');
    if (known === undefined) return;
    const parts = partsFor(
      target,
      known,
      live,
      accounts,
      position < 0 ? `Best ${accounts.length}` : (segments[position]?.name ?? ''),
    );
    const rows = parts.reduce((sum, part) => sum + part.rows.length - 1, 0);
    setEmpty(rows > 0 ? '' : 'No file: none of these accounts has a verified contact. Take the list without one below.');
    if (rows === 0) return;
    downloadParts(parts);
    say(`${counted(rows, 'row')} in ${counted(parts.length, 'file')} for ${target.name}.`);
  };
  const takeTable = (table: Table, name: string): void => {
    downloadParts(partsOf(table, 50_000, name));
    say(`${counted(table.length - 1, 'row')} in ${name}.`);
  };
  return (
    <section>
      <h2>Lists for other tools</h2>
      <Choice
        label="Accounts"
        value={which}
        options={[
          [ICP, 'Tier 1 and 2'],
          [TIER_1_ONLY, 'Tier 1'],
          [TIER_3_TOO, 'Tier 1 to 3'],
          ...segments.map(({ name }) => [`segment ${name}`, `Segment: ${name}`] as const),
        ]}
        onChange={setWhich}
      />
      {position < 0 && <Field label="How many" value={most} onInput={setMost} />}
      <Choice
        label="For"
        value={tool}
        options={TARGETS.map(({ name, rows }) => [name, `${name} (${rows})`] as const)}
        onChange={setTool}
      />
      <p class="hint">
        {counted(accounts.length, 'account')}. {target.rows === 'people' ? 'One row a verified contact.' : 'One row an account.'}{' '}
        At most {shownNumber(target.cap)} rows a file; more are split in parts.
      </p>
      <Button look="action" disabled={accounts.length === 0 || state.job !== undefined} onClick={take}>
        Download CSV
      </Button>
      {accounts.length === 0 && <p class="hint">No available account is among these. Choose other tiers or a segment.</p>}
      {empty !== '' && (
        <p class="warn" role="alert">
          {empty}
        </p>
      )}
      <h3>Accounts without a verified email</h3>
      <p class="hint">{counted(unverified.length - 1, 'account')} of these, with the roles to find.</p>
      <Button disabled={unverified.length < 2} onClick={() => takeTable(unverified, 'Without a verified email')}>
        Download accounts to enrich
      </Button>
      <h3>What is worth enriching</h3>
      <p class="hint">
        {counted(Math.max(0, missing.length - 1), 'missing cell')}, those first that could lift most accounts into the ICP.
      </p>
      <Button disabled={missing.length < 2} onClick={() => takeTable(missing, 'Enrichment list')}>
        Download enrichment list
      </Button>
      <h3>Whom to leave alone</h3>
      <p class="hint">
        {counted(suppressed.length - 1, 'account')}: customers, open deals and who must not be contacted. They are in no list
        above.
      </p>
      <Button disabled={suppressed.length < 2} onClick={() => takeTable(suppressed, 'Suppression list')}>
        Download suppression list
      </Button>
    </section>
  );
}

function Formulas({ planner }: { readonly planner: Planner }) {
  const { live } = planner;
  const { lists, greeting } = planner.state;
  if (lists === undefined || live === undefined || greeting === undefined) return null;
  const { meta } = lists;
  const key = ['Account ID', 'Domain', 'Account name']
    .map((field) => meta.matches.find((match) => match.list === 'accounts' && match.field === field)?.column)
    .find((column) => column !== undefined);
  const formulas = formulasFor({
    locale: greeting.locale,
    accountsTab: meta.accountsTab,
    keyColumn: Math.max(0, meta.headers.indexOf(key ?? '')) + 1,
    width: meta.headers.length,
    lastRow: Math.max(...meta.rows.slice(-1), 2),
    scoresTab: greeting.tabs.find(({ title, isOurs }) => isOurs && title.startsWith('Scores'))?.title ?? 'Scores',
    asOf: live.plan.asOf,
  });
  return (
    <section>
      <h2>Formulas beside your rows</h2>
      {formulas.map(({ title, formula, note }) => (
        <div class="card flat" key={title}>
          <Copyable planner={planner} title={title} text={formula} button="Copy" />
          <p class="hint">{note}</p>
        </div>
      ))}
    </section>
  );
}

function PlanFile({ planner }: { readonly planner: Planner }) {
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      await planner.importPlan(JSON.parse(decodeBytes(new Uint8Array(await file.arrayBuffer())).text) as PlanJson);
    } catch {
      planner.dispatch({ kind: 'notice', notice: `${file.name} is no JSON file. Choose a plan.json that was exported here.` });
    }
  };
  return (
    <section>
      <h2>The plan as a file</h2>
      <Button onClick={() => download('plan.json', JSON.stringify(planOf(planner.state.draft), null, 2), 'application/json')}>
        Download plan.json
      </Button>
      <label class="file">
        Import plan.json
        <input type="file" accept=".json,application/json" onChange={(event) => void read(event.currentTarget.files?.[0])} />
      </label>
    </section>
  );
}
