/** Why an account has its tier: every rule with its points, what is unknown, and what would lift it. */
import { useState } from 'preact/hooks';
import { scorecardOf } from '../../src/domain/contribution';
import { stepText } from '../../src/domain/explain';
import { nextTierOf } from '../../src/domain/nextTier';
import { shownScore, shownWeight } from '../../src/domain/rounding';
import { EXCLUDED_TIER, tierName } from '../../src/domain/tier';
import { tierReason } from '../../src/domain/tierReason';
import { fold } from '../../src/sheet/parse/text';
import { Line } from '../parts/counts';
import { Page } from '../parts/frame';
import { Field } from '../parts/form';
import { nameOf, type PageLists } from '../plan/lists';
import type { Live } from '../plan/live';
import type { Planner } from '../planner';
import { bestAccounts } from '../take/exports';

const SHOWN = 8;

export function Explain({ planner: { state, live } }: { readonly planner: Planner }) {
  const [text, setText] = useState('');
  const [chosen, choose] = useState(-1);
  const { lists } = state;
  const type = (typed: string): void => {
    setText(typed);
    choose(-1);
  };
  if (lists === undefined || live === undefined) return null;
  const found = text === '' ? bestAccounts(live, SHOWN) : accountsNamed(lists, text);
  const account = text !== '' && found.length === 1 ? (found[0] ?? -1) : chosen;
  return (
    <Page title="Explain an account">
      <Field label="Account, domain or sheet row" value={text} onInput={type} hint="E.g. acme.com, or 17 for row 17" />
      {found.length > 1 && (
        <ul class="pick">
          {found.slice(0, SHOWN).map((index) => (
            <li key={index}>
              <button type="button" aria-pressed={index === account} onClick={() => choose(index)}>
                {nameOf(lists, index)}
                <small>{tierName(live.planned.tiering.final[index])}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {text !== '' && found.length === 0 && (
        <p class="warn">No account of {lists.meta.accountsTab} has that in its name, key or row.</p>
      )}
      {account >= 0 && found.includes(account) && <Card lists={lists} live={live} account={account} />}
    </Page>
  );
}

const MARKS = { met: '✓', 'not met': '✕', unknown: '?' } as const;

function Card({
  lists,
  live: { planned },
  account,
}: {
  readonly lists: PageLists;
  readonly live: Live;
  readonly account: number;
}) {
  const card = scorecardOf(planned.profile, account);
  const tier = planned.tiering.final[account] ?? EXCLUDED_TIER;
  const step =
    planned.tiering.computed[account] === EXCLUDED_TIER ? undefined : nextTierOf(planned.profile, account, planned.plan.settings);
  const segment = planned.segmentation.segments[planned.segmentation.assigned[account] ?? -1];
  return (
    <section aria-live="polite">
      <h2>{nameOf(lists, account)}</h2>
      <p>
        <span class={`chip t${String(tier)}`}>{tierName(tier)}</span> {tierReason(planned, account)}
      </p>
      {step !== undefined && <p class="good">{stepText(step)}</p>}
      <Line
        label={`Score (${card.basis})`}
        value={shownScore(card.standing.basis) || 'unknown'}
        note={`${shownWeight(card.points.met)} of ${shownWeight(card.points.known)} points, ${String(card.rules.met)} of ${String(card.rules.known)} rules`}
      />
      <Line
        label="Known"
        value={`${String(Math.floor(card.standing.known * 100))} %`}
        note={
          card.standing.known < 1
            ? `Between ${shownScore(card.standing.low)} and ${shownScore(card.standing.high)} once all is known`
            : ''
        }
      />
      <Line label="Segment" value={segment?.name ?? 'none'} />
      <h3>Rule by rule</h3>
      <ul class="plain">
        {card.lines.map(({ rule, outcome, shown, contribution, weight, isDecidedByBlank }, place) => (
          <li key={place} class="ruling">
            <span class={`mark ${outcome === 'met' ? 'Pass' : outcome === 'unknown' ? 'Check' : 'Fail'}`} aria-hidden="true">
              {MARKS[outcome]}
            </span>
            <span>
              {rule.name}: {outcome}
              <small>
                {rule.field}: {shown || 'blank'}
                {isDecidedByBlank ? ', counted as the rule says for blanks' : ''}
              </small>
            </span>
            <b>
              {weight === 0
                ? ''
                : outcome === 'met' && contribution > 0
                  ? `+${shownScore(contribution)}`
                  : outcome === 'unknown'
                    ? '?'
                    : '0'}
            </b>
          </li>
        ))}
      </ul>
      <p class="hint">
        Row {lists.meta.rows[account]} of {lists.meta.accountsTab}.
      </p>
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
