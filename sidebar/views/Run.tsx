/** Step 6: the result: who to work on now, what to do next, where it stands in the sheet; before it is written, what will be. */
import { useEffect } from 'preact/hooks';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import type { RunReply } from '../../src/commands/protocol/replies';
import { AccountList } from '../parts/accountList';
import { Page, Unfinished } from '../parts/frame';
import { Button, Fold, Why } from '../parts/form';
import { FitSignalGrid } from '../parts/grid';
import { LockMonth } from '../parts/lockMonth';
import { Overview } from '../parts/overview';
import { isRefused, Refused } from '../parts/refused';
import { currentRun } from '../plan/figures';
import { nextSteps } from '../plan/nextSteps';
import type { Planner } from '../planner';
import { bestAccounts } from '../take/exports';

const BEST = 25;

/** Nothing before a list is read. */
export function Run({ planner }: { readonly planner: Planner }) {
  const { state, live, run, undo } = planner;
  const { lists, job } = state;
  const runId = state.outcome?.report.stamp.runId;
  // A new result is read from its heading on.
  useEffect(() => window.scrollTo(0, 0), [runId]);
  if (lists === undefined || live === undefined) return null;
  const outcome = currentRun(state);
  const isEmpty = live.runResult.profile.rules.length === 0;
  const hasRun = outcome !== undefined || (state.report !== undefined && state.report.state !== 'none');
  return (
    <Page title="Results">
      {outcome === undefined ? <Preview planner={planner} /> : <Written planner={planner} outcome={outcome} />}
      <Unfinished planner={planner} />
      <Button
        look={outcome === undefined ? 'action' : 'plain'}
        disabled={job !== undefined || isEmpty || isRefused(planner)}
        onClick={() => run()}
      >
        Update results
      </Button>
      <Why when={isEmpty && !isRefused(planner)}>There is no rule to score by. Add one in ICP.</Why>
      <Refused planner={planner} />
      <Button disabled={job !== undefined || !hasRun} onClick={undo}>
        Undo to the previous run
      </Button>
      <Why when={!hasRun}>There is no run to go back to.</Why>
      {outcome !== undefined && <LockMonth planner={planner} asOf={outcome.report.stamp.asOf} />}
    </Page>
  );
}

function Preview({ planner }: { readonly planner: Planner }) {
  const { figures, live, state } = planner;
  if (figures === undefined || live === undefined) return null;
  const { counts, tiers, segments } = figures;
  const errors = state.lists?.meta.errors ?? 0;
  const tabs = ['Summary', 'Scores', ...(segments.length > 0 ? ['Segments', 'Lanes'] : []), 'Coverage', 'Funnel', 'Problems'];
  const aside = [
    counts.excluded > 0 && `${shownNumber(counts.excluded)} excluded by rules`,
    (tiers[4] ?? 0) > 0 && `${shownNumber(tiers[4] ?? 0)} without a tier: data missing`,
    errors > 0 && counted(errors, 'row that is no account', 'rows that are no accounts'),
    counts.duplicates > 0 && counted(counts.duplicates, 'duplicate'),
  ].filter((words): words is string => words !== false);
  return (
    <section class="result">
      <Overview planner={planner} />
      <p class="hint">
        Writes {tabs.join(', ')}. Your own tabs are only read.{aside.length > 0 && ` Counted apart: ${aside.join(', ')}.`}
      </p>
    </section>
  );
}

function Written({ planner, outcome }: { readonly planner: Planner; readonly outcome: RunReply }) {
  const { live, figures, go, show } = planner;
  if (live === undefined || figures === undefined) return null;
  const best = bestAccounts(live, BEST);
  return (
    <>
      <section class="result">
        <Overview planner={planner} isWhole={false} />
        <p>
          Written:{' '}
          {outcome.written.map((tab) => (
            <Button key={tab} look="link" label={`Show the tab ${tab}`} onClick={() => show(tab)}>
              {tab}
            </Button>
          ))}
        </p>
      </section>
      <section>
        <h2>{best.length < BEST ? 'The best to work on now' : `The ${BEST} best to work on now`}</h2>
        {best.length === 0 ? (
          <p class="warn">No account is available in Tier 1 to 4.</p>
        ) : (
          <AccountList planner={planner} accounts={best} />
        )}
      </section>
      <FitSignalGrid planner={planner} />
      <section>
        <h2>3 things to do next</h2>
        <ul class="pick">
          {nextSteps(figures, live).map(({ text, view }) => (
            <li key={text}>
              <button type="button" onClick={() => go(view)}>
                {text} <span aria-hidden="true">›</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <Fold title="The run in sentences">
        <ul class="plain">
          {outcome.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Fold>
    </>
  );
}
