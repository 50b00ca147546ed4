/** The moments of a run at which what somebody else does can make a difference. */

/** Calls that make or look into a value of their own and touch no cell: what happens before such a call might as well happen behind it. */
const OF_VALUES =
  /^(SpreadsheetApp\.new\w+|\w+Builder\.\w+|Sheet\.getSheetId|ConditionalFormatRule\.\w+|BooleanCondition\.\w+|Utilities\.\w+)$/;

/** Numbers of the calls before which a document can be found changed, from 1; of neighbors that cannot tell the difference the last. */
export function momentsOf(calls: readonly string[]): readonly number[] {
  return calls.flatMap((name, index) => (OF_VALUES.test(name) ? [] : [index + 1]));
}
