/** A first rule as a row of `Plan ICP`, with a Why that a person understands. */
import { importanceOf, type FirstRule, type Part } from '../../domain/learning/firstRule';
import type { JsonRow } from '../plan/planJson';

/** What a part is there for, behind what it rests on. */
const REASONS: Readonly<Record<Part, string>> = {
  ideal: '',
  near: 'Near what is ideal: half the points.',
  typical: 'Added so that equally good accounts differ.',
  signal: 'A sign that something is moving; blank counts as none found.',
};

/** The row of a Score rule. `source`: the cell under Source, left out when ''. */
export function ruleRow(rule: FirstRule, source: string): JsonRow {
  const { name, field, dimension, operator, value, weight, part, evidence } = rule;
  return {
    Rule: name,
    Dimension: dimension,
    Field: field,
    Operator: operator,
    Value: value,
    Importance: importanceOf(weight),
    Type: 'Score',
    Why: [evidence === '' ? '' : `${evidence}.`, REASONS[part]].filter((text) => text !== '').join(' '),
    ...(source === '' ? {} : { Source: source }),
    Active: 'Yes',
  };
}
