/** What stands around every view: navigation, progress, trouble, what is unsaved. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { shownNumber } from '../../src/domain/facts/figure';
import { countChanges } from '../plan/entries';
import type { Planner } from '../planner';
import { STEPS, type View } from '../state';
import type { Trouble } from '../server';
import { detailsOf } from '../take/details';
import { Copyable } from './copyable';
import { Button } from './form';
import { Counters } from './overview';
import { GoTo } from './refused';

export const STEP_NAMES: Readonly<Record<(typeof STEPS)[number], string>> = {
  data: 'Data',
  market: 'Market',
  icp: 'ICP',
  segments: 'Segments',
  check: 'Check',
  run: 'Results',
};

const SECTIONS: readonly (readonly [View, string])[] = [
  ['home', 'Plan'],
  ['explain', 'Explain'],
  ['whatIf', 'What if'],
  ['take', 'Take along'],
];

/** Where rules are edited. */
const COUNTED: readonly View[] = ['market', 'icp', 'segments'];

/** Place of the view among the six steps, from 0; -1 for a view that is no step. */
export function stepOf(view: View): number {
  return (STEPS as readonly View[]).indexOf(view);
}

/** The sections as tabs, and under them the six steps while one of them is shown. */
export function Navigation({ planner }: { readonly planner: Planner }) {
  const { state, go } = planner;
  const step = stepOf(state.view);
  return (
    <header>
      <nav class="tabs" aria-label="Sections">
        {SECTIONS.map(([view, name]) => (
          <button
            key={view}
            type="button"
            aria-current={state.view === view || (view === 'home' && step >= 0) ? 'page' : undefined}
            onClick={() => go(view)}
          >
            {name}
          </button>
        ))}
      </nav>
      {step >= 0 && (
        <nav aria-label="Steps">
          <ol class="steps">
            {STEPS.map((name, position) => (
              <li key={name}>
                <button
                  type="button"
                  class={position < step ? 'past' : ''}
                  aria-current={position === step ? 'step' : undefined}
                  onClick={() => go(name)}
                >
                  <span aria-hidden="true">{position + 1}</span>
                  {STEP_NAMES[name]}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {COUNTED.includes(state.view) && <Counters planner={planner} />}
    </header>
  );
}

/** A view with its heading, which takes the focus when the view comes. */
export function Page({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <main>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
      {children}
    </main>
  );
}

/** Progress, notices and trouble; the first two are said aloud when they change. */
export function News({ planner }: { readonly planner: Planner }) {
  const { job, notice, trouble, conflicts } = planner.state;
  return (
    <div class="news">
      <Sampled planner={planner} />
      <BehindLine planner={planner} />
      <div role="status">
        {job !== undefined && (
          <div class="job">
            <progress aria-label={job.what} {...(job.total === undefined ? {} : { value: job.done ?? 0, max: job.total })} />
            <p>
              {job.what}
              {job.total === undefined ? ' …' : `: ${shownNumber(job.done ?? 0)} of ${shownNumber(job.total)}`}
            </p>
            {job.isSilent === true && (
              <p class="warn">Still no answer. Google may have dropped the call, for example when two accounts are signed in.</p>
            )}
          </div>
        )}
        {job === undefined && notice !== '' && <p class="good">✓ {notice}</p>}
      </div>
      {job?.total !== undefined && <Button onClick={planner.cancel}>Cancel</Button>}
      {job?.isSilent === true && <Button onClick={planner.recover}>Look at what happened</Button>}
      {trouble !== undefined && <Wrong planner={planner} trouble={trouble} />}
      <Stopped planner={planner} />
      {conflicts.length > 0 && <Conflicts planner={planner} />}
    </div>
  );
}

/** The page shows an older sheet: its numbers are gray until they are read again. */
function BehindLine({ planner: { state, refresh } }: { readonly planner: Planner }) {
  const { behind, lists, readAt, job } = state;
  if (behind.length === 0 || job !== undefined) return null;
  const names = {
    lists: lists?.meta.contactsTab ? `${lists.meta.accountsTab} or ${lists.meta.contactsTab}` : (lists?.meta.accountsTab ?? ''),
    plan: 'the plan tabs',
    run: 'the results',
  };
  return (
    <div class="caution" role="alert">
      <p>
        The sheet changed since {readAt}: {behind.map((what) => names[what]).join(', ')}.
      </p>
      <Button look="action" onClick={refresh}>
        Refresh
      </Button>
    </div>
  );
}

/** What went wrong, why it matters, one thing to do; and the details for whoever is asked for help. */
function Wrong({ planner, trouble }: { readonly planner: Planner; readonly trouble: Trouble }) {
  const { what, why, fix, kind, problems } = trouble;
  return (
    <div class="error" role="alert">
      <p>
        <b>{what}</b>
      </p>
      {problems.slice(1, 4).map(({ at, message }) => (
        <p key={at + message}>
          {at}: {message}
        </p>
      ))}
      {why !== '' && <p>{why}</p>}
      <p>{fix}</p>
      <GoTo planner={planner} problem={problems[0]} />
      {kind === 'lost' && <Button onClick={planner.recover}>Look at what happened</Button>}
      <Copyable
        planner={planner}
        title="Details, without anything of your lists"
        text={detailsOf(trouble, planner.state, navigator.userAgent)}
        button="Copy details"
        isFolded
      />
      <Button look="link" onClick={() => planner.dispatch({ kind: 'trouble', trouble: undefined })}>
        Close
      </Button>
    </div>
  );
}

/** A CSV import that was stopped, until it is gone on with or kept as it is. */
function Stopped({ planner: { state, go, keepImport } }: { readonly planner: Planner }) {
  const stopped = state.greeting?.stopped;
  if (stopped === undefined || state.job !== undefined) return null;
  return (
    <div class="caution">
      <p>
        The import of {stopped.file} stopped: {shownNumber(stopped.done)} of {shownNumber(stopped.rows)} rows are in the tab{' '}
        {stopped.tab}.
      </p>
      {state.view === 'csv' ? (
        <p>The same file, chosen below, goes on from there.</p>
      ) : (
        <Button onClick={() => go('csv')}>Go on with it</Button>
      )}
      <Button onClick={keepImport}>Keep what is there</Button>
    </div>
  );
}

/** A run that was stopped; its tabs say so until the next one is complete. */
export function Unfinished({ planner: { state } }: { readonly planner: Planner }) {
  const { report, job } = state;
  if (report?.state !== 'unfinished' || job !== undefined) return null;
  return (
    <p class="warn">
      {report.done === undefined
        ? 'The last run stopped half way, so the result tabs are not complete. Update the results again.'
        : `The last run stopped after ${shownNumber(report.done)} rows. Update the results again: it goes on from there.`}
    </p>
  );
}

/** Said wherever counts are shown that are not of the whole list. */
function Sampled({ planner: { state } }: { readonly planner: Planner }) {
  const { lists } = state;
  if (lists === undefined || lists.read >= lists.meta.size) return null;
  const [read, size] = [shownNumber(lists.read), shownNumber(lists.meta.size)];
  return (
    <p class="warn">
      {lists.read < lists.meta.chosen
        ? `Counts are of ${read} of ${size} accounts: reading was stopped.`
        : `Counts are of a sample: ${read} of ${size} accounts, the same at every look. A run counts all.`}
    </p>
  );
}

function Conflicts({ planner }: { readonly planner: Planner }) {
  const shown = (row: unknown): string => (row === null || row === undefined ? 'no row' : Object.values(row).join(' · '));
  return (
    <div class="error" role="alert">
      <p>
        <b>Another user changed these rows meanwhile, so they were not saved.</b>
      </p>
      {planner.state.conflicts.map((conflict, position) => (
        <dl key={position}>
          <dt>In the tab</dt>
          <dd>{shown(conflict.now)}</dd>
          <dt>Yours</dt>
          <dd>{shown(conflict.after)}</dd>
        </dl>
      ))}
      <Button onClick={planner.discard}>Take what the tab says</Button>
    </div>
  );
}

/** Unsaved changes, and the way on. */
export function Footer({ planner }: { readonly planner: Planner }) {
  const { state, go, save, discard } = planner;
  const changes = countChanges(state.draft);
  const step = stepOf(state.view);
  const isBusy = state.job !== undefined;
  const next = STEPS[step + 1];
  const back = step > 0 ? STEPS[step - 1] : 'home';
  if (step < 0 && changes === 0) return null;
  return (
    <footer>
      {changes > 0 && (
        <div class="unsaved">
          <span>
            {changes} {changes === 1 ? 'change' : 'changes'} not saved
          </span>
          <Button look="link" disabled={isBusy} onClick={discard}>
            Discard
          </Button>
          <Button disabled={isBusy} onClick={() => save()}>
            Save
          </Button>
        </div>
      )}
      {step >= 0 && (
        <div class="ways">
          <Button onClick={() => go(back ?? 'home')}>Back</Button>
          {next !== undefined && (
            <Button look="action" onClick={() => go(next)}>
              Next: {STEP_NAMES[next]}
            </Button>
          )}
        </div>
      )}
    </footer>
  );
}
