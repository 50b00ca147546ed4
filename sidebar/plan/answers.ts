/** What was answered to the first questions; kept while the sidebar is closed, dropped once a plan is written. */

/** What is wished of one field: values as the list has them, or ranges such as `50-500`. */
export interface Wish {
  readonly field: string;
  readonly values: readonly string[];
}

export interface Answers {
  /** `marked`, `names`, `pick`, or '' before a choice was made. */
  readonly way: string;
  /** Best customers as typed. */
  readonly names: string;
  readonly wishes: readonly Wish[];
  /** Average contract value as typed. */
  readonly value: string;
}

export const NO_ANSWERS: Answers = { way: '', names: '', wishes: [], value: '' };

/** What is wished of a field. */
export function wished({ wishes }: Answers, field: string): readonly string[] {
  return wishes.find((wish) => wish.field === field)?.values ?? [];
}

/** Answers with other values for a field; none takes the wish away. */
export function withWish(answers: Answers, field: string, values: readonly string[]): Answers {
  const others = answers.wishes.filter((wish) => wish.field !== field);
  return { ...answers, wishes: values.length === 0 ? others : [...others, { field, values }] };
}

/** Answers from JSON of any kind; what is not one counts as not answered. */
export function answersFrom(json: unknown): Answers {
  const at = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  return {
    way: text(at(json, 'way')),
    names: text(at(json, 'names')),
    wishes: list(at(json, 'wishes')).map((wish) => ({
      field: text(at(wish, 'field')),
      values: list(at(wish, 'values')).map(text),
    })),
    value: text(at(json, 'value')),
  };
}
