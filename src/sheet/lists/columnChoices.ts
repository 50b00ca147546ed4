/** Rows of the tab `Columns`: which column the team gives a field, and those that reach no tab or no column of the lists. */
import type { ListName } from '../fields';
import type { TypedColumn } from '../columns/recognise';
import { addressText, type Address, type Titles } from '../address';
import { fold } from '../../domain/facts/text';
import { planTableOf, type PlanGrid } from '../plan/planTable';
import { clipped, makeProblem, type Problem } from '../problem';

/** A field and the header it is read from. */
export interface Mapping {
  readonly tab: string;
  readonly list: ListName;
  readonly field: string;
  readonly header: string;
}

export interface Choice extends TypedColumn {
  /** Title as typed; blank speaks of every tab. */
  readonly tab: string;
  /** The cell under a header. */
  readonly at: (header: string) => Address;
}

/** A list as it was read. */
interface Headed {
  readonly tab: string;
  readonly headers: readonly string[];
}

/** A blank List is the accounts. */
export function choicesIn(columns: PlanGrid | undefined): readonly Choice[] {
  if (columns === undefined) return [];
  return planTableOf('columns', columns).rows.map((row) => ({
    tab: row.text('Tab'),
    list: fold(row.text('List')) === 'contacts' ? 'contacts' : 'accounts',
    field: row.text('Field'),
    column: row.text('Column'),
    at: (header) => row.at(header),
  }));
}

/** The rows of `Columns` for this tab, those without a tab among them. */
export function choicesFor(choices: readonly Choice[], tab: string): readonly Choice[] {
  return choices.filter((choice) => choice.tab === '' || fold(choice.tab) === fold(tab));
}

/** Rows that would change what is read and do not: a renamed tab or header must not change a score in silence. */
export function lostChoices(
  choices: readonly Choice[],
  lists: Readonly<Record<ListName, Headed | undefined>>,
  unaided: readonly Mapping[],
  titles?: Titles,
): readonly Problem[] {
  return choices.flatMap((choice): Problem | readonly [] => {
    const list = lists[choice.list];
    if (list === undefined) return [];
    const isOwn = choicesFor([choice], list.tab).length > 0;
    const isThere = list.headers.some((header) => fold(header) === fold(choice.column));
    const known = unaided.find(({ list: of, field }) => of === choice.list && fold(field) === fold(choice.field));
    const has = choice.column === '' ? known !== undefined : isThere && fold(known?.header ?? '') !== fold(choice.column);
    if (isOwn ? choice.column !== '' && !isThere : has) return lost(choice, list.tab, isOwn, titles);
    return [];
  });
}

function lost({ tab, field, column, at }: Choice, listTab: string, isOwn: boolean, titles?: Titles): Problem {
  const found = clipped(isOwn ? column : tab);
  return makeProblem({
    severity: 'problem',
    code: isOwn ? 'TYPED_COLUMN_MISSING' : 'TYPED_TAB_MISSING',
    at: addressText(at(isOwn ? 'Column' : 'Tab'), titles),
    found,
    message: isOwn
      ? `${clipped(field)} is given the column "${found}", which ${listTab} does not have.`
      : `The column of ${clipped(field)} is chosen for the tab "${found}", and the list is in ${listTab}: the choice has no effect.`,
    fix: isOwn ? 'Write the header as it stands there, or clear the row.' : `Write ${listTab} in Tab, or clear the row.`,
  });
}
