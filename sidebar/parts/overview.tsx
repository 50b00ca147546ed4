/** The result in view: ICP, tiers, what is left out, and whether a tab holds these numbers; all of one source. */
import { counted, roundedShare, shownNumber } from '../../src/domain/facts/figure';
import type { Figures } from '../plan/figures';
import type { Planner } from '../planner';
import { Tiers } from './counts';
import { Button } from './form';

/** Nothing before a list is read. */
export function Overview({ planner, isWhole = true }: { readonly planner: Planner; readonly isWhole?: boolean }) {
  const { figures, live } = planner;
  if (figures === undefined || live === undefined) return null;
  return (
    <section>
      {isWhole && <Headline figures={figures} />}
      <Tiers counts={figures.tiers} listed={figures.market.listed} />
      <LeftOut planner={planner} />
      <Source planner={planner} />
    </section>
  );
}

function Headline({ figures: { market } }: { readonly figures: Figures }) {
  const { accounts, shareOfTam, verdict } = market.icp;
  return (
    <>
      <div class="hero">
        <b>{shownNumber(accounts)}</b>
        <span>
          ICP accounts{shareOfTam === null ? '' : `, ${roundedShare(shareOfTam)} of the accounts in the market`}: <b>{verdict}</b>
        </span>
      </div>
      <p class="hint">{icpSentence(market.icp)}</p>
    </>
  );
}

/** `217 confirmed, 120 to verify. 150 others might qualify.` */
export function icpSentence({ accounts, confirmed, possible }: Figures['market']['icp']): string {
  const others = possible === 0 ? '' : ` ${counted(possible, 'other')} might qualify.`;
  return `${shownNumber(confirmed)} confirmed, ${shownNumber(accounts - confirmed)} to verify.${others}`;
}

/** Whether the numbers stand in the tabs. */
export function Source({ planner: { figures, state } }: { readonly planner: Planner }) {
  if (figures === undefined || state.behind.length > 0) return null;
  return figures.written === undefined ? (
    <p>
      <span class="chip Check">Not written yet</span> <span class="hint">{state.report?.sentences[0]}</span>
    </p>
  ) : (
    <p class="hint">As written {figures.written}.</p>
  );
}

/** What the plan asks for and the numbers leave out, with the way to fix it. */
export function LeftOut({ planner: { figures, live, go } }: { readonly planner: Planner }) {
  const all = figures?.leftOut ?? [];
  const rules = all.filter(({ kind }) => kind === 'rule');
  const others = all.filter(({ kind }) => kind !== 'rule');
  const fields = [...new Set(rules.map(({ field }) => field))];
  const [first] = others;
  if (all.length === 0) return null;
  return (
    <div class="caution">
      {rules.length > 0 && (
        <p>
          {counted(rules.length, 'rule')} left out: {fields.slice(0, 3).join(', ')}
          {fields.length > 3 ? ` and ${fields.length - 3} more` : ''} {fields.length === 1 ? 'has' : 'have'} no column.
          {live?.runResult.profile.isHalfLeftOut === true &&
            ' That is half of the weight or more: nobody is Tier 1 or confirmed.'}{' '}
          <Button look="link" onClick={() => go('data')}>
            Choose {fields.length === 1 ? 'one' : 'them'} ›
          </Button>
        </p>
      )}
      {first !== undefined && (
        <p>
          {first.why} {first.fix}
          {others.length > 1 && ` And ${others.length - 1} more: see Problems.`}
        </p>
      )}
    </div>
  );
}

/** `ICP 337 → 352 · Tier 1 53 → 61`: stays in view while rules are edited; what was is the last run's. */
export function Counters({ planner: { figures, state } }: { readonly planner: Planner }) {
  if (figures === undefined) return null;
  const before = state.behind.length === 0 ? state.outcome?.report : undefined;
  const pairs = [
    ['ICP', before?.market.icp.accounts, figures.market.icp.accounts],
    ['Tier 1', before?.tiers[0]?.accounts, figures.tiers[0] ?? 0],
    ['Tier 2', before?.tiers[1]?.accounts, figures.tiers[1] ?? 0],
  ] as const;
  return (
    <p class="counters" role="status">
      {pairs.map(([name, was, now]) => (
        <span key={name}>
          {name} {was !== undefined && was !== now ? `${shownNumber(was)} → ` : ''}
          <b>{shownNumber(now)}</b>
        </span>
      ))}
      {figures.written === undefined && state.behind.length === 0 && <span class="chip Check">Not written yet</span>}
    </p>
  );
}
