/** The plan at a glance: the result, and every step with what it says. */
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { Page, STEP_NAMES, Unfinished } from '../parts/frame';
import { Button } from '../parts/form';
import { Overview } from '../parts/overview';
import { isRefused, Refused } from '../parts/refused';
import type { Planner } from '../planner';
import { STEPS } from '../state';

/** The count of ICP accounts, the tiers, and a line for each step; nothing before a list is read. */
export function Home({ planner }: { readonly planner: Planner }) {
  const { state, live, figures, go, run } = planner;
  const { lists } = state;
  if (lists === undefined || live === undefined || figures === undefined) return null;
  const { segments, market, written } = figures;
  const rules = live.runResult.profile.rules.length;
  const isEmpty = rules === 0 && live.rules.length === 0;
  const open = segments.filter(({ verdict }) => verdict !== 'Pass').length;
  const says: Readonly<Record<(typeof STEPS)[number], string>> = {
    data: counted(lists.meta.size, 'account'),
    market: `${shownNumber(market.listed)} in the market`,
    icp: counted(rules, 'rule'),
    segments: segments.length === 0 ? 'None yet' : shownNumber(segments.length),
    check: segments.length === 0 ? 'Once there are segments' : open === 0 ? 'All pass' : `${shownNumber(open)} to fix`,
    run: written === undefined ? 'Not written yet' : 'Written',
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
        <>
          <Overview planner={planner} />
          <Unfinished planner={planner} />
          <Button
            look={written === undefined ? 'action' : 'plain'}
            disabled={state.job !== undefined || isRefused(planner)}
            onClick={() => (go('run'), run())}
          >
            Update results
          </Button>
          <Refused planner={planner} />
        </>
      )}
      <ol class="list">
        {STEPS.map((step, position) => (
          <li key={step}>
            <button type="button" onClick={() => go(step)}>
              <span aria-hidden="true">{position + 1}</span>
              <b>{STEP_NAMES[step]}</b>
              <small>{says[step]}</small>
            </button>
          </li>
        ))}
      </ol>
    </Page>
  );
}
