/** The plan at a glance: the numbers as they stand, and every step with what it says. */
import type { StateReport } from '../../src/commands/protocol/replies';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { Tiers, percent } from '../parts/counts';
import { Page, STEP_NAMES, Unfinished } from '../parts/frame';
import { Button } from '../parts/form';
import type { Planner } from '../planner';
import { STEPS } from '../state';

/** The count of ICP accounts, the tiers, and a line for each step; nothing before a list is read. */
export function Home({ planner }: { readonly planner: Planner }) {
  const { state, live, go, run } = planner;
  const { lists } = state;
  if (lists === undefined || live === undefined) return null;
  const { runResult, market, segments } = live;
  const { accounts, verdict } = market.icp;
  const isEmpty = runResult.profile.rules.length === 0;
  const passed = segments.filter((segment) => segment.verdict === 'Pass').length;
  const says: Readonly<Record<(typeof STEPS)[number], string>> = {
    data: `${counted(lists.meta.size, 'account')} in ${lists.meta.accountsTab}`,
    market: `${shownNumber(market.listed)} in the market`,
    icp: `${counted(runResult.profile.rules.length, 'rule')}, ${counted(accounts, 'account')}`,
    segments: segments.length === 0 ? 'None yet; three to seven are healthy' : counted(segments.length, 'segment'),
    check: segments.length === 0 ? 'Once there are segments' : `${shownNumber(passed)} of ${shownNumber(segments.length)} pass`,
    run: state.isStale ? 'The plan changed since the last run' : lastRun(state.report, state.outcome?.report.stamp.time),
  };
  return (
    <Page title="Your plan">
      {isEmpty ? (
        <>
          <p>There is no profile yet, so nothing can be scored.</p>
          <Button look="action" onClick={() => go('start')}>
            First tiers in three answers
          </Button>
        </>
      ) : (
        <div class="hero">
          <b>{shownNumber(accounts)}</b>
          <span>
            ICP accounts, {percent(accounts, market.listed)} of the listed ones: <b>{verdict}</b>
          </span>
        </div>
      )}
      <Unfinished planner={planner} />
      {!isEmpty && (
        <>
          <Tiers counts={runResult.counts.tiers} />
          <Button look="action" disabled={state.job !== undefined} onClick={() => (go('run'), run())}>
            Plan everything
          </Button>
        </>
      )}
      <ol class="list">
        {STEPS.map((step, position) => (
          <li key={step}>
            <button type="button" onClick={() => go(step)}>
              <span aria-hidden="true">{position + 1}</span>
              <span>
                <b>{STEP_NAMES[step]}</b>
                <small>{says[step]}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Page>
  );
}

/** What the last committed run says; `time` is that of a run made here. */
function lastRun(report: StateReport | undefined, time: string | undefined): string {
  if (time !== undefined) return `Last written ${time}`;
  if (report === undefined) return 'Preview, then write the tabs';
  return report.sentences[0] ?? (report.state === 'none' ? 'Not written yet' : `Last written ${report.time}`);
}
