/** Problems: what could not be read or was read with a doubt, where it stands and how to fix it. */
import { joined } from '../domain/facts/text';
import type { ProblemCode } from './problemCode';

/**
 * `refusal` stops the run before anything is written; `problem` leaves a row or a cell out of use;
 * `note` says what was understood or changed.
 */
export type Severity = 'refusal' | 'problem' | 'note';

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** First cell concerned, e.g. `Plan ICP!D4`; a tab's title when no single cell is. */
  readonly at: string;
  /** What stood there, clipped to 80 characters. */
  readonly found: string;
  /** One sentence: what is wrong or what was understood. */
  readonly message: string;
  /** One sentence: how to fix it; '' for a note that needs nothing. */
  readonly fix: string;
  /** How many cells or rows share it; 1 unless grouped. */
  readonly count: number;
}

/** What a problem is made of; `found` and `fix` are '' and `count` is 1 where they are left out. */
type ProblemParts = Pick<Problem, 'severity' | 'code' | 'at' | 'message'> & Partial<Problem>;

/** A problem whose `found` is clipped. */
export function makeProblem({ found = '', fix = '', count = 1, ...rest }: ProblemParts): Problem {
  return { ...rest, found: clipped(found), fix, count };
}

/** A reason to stop; `at` is '' where no cell or tab stands for it. */
export function refusal(parts: Omit<ProblemParts, 'severity' | 'at'> & Partial<Pick<Problem, 'at'>>): Problem {
  return makeProblem({ at: '', ...parts, severity: 'refusal' });
}

/** The problems that stop a run, in their order; empty when it may go on. */
export function refusalsIn(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'refusal');
}

/** What this request had written when it stopped: nothing, the plan but no results, or a part of what it writes. */
export type Wrote = 'nothing' | 'plan' | 'part';

/**
 * An intended stop: it carries every reason found, the first one as its message. Any other Error is a bug.
 * `wrote` is left out where the request only reads, and where it stopped before anything was to be written.
 */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  readonly wrote: Wrote | undefined;

  constructor(problems: Problem | readonly Problem[], { wrote }: { readonly wrote?: Wrote } = {}) {
    const all = 'message' in problems ? [problems] : problems;
    super(all.map(sentenceOf)[0] ?? 'The run was refused.');
    this.name = 'Refusal';
    this.problems = all;
    this.wrote = wrote;
  }
}

/** Does `work`, before which this much was written; a refusal in it says so. */
export function havingWritten<T>(wrote: Wrote, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.problems, { wrote }) : error;
  }
}

/** A problem as one line of text: place, what is wrong, fix. */
export function sentenceOf(problem: Problem): string {
  const position = problem.at === '' ? '' : `${problem.at}: `;
  return joined([`${position}${problem.message}`, problem.fix], ' ');
}

/** Text for `found`: control characters made visible, clipped to 80 characters. */
export function clipped(text: string): string {
  const oneLine = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return oneLine.length <= 80 ? oneLine : `${oneLine.slice(0, 79)}…`;
}

/** What was thrown, as text. */
export function thrownText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
