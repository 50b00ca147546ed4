/** Row 1 of a generated tab: how current it is, for people; below, in the same cell, who wrote it, when and from what, for the next run. */
import { counted } from '../../domain/facts/figure';

export interface Stamp {
  /** `OK` also where plan or lists have changed since, which `changed` then tells. */
  readonly state: 'OK' | 'UPDATING';
  /** What no longer is as it was for this run, as far as the add-on has seen. */
  readonly changed?: Changed | undefined;
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
  /** Headers of the columns for facts, which follow the plan; of `Scores` only. */
  readonly facts?: readonly string[];
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
const SEPARATOR = ' · ';

/**
 * The stamp as text for cell A1. The first line is for people, e.g. `Up to date · 30 Nov 2026, 22:44 · 2,534 accounts`; the row is one line
 * tall, so the second is out of sight, e.g.
 * `Segment Planner 0.1.0 · OK · run 1a2b3c · 2026-11-30 22:44 · plan 0f… · list 9c… · 2,600 read = 2,100 scored + 434 excluded + 66 errors · layout 1 · replaced on the next run`.
 */
export function stampText(stamp: Stamp): string {
  return `${spokenText(stamp)}\n${markText(stamp)}`;
}

function spokenText({ state, changed, time, scored, excluded }: Stamp): string {
  const when = spokenTime(time);
  const accounts = counted(scored + excluded, 'account');
  if (state === 'UPDATING') return `Updating since ${when}`;
  if (changed === undefined) return `Up to date · ${when} · ${accounts}`;
  return `${changed.charAt(0).toUpperCase()}${changed.slice(1)} changed since ${when} · ${accounts}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-30 22:44` as `30 Nov 2026, 22:44`; any other text as it is. */
function spokenTime(time: string): string {
  const [, year = '', month = '', day = '', clock = ''] = /^(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)$/.exec(time) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? time : `${Number(day)} ${name} ${year}, ${clock}`;
}

function markText(stamp: Stamp): string {
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
    ...(stamp.facts === undefined ? [] : [factsText(stamp.facts)]),
    ...(stamp.lease === undefined ? [] : [leaseText(stamp.lease)]),
    'replaced on the next run: notes belong in other tabs',
  ].join(SEPARATOR);
}

/** The stamp in a cell, or undefined when the cell holds none. */
export function readStamp(text: string): Stamp | undefined {
  const parts = markLine(text).split(SEPARATOR);
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

/** Stamps older than the line for people hold the marks alone. */
function markLine(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}

/** Stands in place of `OK`. */
function changedText(changed: Changed): string {
  return `${changed.toUpperCase()} CHANGED SINCE THIS RUN`;
}

function leaseText({ install, until, done }: Lease): string {
  return `lease ${install} until ${until} done ${done}`;
}

/** Any text a header may have, without the separator. */
function factsText(facts: readonly string[]): string {
  return `facts ${JSON.stringify(facts).replace(/·/g, '\\u00b7')}`;
}

/** What stands behind the counts, in stamps that have it. */
function tailOf(parts: readonly string[]): Pick<Stamp, 'layout' | 'facts' | 'lease'> {
  const found = (pattern: RegExp): RegExpExecArray | undefined =>
    parts.map((part) => pattern.exec(part)).find((match) => match !== null) ?? undefined;
  const layout = found(/^layout (\d+)$/)?.[1];
  const facts = factsIn(found(/^facts (\[.*\])$/)?.[1]);
  const lease = found(/^lease (\S+) until (\d+) done (\d+)$/);
  return {
    ...(layout === undefined ? {} : { layout: Number(layout) }),
    ...(facts === undefined ? {} : { facts }),
    ...(lease === undefined ? {} : { lease: { install: lease[1] ?? '', until: Number(lease[2]), done: Number(lease[3]) } }),
  };
}

/** What a user has made of it is no list of headers. */
function factsIn(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  try {
    const facts = JSON.parse(text) as readonly unknown[];
    return facts.every((fact) => typeof fact === 'string') ? facts : undefined;
  } catch {
    return undefined;
  }
}

/** True for text that only our stamps hold. */
export function isStampText(text: string): boolean {
  const marks = markLine(text);
  return marks.startsWith(`${MARK} `) && marks.includes(`${SEPARATOR}run `);
}

function n(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
