/** Row 1 of a generated tab: who wrote it, when, from what. Read back to know whether a tab is current and ours. */

export interface Stamp {
  /** `OK` also where plan or lists have changed since, which `changed` then tells. */
  readonly state: 'OK' | 'UPDATING';
  /** What no longer is as it was for this run, as far as the add-on has seen. */
  readonly changed?: Changed;
  readonly runId: string;
  readonly version: string;
  /** Local time of the spreadsheet. */
  readonly time: string;
  readonly planHash: string;
  readonly listHash: string;
  readonly read: number;
  readonly scored: number;
  readonly excluded: number;
  readonly errors: number;
  /** Version of the tabs' layout; absent in stamps older than the word. */
  readonly layout?: number;
  /** Who may go on with an unfinished run; absent once it is committed. */
  readonly lease?: Lease;
}

/** Of a committed run only. */
export type Changed = 'plan' | 'accounts' | 'plan and accounts';

/** The right to write, held across calls: a document lock ends with its call and other installs do not see it. */
export interface Lease {
  readonly install: string;
  /** Minutes since 1970-01-01; from then on anybody may begin again. */
  readonly until: number;
  /** Rows of `Scores` already written by this run. */
  readonly done: number;
}

const MARK = 'Segment Planner';

/**
 * The stamp as one line of text for cell A1, e.g.
 * `Segment Planner 0.1.0 · OK · run 1a2b3c · 2026-11-21 20:59 · plan 0f… · list 9c… · 2,400 read = 2,100 scored + 300 excluded + 0 errors · layout 1 · replaced on the next run`.
 */
export function stampText(stamp: Stamp): string {
  const counts = `${n(stamp.read)} read = ${n(stamp.scored)} scored + ${n(stamp.excluded)} excluded + ${n(stamp.errors)} errors`;
  return [
    `${MARK} ${stamp.version}`,
    stamp.changed === undefined ? stamp.state : changedText(stamp.changed),
    `run ${stamp.runId}`,
    stamp.time,
    `plan ${stamp.planHash}`,
    `list ${stamp.listHash}`,
    counts,
    ...(stamp.layout === undefined ? [] : [`layout ${stamp.layout}`]),
    ...(stamp.lease === undefined ? [] : [leaseText(stamp.lease)]),
    'replaced on the next run: notes belong in other tabs',
  ].join(' · ');
}

/** The stamp in a cell, or undefined when the cell holds none. */
export function readStamp(text: string): Stamp | undefined {
  const parts = text.split(' · ');
  const [mark = '', state = '', run = '', time = '', plan = '', list = '', counts = ''] = parts;
  const numbers = /^([\d,]+) read = ([\d,]+) scored \+ ([\d,]+) excluded \+ ([\d,]+) errors$/.exec(counts);
  const changed = CHANGES.find((what) => changedText(what) === state);
  const isState = changed !== undefined || state === 'OK' || state === 'UPDATING';
  if (!mark.startsWith(`${MARK} `) || !isState || numbers === null) return undefined;
  const count = (index: number): number => Number((numbers[index] ?? '').replace(/,/g, ''));
  return {
    state: state === 'UPDATING' ? state : 'OK',
    ...(changed === undefined ? {} : { changed }),
    runId: run.replace(/^run /, ''),
    version: mark.slice(MARK.length + 1),
    time,
    planHash: plan.replace(/^plan /, ''),
    listHash: list.replace(/^list /, ''),
    read: count(1),
    scored: count(2),
    excluded: count(3),
    errors: count(4),
    ...tailOf(parts.slice(7)),
  };
}

const CHANGES: readonly Changed[] = ['plan', 'accounts', 'plan and accounts'];

/** Stands in place of `OK`, where whoever opens the tab reads it. */
function changedText(changed: Changed): string {
  return `${changed.toUpperCase()} CHANGED SINCE THIS RUN`;
}

function leaseText({ install, until, done }: Lease): string {
  return `lease ${install} until ${until} done ${done}`;
}

/** What stands behind the counts, in stamps that have it. */
function tailOf(parts: readonly string[]): Pick<Stamp, 'layout' | 'lease'> {
  const found = (pattern: RegExp): RegExpExecArray | undefined =>
    parts.map((part) => pattern.exec(part)).find((match) => match !== null) ?? undefined;
  const layout = found(/^layout (\d+)$/)?.[1];
  const lease = found(/^lease (\S+) until (\d+) done (\d+)$/);
  return {
    ...(layout === undefined ? {} : { layout: Number(layout) }),
    ...(lease === undefined ? {} : { lease: { install: lease[1] ?? '', until: Number(lease[2]), done: Number(lease[3]) } }),
  };
}

/** True for text that only our stamps begin with. */
export function isStampText(text: string): boolean {
  return text.startsWith(`${MARK} `) && text.includes(' · run ');
}

function n(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
