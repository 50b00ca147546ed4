/** What if: weights and cuts on sliders, the tiers before and after, and who moves. Nothing is changed until Apply. */
import { useId, useMemo, useState } from 'preact/hooks';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { SETTINGS, type SettingKey } from '../../src/domain/rules/settings';
import { tierName } from '../../src/domain/score/tier';
import { Tiers } from '../parts/counts';
import { Page } from '../parts/frame';
import { Button, Why } from '../parts/form';
import { LeftOut } from '../parts/overview';
import { nameOf } from '../plan/lists';
import { liveOf } from '../plan/live';
import { CUTS, NOTHING_CHANGED, applied, movesBetween, type WhatIf as Change } from '../plan/whatIf';
import type { Planner } from '../planner';

/** Sliders for weights and cuts, with the tiers that follow; nothing before a list is read. */
export function WhatIf({ planner }: { readonly planner: Planner }) {
  const { state, live, edit, save } = planner;
  const { lists, draft } = state;
  const [change, setChange] = useState<Change>(NOTHING_CHANGED);
  const changed = useMemo(
    () => (lists === undefined ? undefined : liveOf(lists, applied(draft, change))),
    [lists, draft, change],
  );
  if (lists === undefined || live === undefined || changed === undefined) return null;
  const moves = movesBetween(live.runResult, changed.runResult);
  const isChanged = change.weights.size + change.cuts.size > 0;
  const setWeight = (id: number, weight: number): void =>
    setChange({ ...change, weights: new Map(change.weights).set(id, weight) });
  const setCut = (key: SettingKey, cut: number): void => setChange({ ...change, cuts: new Map(change.cuts).set(key, cut) });
  const { cuts } = changed.runResult.plan.settings;
  const isInOrder = cuts[0] > cuts[1] && cuts[1] > cuts[2];
  const apply = async (): Promise<void> => {
    const next = applied(draft, change);
    edit(next);
    if (await save(next)) setChange(NOTHING_CHANGED);
  };
  return (
    <Page title="What if">
      <LeftOut planner={planner} />
      <Tiers counts={changed.runResult.counts.tiers} before={isChanged ? live.runResult.counts.tiers : undefined} />
      <p role="status" class="hint">
        {isChanged
          ? `${counted(moves.moved, 'account moves', 'accounts move')}. ICP ${shownNumber(live.runResult.icp.accounts)} → ${shownNumber(changed.runResult.icp.accounts)}.`
          : 'As the plan stands.'}
      </p>
      {!isInOrder && <p class="warn">Each cut must lie below the one before.</p>}
      <div class="pair">
        <Button look="action" disabled={!isChanged || !isInOrder || state.job !== undefined} onClick={apply}>
          Apply
        </Button>
        <Button disabled={!isChanged} onClick={() => setChange(NOTHING_CHANGED)}>
          Reset
        </Button>
      </div>
      <Why when={!isChanged}>Move a slider first.</Why>
      <h2>Weights</h2>
      {live.rules.map((rule) => {
        const id = live.idOf.get(rule);
        const { name, weight } = rule;
        if (id === undefined || weight === undefined) return null;
        return (
          <Slider
            key={id}
            label={name}
            value={change.weights.get(id) ?? weight}
            most={10}
            step={0.5}
            onInput={(value) => setWeight(id, value)}
          />
        );
      })}
      <h2>Cuts</h2>
      {CUTS.map((key, position) => (
        <Slider
          key={key}
          label={SETTINGS[key].name}
          value={cuts[position] ?? 0}
          most={100}
          step={1}
          onInput={(value) => setCut(key, value)}
        />
      ))}
      {moves.movers.length > 0 && (
        <>
          <h2>Who moves</h2>
          <ul class="plain">
            {moves.movers.map(({ account, from, to }) => (
              <li key={account}>
                {nameOf(lists, account)}
                <small>
                  {tierName(from)} → {tierName(to)}
                </small>
              </li>
            ))}
          </ul>
          {moves.moved > moves.movers.length && <p class="hint">and {shownNumber(moves.moved - moves.movers.length)} more</p>}
        </>
      )}
    </Page>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly onInput: (value: number) => void;
}

function Slider({ label, value, most, step, onInput }: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <b aria-hidden="true">{value}</b>
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(most, value)}
        step={step}
        value={value}
        onInput={(event) => onInput(Number(event.currentTarget.value))}
      />
    </div>
  );
}
