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

/** A problem whose texts are clean and cut: names of rules, tabs and columns are cells too. */
export function makeProblem({ found = '', message, fix = '', count = 1, ...rest }: ProblemParts): Problem {
  return { ...rest, found: clipped(found), message: clipped(message, MOST_SENTENCE), fix: clipped(fix, MOST_SENTENCE), count };
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

/** Longest text of a cell that a sentence quotes, and longest sentence: what stands there may be megabytes long. */
const MOST_QUOTED = 80;
const MOST_SENTENCE = 1000;

/**
 * Text of a cell, a file or a library as a sentence may quote it: on one line, cut at `most` characters, without what would move a cursor,
 * hide the rest or turn it around (controls, line and paragraph separators, marks of direction).
 */
export function clipped(text: string, most = MOST_QUOTED): string {
  const oneLine = text
    .slice(0, most * 4)
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .trim();
  return oneLine.length <= most && text.length <= most * 4
    ? oneLine
    : `${oneLine.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What was thrown, as text on one line. */
export function thrownText(error: unknown): string {
  return clipped(error instanceof Error ? error.message : String(error), MOST_SENTENCE);
}
