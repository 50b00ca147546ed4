/** Which Values of a plan the server is to read, and its readings by what was asked. */
import type { PlanJson, TypedValue } from '../../src/commands/protocol/requests';
import type { ColumnsReply, ReadValue } from '../../src/commands/protocol/columns';
import { OPERATORS } from '../../src/domain/rules/rule';
import { textOf, valueKey, wordIn } from './rules';

/** Values of the plan's rules that are not in `known`. */
export function typedValues({ icp = [], rules = [] }: PlanJson, known: ReadonlySet<string>): readonly TypedValue[] {
  return [...icp, ...rules].flatMap((row) => {
    const operator = wordIn(OPERATORS, textOf(row, 'Operator'));
    const value = row.Value ?? '';
    return operator === undefined || known.has(valueKey(operator, value)) ? [] : [{ operator, value }];
  });
}

/** The server's readings by what was asked. */
export function readingsOf(values: readonly TypedValue[], reply: ColumnsReply | undefined): ReadonlyMap<string, ReadValue> {
  return new Map(
    values.flatMap(({ operator, value }, place) => {
      const read = reply?.values[place];
      return read === undefined ? [] : [[valueKey(operator, value), read] as const];
    }),
  );
}
