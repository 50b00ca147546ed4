/** Words of closed lists: matched case-folded, refused with the list and the nearest word. */
import { addressText, noTitles, tabTitle, type Address, type TabRef, type Titles } from '../address';
import { clipped, makeProblem, refusalsIn, type Problem } from '../problem';
import type { ProblemCode } from '../problemCode';
import { nearestOf } from '../headers/nearest';
import { fold } from '../../domain/facts/text';

/** Collects problems while a plan is read, so that all of them are reported at once. */
export class ProblemCollector {
  readonly problems: Problem[] = [];

  /** Titles of the tabs, asked for where a problem is found. */
  constructor(private readonly titles: Titles = noTitles) {}

  refuse(code: ProblemCode, at: Address | TabRef, found: string, message: string, fix: string): void {
    this.add(makeProblem({ severity: 'refusal', code, at: this.textOf(at), found, message, fix }));
  }

  note(code: ProblemCode, at: Address | TabRef, found: string, message: string, fix = ''): void {
    this.add(makeProblem({ severity: 'note', code, at: this.textOf(at), found, message, fix }));
  }

  add(problem: Problem): void {
    this.problems.push(problem);
  }

  get refusals(): readonly Problem[] {
    return refusalsIn(this.problems);
  }

  private textOf(at: Address | TabRef): string {
    return typeof at === 'object' ? addressText(at, this.titles) : tabTitle(at, this.titles);
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

/** The word of the list that `text` is, or undefined after a refusal was noted. `text` is not blank. */
export function wordOf<T extends string>(
  list: ClosedList<T>,
  text: string,
  at: Address,
  findings: ProblemCollector,
): T | undefined {
  const wanted = fold(text).replace(/\s+/g, ' ');
  const word = list.words.find((candidate) => fold(candidate) === wanted) ?? list.aliases?.get(wanted);
  if (word === undefined) {
    const nearest = nearestOf(text, list.words);
    const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    findings.refuse(
      list.code,
      at,
      text,
      `"${clipped(text)}" is no ${list.name}.`,
      `Use one of: ${list.words.join(', ')}.${guess}`,
    );
  }
  return word;
}
