/** Step 1: which columns hold what, with a sample each; a wrong one is fixed here. */
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { Line } from '../parts/counts';
import { Page } from '../parts/frame';
import { Button, Choice, Fold } from '../parts/form';
import { addRow, entriesOf, isSame, removeRow, textOf } from '../plan/entries';
import type { PageLists } from '../plan/lists';
import type { Planner } from '../planner';

const FIELDS = [
  'Account ID',
  'Account name',
  'Domain',
  'Industry',
  'Employees',
  'Annual revenue',
  'Country',
  'Technologies',
  'Funding stage',
  'Last funding date',
  'Headcount growth',
  'Open roles',
  'Website visits',
  'Account status',
  'Last contacted',
  'Account owner',
  'Verified emails',
];

/** The accounts tab, the column of every field, and problems of the data; nothing before a list is read. */
export function Data({ planner }: { readonly planner: Planner }) {
  const { lists, greeting } = planner.state;
  if (lists === undefined) return null;
  const { meta } = lists;
  const tabs = greeting?.tabs.filter(({ isOurs }) => !isOurs).map(({ title }) => title) ?? [];
  const contacts = meta.matches.filter(({ list }) => list === 'contacts');
  const isFound = (field: string): boolean => meta.matches.some((match) => match.list === 'accounts' && match.field === field);
  const rows = (fields: readonly string[]) =>
    fields.map((field) => <Mapping key={field} planner={planner} lists={lists} field={field} />);
  return (
    <Page title="Data">
      <Choice label="Accounts tab" value={meta.accountsTab} options={tabs} onChange={(tab) => void planner.open(tab)} />
      <Line
        label="Accounts"
        value={shownNumber(meta.size)}
        note={meta.errors > 0 ? counted(meta.errors, 'row is no account', 'rows are no accounts') : ''}
      />
      <Line
        label="Contacts"
        value={meta.contactsTab ?? 'none found'}
        note={contacts.length > 0 ? contacts.map(({ field }) => field).join(', ') : ''}
      />
      <Button onClick={() => planner.go('csv')}>Import a CSV file</Button>
      <h2>Columns of the accounts</h2>
      <ul class="plain">{rows(FIELDS.filter(isFound))}</ul>
      <Fold title="Fields without a column">
        <ul class="plain">{rows(FIELDS.filter((field) => !isFound(field)))}</ul>
      </Fold>
      {meta.problems.length > 0 && (
        <Fold title={`${counted(meta.problems.length, 'thing')} to know about the data`}>
          {meta.problems.map(({ at, message, fix, code }) => (
            <p key={code + at}>
              <b>{at}</b> {message} <span class="hint">{fix}</span>
            </p>
          ))}
        </Fold>
      )}
    </Page>
  );
}

/** What the field is read from; a change is a row of the tab Columns. */
function Mapping({ planner, lists, field }: { readonly planner: Planner; readonly lists: PageLists; readonly field: string }) {
  const { draft } = planner.state;
  const match = lists.meta.matches.find((candidate) => candidate.list === 'accounts' && candidate.field === field);
  const rows = entriesOf(draft, 'columns', 'Field', field).filter(
    ({ after }) => after !== null && !isSame(textOf(after, 'List'), 'contacts'),
  );
  // Of several rows of a field the last counts.
  const typed = rows[rows.length - 1];
  const chosen = typed?.after ? textOf(typed.after, 'Column') : (match?.column ?? '');
  const set = (column: string): void => {
    const rest = typed === undefined ? draft : removeRow(draft, 'columns', typed.id);
    planner.edit(
      addRow(rest, 'columns', {
        Tab: lists.meta.accountsTab,
        List: 'accounts',
        Field: field,
        ...(column === '' ? {} : { Column: column }),
      }),
    );
  };
  const isSure = match === undefined || match.confidence >= 0.8;
  return (
    <li class="map">
      <Choice
        label={field}
        value={chosen}
        options={[
          ['', '– no column –'],
          ...lists.meta.headers.filter((header) => header !== '').map((header) => [header, header] as const),
        ]}
        onChange={set}
      />
      {match !== undefined && typed?.before !== null && isSame(chosen, match.column) && (
        <p class="hint">
          e.g. {match.sample || 'blank'}
          {!isSure && <span class="warn"> Not sure: please look.</span>}
        </p>
      )}
      {typed?.before === null && (
        <Button look="link" onClick={() => planner.edit(removeRow(draft, 'columns', typed.id))}>
          Undo
        </Button>
      )}
    </li>
  );
}
