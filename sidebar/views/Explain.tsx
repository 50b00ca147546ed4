/** Why an account has its tier: every rule with its points, what is unknown, and what would lift it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { contributionsTo, scorecardOf } from '../../src/domain/explain/contribution';
import { stepText } from '../../src/domain/explain/explain';
import { nextTierOf } from '../../src/domain/explain/nextTier';
import { roundedShare } from '../../src/domain/facts/figure';
import { shownScore, shownWeight } from '../../src/domain/facts/rounding';
import { EXCLUDED_TIER, tierName } from '../../src/domain/score/tier';
import { tierReason } from '../../src/domain/explain/tierReason';
import { fold } from '../../src/domain/facts/text';
import { Line } from '../parts/counts';
import { Page } from '../parts/frame';
import { Button, Field } from '../parts/form';
import { nameOf, type PageLists } from '../plan/lists';
import { liveOf, type Live } from '../plan/live';
import type { Planner } from '../planner';
import { bestAccounts } from '../take/exports';
import { History } from './History';

const SHOWN = 8;

/** Accounts to choose from, in lists that may hold the selected row alone. */
interface Found {
  readonly lists: PageLists;
  readonly live: Live;
  readonly accounts: readonly number[];
}

/** Finds an account by name, domain, row or selection, and explains its tier; nothing before a list is read. */
export function Explain({ planner }: { readonly planner: Planner }) {
  const { state, live, selected } = planner;
  const [text, setText] = useState('');
  const [chosen, choose] = useState(state.chosen);
  const [row, setRow] = useState<PageLists>();
  const [elsewhere, sayElsewhere] = useState('');
  const { lists, draft, job } = state;
  const ofRow = useMemo(() => row && { lists: row, live: liveOf(row, draft) }, [row, draft]);
  if (lists === undefined || live === undefined) return null;
  const show = (typed: string, one?: PageLists, sentence = ''): void => {
    setText(typed);
    choose(-1);
    setRow(one);
    sayElsewhere(sentence);
  };
  const explainRow = async (): Promise<void> => {
    const found = await selected();
    if (typeof found === 'string') show('', undefined, found);
    else if (found !== undefined) show('', found);
  };
  const found: Found =
    ofRow === undefined
      ? { lists, live, accounts: text === '' ? bestAccounts(live, SHOWN) : accountsNamed(lists, text) }
      : { ...ofRow, accounts: ofRow.lists.meta.keys.map((_, account) => account) };
  const isOne = found.accounts.length === 1 && (text !== '' || row !== undefined);
  // One that another view chose need not be among the best.
  const isFromElsewhere = text === '' && row === undefined && chosen >= 0;
  const account = isOne ? found.accounts[0] : isFromElsewhere ? chosen : found.accounts.find((each) => each === chosen);
  return (
    <Page title="Explain an account">
      <Field label="Account, domain or sheet row" value={text} onInput={show} hint="E.g. acme.com, or 17 for row 17" />
      <Button disabled={job !== undefined} onClick={explainRow}>
        Explain the selected row
      </Button>
      {elsewhere !== '' && (
        <p class="warn" role="alert">
          {elsewhere}
        </p>
      )}
      {found.accounts.length > 1 && (
        <>
          <h2>{row !== undefined ? 'Rows with this key' : text === '' ? 'The best accounts' : 'Found'}</h2>
          <ul class="pick">
            {found.accounts.slice(0, SHOWN).map((index) => (
              <li key={index}>
                <button type="button" aria-pressed={index === account} onClick={() => choose(index)}>
                  {nameOf(found.lists, index)}
                  <small>
                    {row === undefined ? '' : `Row ${String(row.meta.rows[index])}, `}
                    {tierName(found.live.runResult.tiering.final[index])}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {text !== '' && found.accounts.length === 0 && (
        <p class="warn">
          No account of {lists.meta.accountsTab} {lists.read < lists.meta.size ? 'in the sample ' : ''}has that in its name, key
          or row.{lists.read < lists.meta.size && ' Select its row in the sheet instead.'}
        </p>
      )}
      {account !== undefined && (
        <>
          <Card planner={planner} lists={found.lists} live={found.live} account={account} isChosen={account === chosen} />
          <History planner={planner} account={found.lists.meta.keys[account] ?? ''} />
        </>
      )}
    </Page>
  );
}

const MARKS = { met: '✓', 'not met': '✕', unknown: '?' } as const;

function Card({
  planner,
  lists,
  live: { runResult },
  account,
  isChosen,
}: {
  readonly planner: Planner;
  readonly lists: PageLists;
  readonly live: Live;
  readonly account: number;
  /** In the list above, not by typing. */
  readonly isChosen: boolean;
}) {
  const position = useRef<HTMLElement>(null);
  useEffect(() => {
    // What a user types must stay in view; what is chosen further down is gone to.
    if (isChosen) position.current?.scrollIntoView({ block: 'nearest' });
  }, [account, isChosen]);
  const card = scorecardOf(runResult.profile, account);
  const shown = shownScore(card.basisScore.basis);
  // Tenths, as the score above them is shown, so that they add up to it.
  const tenths = contributionsTo(
    Number(shown) / 1000,
    card.lines.map(({ contribution }) => contribution),
  );
  const tier = runResult.tiering.final[account] ?? EXCLUDED_TIER;
  const step =
    runResult.tiering.computed[account] === EXCLUDED_TIER
      ? undefined
      : nextTierOf(runResult.profile, account, runResult.plan.settings);
  const segment = runResult.segmentation.segments[runResult.segmentation.assigned[account] ?? -1];
  return (
    <section ref={position} aria-live="polite">
      <h2>{nameOf(lists, account)}</h2>
      <p>
        <span class={`chip t${tier}`}>{tierName(tier)}</span> {tierReason(runResult, account)}
      </p>
      {step !== undefined && <p class="good">{stepText(step)}</p>}
      <Line
        label={`Score (${card.basis})`}
        value={shown || 'unknown'}
        note={`${shownWeight(card.points.met)} of ${shownWeight(card.points.known)} points, ${card.rules.met} of ${card.rules.known} rules`}
      />
      <Line
        label="Known"
        value={roundedShare(card.basisScore.known)}
        note={
          card.basisScore.known < 1
            ? `Between ${shownScore(card.basisScore.low)} and ${shownScore(card.basisScore.high)} once all is known`
            : ''
        }
      />
      <Line label="Segment" value={segment?.name ?? 'none'} />
      <h3>Rule by rule</h3>
      <ul class="plain">
        {card.lines.map(({ rule, outcome, shown: cell, weight, isDecidedByBlank }, line) => (
          <li key={line} class="ruling">
            <span class={`mark ${outcome === 'met' ? 'Pass' : outcome === 'unknown' ? 'Check' : 'Fail'}`} aria-hidden="true">
              {MARKS[outcome]}
            </span>
            <span>
              {rule.name}: {outcome}
              <small>
                {rule.field}: {cell || 'blank'}
                {isDecidedByBlank ? ', counted as the rule says for blanks' : ''}
              </small>
            </span>
            <b>{weight === 0 ? '' : outcome === 'unknown' ? '?' : tenths[line] ? `+${(tenths[line] * 1000).toFixed(1)}` : '0'}</b>
          </li>
        ))}
      </ul>
      <Button look="link" onClick={() => planner.show(lists.meta.accountsTab, lists.meta.rows[account])}>
        {`Row ${String(lists.meta.rows[account])} of ${lists.meta.accountsTab}.`}
      </Button>
    </section>
  );
}

/** Accounts whose name or key holds the text, or the one of a sheet row. */
function accountsNamed(lists: PageLists, text: string): readonly number[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  const row = /^\d+$/.test(wanted) ? lists.meta.rows.indexOf(Number(wanted)) : -1;
  if (row >= 0) return [row];
  const found: number[] = [];
  for (let account = 0; account < lists.meta.keys.length && found.length <= SHOWN; account += 1)
    if (fold(lists.meta.keys[account] ?? '').includes(wanted) || fold(nameOf(lists, account)).includes(wanted))
      found.push(account);
  return found;
}
