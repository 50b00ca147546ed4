/** Problems: what could not be read or was read with a doubt, where it stands and how to mend it. */
import { joined } from '../domain/facts/text';

/**
 * `refusal` stops the run before anything is written; `problem` leaves a row or a cell out of use;
 * `note` says what was understood or changed.
 */
export type Severity = 'refusal' | 'problem' | 'note';

export interface Problem {
  /** Stable, upper snake case, e.g. `OPERATOR_UNKNOWN`. */
  readonly code: string;
  readonly severity: Severity;
  /** First cell concerned, e.g. `Plan ICP!D4`; a tab's title when no single cell is. */
  readonly at: string;
  /** What stood there, clipped to 80 characters. */
  readonly found: string;
  /** One sentence: what is wrong or what was understood. */
  readonly message: string;
  /** One sentence: how to mend it; '' for a note that needs nothing. */
  readonly fix: string;
  /** How many cells or rows share it; 1 unless grouped. */
  readonly count: number;
}

/** A problem whose `found` is clipped. */
export function makeProblem(
  severity: Severity,
  code: string,
  at: string,
  found: string,
  message: string,
  fix = '',
  count = 1,
): Problem {
  return { code, severity, at, found: clipped(found), message, fix, count };
}

/** Those that stop a run. */
export function refusalsIn(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'refusal');
}

/** Thrown where a run must not go on; carries every refusal found, the first one as its message, or a sentence that no cell stands for. */
export class Refusal extends Error {
  constructor(
    readonly problems: readonly Problem[],
    sentence = problems.map(sentenceOf)[0] ?? 'The run was refused.',
  ) {
    super(sentence);
    this.name = 'Refusal';
  }
}

/** A problem as one line of text: place, what is wrong, mend. */
export function sentenceOf(problem: Problem): string {
  const place = problem.at === '' ? '' : `${problem.at}: `;
  return joined([`${place}${problem.message}`, problem.fix], ' ');
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
