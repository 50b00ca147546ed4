/** One rule as it is typed, with its counts: the same form for market, profile and segments. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import { fold } from '../../src/domain/facts/text';
import { OPERATORS } from '../../src/domain/rules/rule';
import { sentenceOf } from '../../src/sheet/problem';
import type { Entry } from '../plan/entries';
import { editRow, isSame, removeRow, textOf } from '../plan/entries';
import type { PageLists } from '../plan/lists';
import { placeOf } from '../plan/refusals';
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
  const removes = type === 'Exclude' ? 'exclude' : type === 'Score' ? 'score' : 'must';
  const name = textOf(row, 'Rule');
  const sentence = [textOf(row, 'Field'), textOf(row, 'Operator'), textOf(row, 'Value')].filter((part) => part !== '').join(' ');
  return (
    <Fold
      title={name || sentence || 'New rule'}
      more={
        <>
          {name !== '' && <span class="hint">{sentence}</span>}
          <span class="chips">
            {type !== 'Score' && <span class="chip">{TYPES.find(([word]) => word === type)?.[1] ?? type}</span>}
            {type === 'Score' && <span class="chip">{textOf(row, 'Importance') || 'Medium'}</span>}
          </span>
          <RuleCounts count={live?.counts.get(entry.id)} removes={removes} />
        </>
      }
      isOpen={isOpen}
      isSought={state.sought === entry.id}
    >
      <Condition planner={planner} entry={entry} set={set} />
      {position === 'icp' ? (
        <RuleDetails row={row} type={type} set={set} />
      ) : (
        <Choice
          label="Accounts that match are"
          value={type}
          options={[
            ['Include', 'included'],
            ['Exclude', 'excluded'],
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
  entry,
  set,
}: {
  readonly planner: Planner;
  readonly entry: Entry;
  readonly set: (cells: PlanRow) => void;
}) {
  const { live, state } = planner;
  const { draft, lists, trouble } = state;
  const row = entry.after ?? {};
  const [field, operator] = [textOf(row, 'Field'), textOf(row, 'Operator')];
  const problem = live?.problems.get(entry.id);
  const place = problem && placeOf(draft, problem);
  const wasSaid = trouble?.problems.some((each) => placeOf(draft, each)?.entry.id === entry.id) === true;
  /** Nobody is told off for what is not typed yet. */
  const errorAt = (header: string): string => {
    if (problem === undefined || place?.header !== header) return '';
    return wasSaid || entry.before !== null || textOf(row, header) !== '' ? sentenceOf({ ...problem, at: '' }) : '';
  };
  const fields = lists === undefined ? [] : fieldsOf(lists);
  const values = lists === undefined ? [] : valuesOf(lists, field).slice(0, 40);
  return (
    <>
      <Field label="Field" value={field} list={fields} onInput={(text) => set({ Field: text })} error={errorAt('Field')} />
      <Choice label="Operator" value={operator} options={['', ...OPERATORS]} onChange={(word) => set({ Operator: word })} />
      {!WITHOUT_VALUE.test(operator) && (
        <Field
          label="Value"
          value={textOf(row, 'Value')}
          list={values.map(({ shown }) => shown)}
          onInput={(text) => set({ Value: text })}
          hint={hintFor(operator)}
          error={errorAt('Value')}
        />
      )}
    </>
  );
}

/** Each column once: by the field it is read as, else by its header. */
function fieldsOf({ meta }: PageLists): readonly string[] {
  const matches = meta.matches.filter(({ list }) => list === 'accounts');
  const taken = new Set(matches.flatMap(({ field, column }) => [fold(field), fold(column)]));
  return [...matches.map(({ field }) => field), ...meta.headers.filter((header) => header !== '' && !taken.has(fold(header)))];
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
  if (operator === 'in' || operator === 'not in') return 'Separated by semicolons, e.g. Software; Fintech';
  if (operator === 'between') return 'E.g. 50-500';
  if (operator === 'within last') return 'Months, e.g. 12';
  return '';
}
