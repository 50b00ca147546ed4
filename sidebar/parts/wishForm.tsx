/** What is ideal in one column: its values with search and counts, or its ranges, or a range as typed. */
import { useState } from 'preact/hooks';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { fold } from '../../src/domain/facts/text';
import type { FieldChoices } from '../../src/domain/learning/fieldChoices';
import type { Wish } from '../plan/answers';
import { rangeProblem } from '../plan/propose';
import { Button, Field, Fold, Tick } from './form';

/** Values shown before a search, and at most of what a search finds. */
const FIRST = 8;
const MOST_FOUND = 30;

interface WishProps<Choices> {
  readonly choices: Choices;
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}

/** A column to choose from, folded, with what is chosen beside its name. */
export function WishForm({ choices, wish, onChange, isOpen }: WishProps<FieldChoices> & { readonly isOpen: boolean }) {
  const chosen = wish.typed === '' ? [...wish.values, ...wish.near] : [wish.typed];
  const all = choices.kind === 'values' ? counted(choices.values.length, 'value') : counted(choices.ranges.length, 'range');
  return (
    <Fold title={wish.field} more={<span class="hint">{chosen.length === 0 ? all : chosen.join(', ')}</span>} isOpen={isOpen}>
      {choices.kind === 'values' ? (
        <Values choices={choices} wish={wish} onChange={onChange} />
      ) : (
        <Ranges choices={choices} wish={wish} onChange={onChange} />
      )}
    </Fold>
  );
}

function Values({ choices: { values, known }, wish, onChange }: WishProps<FieldChoices & { readonly kind: 'values' }>) {
  const [search, setSearch] = useState('');
  const isChosen = (shown: string): boolean => wish.values.includes(shown) || wish.near.includes(shown);
  const found = values.filter(({ shown }) => fold(shown).includes(fold(search)));
  const shown =
    search === '' ? values.filter((value, place) => place < FIRST || isChosen(value.shown)) : found.slice(0, MOST_FOUND);
  const hidden = found.length - shown.length;
  const without = (list: readonly string[], value: string): readonly string[] => list.filter((other) => other !== value);
  const set = (value: string, part: 'values' | 'near' | 'none'): void =>
    onChange({
      ...wish,
      values: part === 'values' ? [...without(wish.values, value), value] : without(wish.values, value),
      near: part === 'near' ? [...without(wish.near, value), value] : without(wish.near, value),
    });
  return (
    <>
      {values.length > FIRST && <Field label={`Search ${wish.field}`} value={search} onInput={setSearch} />}
      {shown.map(({ shown: value, count }) => (
        <div class="wish" key={value}>
          <Tick
            checked={isChosen(value)}
            onChange={(isIn) => set(value, isIn ? 'values' : 'none')}
            label={
              <>
                {value} <span class="hint">{shownNumber(count)}</span>
              </>
            }
          />
          {isChosen(value) && (
            <Button
              look="link"
              label={`${value} is ${wish.near.includes(value) ? 'also good' : 'ideal'}: change`}
              onClick={() => set(value, wish.near.includes(value) ? 'values' : 'near')}
            >
              {wish.near.includes(value) ? 'also good' : 'ideal'}
            </Button>
          )}
        </div>
      ))}
      <p class="hint">
        {hidden > 0 && `${counted(hidden, 'other')}: search for them. `}
        Known for {counted(known, 'account')}. Also good gets half the points.
      </p>
    </>
  );
}

function Ranges({ choices: { ranges, known }, wish, onChange }: WishProps<FieldChoices & { readonly kind: 'ranges' }>) {
  return (
    <>
      {ranges.map(({ says, count }) => (
        <Tick
          key={says}
          checked={wish.values.includes(says)}
          onChange={(isIn) =>
            onChange({ ...wish, values: isIn ? [...wish.values, says] : wish.values.filter((other) => other !== says) })
          }
          label={
            <>
              {says} <span class="hint">{shownNumber(count)}</span>
            </>
          }
        />
      ))}
      <Field
        label={`Or type a range of ${wish.field}`}
        value={wish.typed}
        onInput={(typed) => onChange({ ...wish, typed })}
        placeholder="50-500 or 1000+"
        hint={`Known for ${counted(known, 'account')}. What lies near gets half the points.`}
        error={rangeProblem(wish.typed)}
      />
    </>
  );
}
