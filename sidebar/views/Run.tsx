/** Step 6: what will be written where and what is left out, the run, its result, and the way back. */
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { monthName, monthOf } from '../../src/domain/review/month';
import { Line, Tiers } from '../parts/counts';
import { Page, Unfinished } from '../parts/frame';
import { Button } from '../parts/form';
import type { Planner } from '../planner';

/** What a run will write, or what the last one wrote, with buttons to write, undo and close the month; nothing before a list is read. */
export function Run({ planner }: { readonly planner: Planner }) {
  const { state, live, run, close, undo } = planner;
  const { lists, job } = state;
  // What was written before the plan was changed is no longer what stands here.
  const outcome = state.isStale ? undefined : state.outcome;
  if (lists === undefined || live === undefined) return null;
  const { runResult, segments } = live;
  const { counts, profile } = runResult;
  const { errors } = lists.meta;
  const absent = profile.absent.map(({ name }) => name);
  const isEmpty = profile.rules.length === 0;
  return (
    <Page title="Rank and write" lead="Nothing is written before you say so, and only into tabs of the add-on.">
      <section class="result">
        <h2>{outcome === undefined ? 'What will be written' : 'What was written'}</h2>
        {outcome === undefined ? (
          <>
            <Line label="Summary" value="1 page" />
            <Line label="Scores" value={counted(lists.meta.size, 'row')} />
            {segments.length > 0 && <Line label="Segments, Coverage" value={counted(segments.length, 'row')} />}
            <Line label="Funnel" value={counted(profile.rules.length + profile.bounds.length, 'filter')} />
            <Line label="Problems" value={counted(lists.meta.problems.length, 'row')} />
            <h3>Left out, and why</h3>
            <Line label="Excluded by rules" value={shownNumber(counts.excluded)} note="Listed in Scores with the reason" />
            <Line label="Needs data" value={shownNumber(counts.tiers[4] ?? 0)} note="Listed, without a tier by score" />
            <Line label="Rows that are no accounts" value={shownNumber(errors)} />
            <Line label="Duplicates" value={shownNumber(counts.duplicates)} note="Scored and counted apart" />
            {absent.length > 0 && <p class="warn">Without a column, so in no score: {absent.join(', ')}.</p>}
          </>
        ) : (
          <>
            <Tiers counts={counts.tiers} />
            <ul class="plain">
              {outcome.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Unfinished planner={planner} />
      {isEmpty && <p class="warn">There is no rule to score by. Add one in ICP.</p>}
      <Button look="action" disabled={job !== undefined || isEmpty} onClick={run}>
        {outcome === undefined ? 'Write the tabs' : 'Write again'}
      </Button>
      <Button disabled={job !== undefined || (outcome === undefined && state.report?.state === 'none')} onClick={undo}>
        Undo to the previous run
      </Button>
      {outcome !== undefined && (
        <div class="or">
          <Button disabled={job !== undefined} onClick={close}>
            Close {monthName(monthOf(runResult.plan.asOf))}
          </Button>
          <p class="hint">
            Freezes the month's figures in Review, where you decide. Each month is closed once; for an earlier one, first set As
            of in Plan Settings.
          </p>
          <Button onClick={() => planner.go('explain')}>Explain an account</Button>
          <Button onClick={() => planner.go('take')}>Take lists along</Button>
        </div>
      )}
    </Page>
  );
}
