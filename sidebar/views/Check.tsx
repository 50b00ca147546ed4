/** Step 5: what would keep a segment from being launched, and what to do about it. */
import { shownShare } from '../../src/domain/facts/figure';
import { Status } from '../parts/counts';
import { Page } from '../parts/frame';
import { Button, Fold } from '../parts/form';
import type { Planner } from '../planner';

/** Every segment in the order of launch, with its five checks and how to fix what fails; nothing before a list is read. */
export function Check({ planner }: { readonly planner: Planner }) {
  const { live, go } = planner;
  if (live === undefined) return null;
  const ranked = [...live.segments].sort((a, b) => a.rank - b.rank);
  return (
    <Page title="Check" lead="Five checks a segment, in the order in which to launch them.">
      {ranked.length === 0 && (
        <>
          <p class="warn">There is no segment to check yet.</p>
          <Button onClick={() => go('segments')}>Add segments</Button>
        </>
      )}
      {ranked.map(({ segment, rank, verdict, checks, score, reachable }) => (
        <Fold key={segment.name} title={`${rank}. ${segment.name}`} more={<Status word={verdict} />} isOpen={verdict !== 'Pass'}>
          <p class="hint">
            Score {score.score === null ? 'not known' : Math.floor(score.score * 10) / 10};{' '}
            {reachable === null ? 'reach not known' : `${shownShare(reachable)} with a wanted buyer`}
          </p>
          <ul class="plain">
            {checks.map(({ id, status, actual, fix }) => (
              <li key={id}>
                <Status word={status} /> <b>{id}</b>: {actual}
                {fix !== '' && <p class="hint">{fix}</p>}
              </li>
            ))}
          </ul>
          <Button onClick={() => go('segments')}>Fix in Segments</Button>
        </Fold>
      ))}
    </Page>
  );
}
