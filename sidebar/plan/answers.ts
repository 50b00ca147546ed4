/** What was answered to the first questions; kept while the sidebar is closed, dropped once a plan is written. */

/** What is wished of one field. */
export interface Wish {
  readonly field: string;
  /** Values as they are shown, or ranges as they are said. */
  readonly values: readonly string[];
  /** Values that are good for half the points. */
  readonly near: readonly string[];
  /** A range as typed, which wins over those chosen. */
  readonly typed: string;
}

export interface Answers {
  /** `marked`, `names`, `pick`, `starter`, or '' before a choice was made. */
  readonly way: string;
  /** Best customers as typed. */
  readonly names: string;
  readonly wishes: readonly Wish[];
  /** Id of a starter plan. */
  readonly starter: string;
  /** Fields that nothing is to be added on. */
  readonly without: readonly string[];
  /** Average contract value as typed. */
  readonly value: string;
}

export const NO_ANSWERS: Answers = { way: '', names: '', wishes: [], starter: '', without: [], value: '' };

/** What is wished of a field. */
export function wishOf({ wishes }: Answers, field: string): Wish {
  return wishes.find((wish) => wish.field === field) ?? { field, values: [], near: [], typed: '' };
}

/** Answers with another wish for its field; one that asks for nothing is taken away. */
export function withWish(answers: Answers, wish: Wish): Answers {
  const others = answers.wishes.filter(({ field }) => field !== wish.field);
  const isBlank = wish.values.length + wish.near.length === 0 && wish.typed === '';
  return { ...answers, wishes: isBlank ? others : [...others, wish] };
}

/** Answers from JSON of any kind; what is not one counts as not answered. */
export function answersFrom(json: unknown): Answers {
  return {
    way: textAt(json, 'way'),
    names: textAt(json, 'names'),
    wishes: listAt(json, 'wishes').map((wish) => ({
      field: textAt(wish, 'field'),
      values: textsAt(wish, 'values'),
      near: textsAt(wish, 'near'),
      typed: textAt(wish, 'typed'),
    })),
    starter: textAt(json, 'starter'),
    without: textsAt(json, 'without'),
    value: textAt(json, 'value'),
  };
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textAt(value: unknown, name: string): string {
  const text = at(value, name);
  return typeof text === 'string' ? text : '';
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = at(value, name);
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}

function textsAt(value: unknown, name: string): readonly string[] {
  return listAt(value, name).filter((item) => typeof item === 'string');
}
