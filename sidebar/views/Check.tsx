/** Step 5: what would keep a segment from being launched, and what to do about it; what passes is folded away. */
import { roundedShare } from '../../src/domain/facts/figure';
import { shownScore } from '../../src/domain/facts/rounding';
import { SEGMENT_CHECKS, type CheckId } from '../../src/domain/facts/check';
import { Status } from '../parts/counts';
import { Page } from '../parts/frame';
import { Button, Fold } from '../parts/form';
import { Source } from '../parts/overview';
import { currentRun } from '../plan/figures';
import type { Planner } from '../planner';

/** Every segment in the order of launch, with what to fix; nothing before a list is read. */
export function Check({ planner }: { readonly planner: Planner }) {
  const { live, figures, state, go } = planner;
  if (live === undefined || figures === undefined) return null;
  const ranked = [...figures.segments].sort((a, b) => a.rank - b.rank);
  const checks: readonly {
    readonly id: string;
    readonly segment: string;
    readonly status: string;
    readonly actual: string;
    readonly fix: string;
  }[] = currentRun(state)?.report.checklist ?? live.checks;
  const isOfSegment = (id: string): boolean => SEGMENT_CHECKS.includes(id as (typeof SEGMENT_CHECKS)[number] & CheckId);
  return (
    <Page title="Check">
      {ranked.length === 0 && (
        <>
          <p class="warn">There is no segment to check yet.</p>
          <Button onClick={() => go('segments')}>Add segments</Button>
        </>
      )}
      {ranked.map(({ segment, rank, verdict, score, reachable }) => {
        const own = checks.filter((check) => check.segment === segment && isOfSegment(check.id));
        const open = own.filter(({ status }) => status !== 'Pass');
        return (
          <Fold key={segment} title={`${rank}. ${segment}`} more={<Status word={verdict} />} isOpen={verdict === 'Fail'}>
            <ul class="plain">
              {open.map(({ id, status, actual, fix }) => (
                <li key={id}>
                  <Status word={status} /> <b>{id}</b>: {withoutAddress(actual)}
                  {fix !== '' && <small>{fix}</small>}
                </li>
              ))}
            </ul>
            <p class="hint">
              {own.length - open.length} of {own.length} pass. Score {score === null ? 'not known' : shownScore(score)}
              {reachable === null ? '' : `, ${roundedShare(reachable)} reachable`}.
            </p>
            {open.length > 0 && (
              <Button label={`Fix ${segment}`} onClick={() => go('segments')}>
                Fix
              </Button>
            )}
          </Fold>
        );
      })}
      {state.draft.results.length > 0 && figures.written === undefined && ranked.length > 0 && (
        <p class="hint">Order before results: updating takes the reply and win rates in.</p>
      )}
      <Source planner={planner} />
    </Page>
  );
}

/** Where it stands is a click away here. */
function withoutAddress(text: string): string {
  return text.replace(/ \('?Plan [^)]*![A-Z]+\d+\)$/, '');
}
