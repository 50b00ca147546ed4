/** A proposed rule with the sentence that says where it comes from. */
import type { FirstRule } from '../../domain/learning/firstRule';
import type { JsonRow } from '../plan/planJson';

export interface Proposal {
  readonly row: JsonRow;
  readonly note: string;
}

/** What the rule asks and what it rests on. */
export function noteOf({ name, field, operator, says, evidence, part }: FirstRule): string {
  if (part === 'signal') return `${name}: ${field} ${operator} ${says}, a usual sign of a need.`;
  if (part === 'near') return `${name}: ${says}, for half the points.`;
  return `${name}: ${says}; ${evidence}.`;
}
