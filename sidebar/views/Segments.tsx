/** Step 4: three to seven slices of the ICP, each with one problem, one buyer set and one offer. */
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { LEVELS } from '../../src/domain/rules/plan';
import type { PlanRow } from '../../src/commands/protocol/requests';
import { Page } from '../parts/frame';
import { Button, Choice, Field, Fold } from '../parts/form';
import { LeftOut, Source } from '../parts/overview';
import { Rule } from '../parts/ruleForm';
import { SuggestedSegments } from '../parts/suggestedSegments';
import { addRow, editRow, entriesOf, isSame, removeRow, textOf, type Draft, type Entry } from '../plan/entries';
import type { Planner } from '../planner';

const TEXTS = [
  ['Hypothesis', 'Why these accounts buy alike'],
  ['Pain point', 'One problem, in their words'],
  ['Buyer roles', 'E.g. VP Sales; RevOps Manager'],
  ['Offer angle', 'One offer'],
  ['Owner', ''],
] as const;

/** Every segment with its rules, texts and counts, and how many ICP accounts are in none; nothing before a list is read. */
export function Segments({ planner }: { readonly planner: Planner }) {
  const { state, live, figures, edit } = planner;
  const { draft } = state;
  if (live === undefined || figures === undefined) return null;
  const segments = entriesOf(draft, 'segments');
  const { drawn } = live.runResult.segmentation;
  const { unassigned } = figures;
  const isHealthy = segments.length >= 3 && segments.length <= 7;
  return (
    <Page title="Segments">
      {segments.length === 0 ? (
        <p class="hint">
          No segments yet. Three to seven are healthy, each with one problem, one buyer set and one offer.{' '}
          {counted(drawn, 'ICP account')} to share out.
        </p>
      ) : (
        <p class={isHealthy ? 'good' : 'warn'}>
          {counted(segments.length, 'segment')}; three to seven are healthy. {counted(drawn, 'ICP account')}:{' '}
          {shownNumber(unassigned.noLane)} in none, {shownNumber(unassigned.dataMissing)} lack the data.
        </p>
      )}
      {segments.map((entry) => (
        <Segment key={entry.id} planner={planner} entry={entry} />
      ))}
      <LeftOut planner={planner} />
      <Source planner={planner} />
      <Button
        look={segments.length === 0 ? 'action' : 'plain'}
        onClick={() =>
          edit(addRow(draft, 'segments', { Segment: freeName(draft), Priority: segments.length + 1, Active: 'Yes' }))
        }
      >
        Add a segment
      </Button>
      <SuggestedSegments planner={planner} />
    </Page>
  );
}

function Segment({ planner, entry }: { readonly planner: Planner; readonly entry: Entry }) {
  const { state, live, figures, edit } = planner;
  const { draft } = state;
  const row = entry.after ?? {};
  const name = textOf(row, 'Segment');
  const set = (cells: PlanRow): void => edit(editRow(draft, 'segments', entry.id, cells));
  const rules = entriesOf(draft, 'rules', 'For', name);
  const result = figures?.segments.find(({ segment }) => segment === name);
  const wanted = live?.runResult.plan.settings.smallSegment ?? 0;
  const isTwice = entriesOf(draft, 'segments', 'Segment', name).length > 1;
  /** Its rules go by its name, so they are renamed with it. */
  const rename = (text: string): void => {
    let next = editRow(draft, 'segments', entry.id, { Segment: text });
    for (const rule of rules) next = editRow(next, 'rules', rule.id, { For: text });
    edit(next);
  };
  const remove = (): void =>
    edit(rules.reduce((next: Draft, rule) => removeRow(next, 'rules', rule.id), removeRow(draft, 'segments', entry.id)));
  return (
    <Fold
      title={name || 'Unnamed'}
      more={
        <span class="hint">
          {result === undefined
            ? 'not counted'
            : `${counted(result.matches, 'match', 'matches')}, ${shownNumber(result.available)} available, ${shownNumber(result.assigned)} assigned`}
        </span>
      }
      isOpen={entry.before === null}
      isSought={[entry, ...rules].some(({ id }) => id === state.sought)}
    >
      <Field
        label="Name"
        value={name}
        onInput={rename}
        error={
          isTwice
            ? 'Another segment has this name.'
            : name === ''
              ? 'A segment needs a name.'
              : isSame(name, 'TAM')
                ? 'TAM stands for the market.'
                : ''
        }
      />
      <h2>Accounts</h2>
      {rules.length === 0 && <p class="warn">Without a rule nothing matches.</p>}
      {rules.map((rule) => (
        <Rule key={rule.id} planner={planner} entry={rule} position="rules" isOpen={rule.before === null} />
      ))}
      <Button onClick={() => edit(addRow(draft, 'rules', { For: name, Field: 'Industry', Operator: 'in', Type: 'Include' }))}>
        Add a rule
      </Button>
      <h2>Message</h2>
      {TEXTS.map(([header, hint]) => (
        <Field
          key={header}
          label={header}
          value={textOf(row, header)}
          hint={hint}
          onInput={(text) => set({ [header]: text })}
          {...(header === 'Owner' || header === 'Buyer roles' ? {} : { rows: 2 })}
        />
      ))}
      {result !== undefined && result.available <= wanted && textOf(row, 'Offer angle') !== '' && (
        <p class="warn">
          The message is written before the size passes: {counted(result.available, 'available account')}, above{' '}
          {shownNumber(wanted)} are wanted.
        </p>
      )}
      <div class="pair">
        <Field label="Urgency 1–10" value={textOf(row, 'Urgency')} onInput={(text) => set({ Urgency: text })} />
        <Choice
          label="Competition"
          value={textOf(row, 'Competition')}
          options={['', ...LEVELS]}
          onChange={(word) => set({ Competition: word })}
        />
      </div>
      <Button look="link" label={`Remove this segment: ${name}`} onClick={remove}>
        Remove this segment
      </Button>
    </Fold>
  );
}

function freeName(draft: Draft): string {
  for (let number = 1; ; number += 1) {
    const name = `Segment ${number}`;
    if (entriesOf(draft, 'segments', 'Segment', name).length === 0) return name;
  }
}
