/** What is not saved yet as one text, and back: the answers to the first questions and the changed rows of the plan. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import { PLAN_KEYS, type PlanKey } from '../../src/sheet/plan/tabs';
import { answersFrom, NO_ANSWERS, type Answers } from './answers';
import { changesOf, draftWith, type Draft } from './entries';

export interface Unsaved {
  readonly answers: Answers;
  /** Holds the changed rows alone. */
  readonly draft: Draft;
}

/** '' where nothing is unsaved. */
export function unsavedText({ answers, draft }: Unsaved): string {
  const changes = changesOf(draft).flatMap(({ key, changes: rows }) => rows.map(({ before, after }) => [key, before, after]));
  const isAnswered = JSON.stringify(answers) !== JSON.stringify(NO_ANSWERS);
  return changes.length === 0 && !isAnswered ? '' : JSON.stringify({ answers, changes });
}

/** Undefined for a text that nothing can be made of. */
export function unsavedFrom(text: string): Unsaved | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const changes: unknown = Reflect.get(json, 'changes');
  return {
    answers: answersFrom(Reflect.get(json, 'answers')),
    draft: draftWith((Array.isArray(changes) ? changes : []).flatMap(changeFrom)),
  };
}

function changeFrom(json: unknown): readonly { key: PlanKey; before: PlanRow | null; after: PlanRow | null }[] {
  const [name, before, after] = Array.isArray(json) ? (json as unknown[]) : [];
  const key = PLAN_KEYS.find((known) => known === name);
  return key !== undefined && isRow(before) && isRow(after) ? [{ key, before, after }] : [];
}

function isRow(row: unknown): row is PlanRow | null {
  const isCell = (cell: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof cell);
  return row === null || (typeof row === 'object' && !Array.isArray(row) && Object.values(row).every(isCell));
}
