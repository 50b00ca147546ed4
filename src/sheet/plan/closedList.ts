/** Words of closed lists: matched case-folded, refused with the list and the nearest word. */
import { clipped, makeProblem, refusalsIn, type Problem } from '../problem';
import type { ProblemCode } from '../problemCode';
import { nearestOf } from '../headers/nearest';
import { fold } from '../../domain/facts/text';

/** Collects problems while a plan is read, so that all of them are reported at once. */
export class ProblemCollector {
  readonly problems: Problem[] = [];

  refuse(code: ProblemCode, at: string, found: string, message: string, fix: string): void {
    this.add(makeProblem({ severity: 'refusal', code, at, found, message, fix }));
  }

  note(code: ProblemCode, at: string, found: string, message: string, fix = ''): void {
    this.add(makeProblem({ severity: 'note', code, at, found, message, fix }));
  }

  add(problem: Problem): void {
    this.problems.push(problem);
  }

  get refusals(): readonly Problem[] {
    return refusalsIn(this.problems);
  }
}

/** What a closed list is called in its messages, and its words. */
export interface ClosedList<T extends string> {
  readonly name: string;
  readonly code: ProblemCode;
  readonly words: readonly T[];
  /** Other words people use, folded, to the word they stand for. */
  readonly aliases?: ReadonlyMap<string, T>;
}

/** The word of the list that `text` is, or undefined after a refusal was noted. `text` is not blank; an address is asked for when it is reported. */
export function wordOf<T extends string>(
  list: ClosedList<T>,
  text: string,
  at: () => string,
  findings: ProblemCollector,
): T | undefined {
  const wanted = fold(text).replace(/\s+/g, ' ');
  const word = list.words.find((candidate) => fold(candidate) === wanted) ?? list.aliases?.get(wanted);
  if (word === undefined) {
    const nearest = nearestOf(text, list.words);
    const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    findings.refuse(
      list.code,
      at(),
      text,
      `"${clipped(text)}" is no ${list.name}.`,
      `Use one of: ${list.words.join(', ')}.${guess}`,
    );
  }
  return word;
}
