/** One rule as it is typed, with its counts: the same form for market, profile and segments. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import { OPERATORS } from '../../src/domain/rules/rule';
import { sentenceOf } from '../../src/sheet/problem';
import type { Entry } from '../plan/entries';
import { valueProblem } from '../plan/draftPlan';
import { editRow, isSame, removeRow, textOf } from '../plan/entries';
import { hasColumn } from '../plan/lists';
import { valuesOf } from '../plan/propose';
import type { Planner } from '../planner';
import { RuleCounts } from './counts';
import { Button, Choice, Field, Fold } from './form';

const RULE_WORDS = ['Must', 'Exclude', 'Score', 'Include'] as const;
const WITHOUT_VALUE = /^is (known|unknown|true|false)$/;

interface RuleProps {
  readonly planner: Planner;
  readonly entry: Entry;
  readonly position: 'icp' | 'rules';
  readonly isOpen?: boolean;
}

/** A rule folded to its sentence and counts; opened, its form. */
export function Rule({ planner, entry, position, isOpen = false }: RuleProps) {
  const { state, live, edit } = planner;
  const row = entry.after ?? {};
  const set = (cells: PlanRow): void => edit(editRow(state.draft, position, entry.id, cells));
  const type = RULE_WORDS.find((word) => isSame(word, textOf(row, 'Type'))) ?? (position === 'icp' ? 'Score' : 'Include');
  const removes = type === 'Exclude' ? 'exclude' : type === 'Score' ? 'score' : 'gate';
  const name = textOf(row, 'Rule');
  const sentence = [textOf(row, 'Field'), textOf(row, 'Operator'), textOf(row, 'Value')].filter((part) => part !== '').join(' ');
  return (
    <Fold
      title={name || sentence || 'New rule'}
      more={
        <>
          {name !== '' && <span class="hint">{sentence}</span>}
          <span class="chips">
            <span class="chip">{TYPES.find(([word]) => word === type)?.[1] ?? type}</span>
            {type === 'Score' && <span class="chip">{textOf(row, 'Importance') || 'Medium'}</span>}
          </span>
          <RuleCounts count={live?.counts.get(entry.id)} removes={removes} />
        </>
      }
      isOpen={isOpen}
    >
      <Condition planner={planner} row={row} set={set} />
      {position === 'icp' ? (
        <RuleDetails row={row} type={type} set={set} />
      ) : (
        <Choice
          label="Accounts that match are"
          value={type}
          options={[
            ['Include', 'kept'],
            ['Exclude', 'left out'],
          ]}
          onChange={(word) => set({ Type: word })}
        />
      )}
      <Button
        look="link"
        label={`Remove this rule: ${name || sentence}`}
        onClick={() => edit(removeRow(state.draft, position, entry.id))}
      >
        Remove this rule
      </Button>
    </Fold>
  );
}

/** Field, operator and value; the list's own headers and values are offered. */
function Condition({
  planner,
  row,
  set,
}: {
  readonly planner: Planner;
  readonly row: PlanRow;
  readonly set: (cells: PlanRow) => void;
}) {
  const { lists } = planner.state;
  const [field, operator] = [textOf(row, 'Field'), textOf(row, 'Operator')];
  const isAbsent = lists !== undefined && field !== '' && !hasColumn(lists, field);
  const problem = valueProblem(row);
  const fields =
    lists === undefined
      ? []
      : [
          ...new Set([
            ...lists.meta.matches.filter(({ list }) => list === 'accounts').map((match) => match.field),
            ...lists.meta.headers,
          ]),
        ];
  const values = lists === undefined ? [] : valuesOf(lists, field).slice(0, 40);
  return (
    <>
      <Field
        label="Field"
        value={field}
        list={fields}
        onInput={(text) => set({ Field: text })}
        error={isAbsent ? `The list has no column “${field}”.` : ''}
      />
      <Choice label="Operator" value={operator} options={['', ...OPERATORS]} onChange={(word) => set({ Operator: word })} />
      {!WITHOUT_VALUE.test(operator) && (
        <Field
          label="Value"
          value={textOf(row, 'Value')}
          list={values.map(({ shown }) => shown)}
          onInput={(text) => set({ Value: text })}
          hint={hintFor(operator)}
          error={problem === undefined ? '' : sentenceOf({ ...problem, at: '' })}
        />
      )}
    </>
  );
}

const TYPES = [
  ['Score', 'Nice to have'],
  ['Must', 'Must have'],
  ['Exclude', 'Exclude'],
] as const;
const WEIGHTS = ['Critical', 'Very high', 'High', 'Medium'];

function RuleDetails({
  row,
  type,
  set,
}: {
  readonly row: PlanRow;
  readonly type: string;
  readonly set: (cells: PlanRow) => void;
}) {
  const importance = textOf(row, 'Importance');
  const words = importance === '' || WEIGHTS.includes(importance) ? WEIGHTS : [importance, ...WEIGHTS];
  return (
    <div class="pair">
      <Choice label="It is a" value={type} options={TYPES} onChange={(word) => set({ Type: word })} />
      {type !== 'Exclude' && (
        <Choice
          label="Importance"
          value={importance || (type === 'Score' ? 'Medium' : '')}
          options={type === 'Must' ? ['', ...words] : words}
          onChange={(word) => set({ Importance: word })}
        />
      )}
    </div>
  );
}

function hintFor(operator: string): string {
  if (operator === 'in' || operator === 'not in') return 'Parted by semicolons, e.g. Software; Fintech';
  if (operator === 'between') return 'E.g. 50-500';
  if (operator === 'within last') return 'Months, e.g. 12';
  return '';
}
