/** Score history: one account's fit, signal and tier at each closed month, and why they changed. Pure. */
import { joined } from '../facts/text';
import type { Accounts } from '../facts/accounts';
import { shownNumber } from '../facts/figure';
import { isBlankScore } from '../score/score';
import { tierName } from '../score/tier';
import { ruleFields } from './fields';
import { monthName, type Month } from './month';
import { CAUSES, replayed, type ClosedAccounts } from './movement';

export interface HistoryMonth extends ClosedAccounts {
  readonly month: Month;
}

/** Scores are null where blank. */
export interface HistoryLine {
  readonly month: string;
  readonly tier: string;
  readonly fit: number | null;
  readonly signal: number | null;
  /** Cause by cause what it did to tier, fit and signal since the month closed before; the parts make the whole way. */
  readonly why: string;
}

type State = Pick<HistoryLine, 'tier' | 'fit' | 'signal'>;

/** One account of a closed month, as a list of its own: scores and tiers ask of no other. */
interface Held extends HistoryMonth {
  readonly state: State;
}

/** The months in which the account was listed, in the order given. Of several rows of one key the first is reported. */
export function scoreHistory(months: readonly HistoryMonth[], key: string): readonly HistoryLine[] {
  const held = months.map((month) => heldIn(month, key));
  return held.flatMap((now, position): HistoryLine[] => {
    if (now === undefined) return [];
    const before = held[position - 1];
    const first = position === 0 ? 'First closed month.' : 'New to the list.';
    return [{ month: monthName(now.month), ...now.state, why: before === undefined ? first : whyOf(before, now) }];
  });
}

function heldIn(month: HistoryMonth, key: string): Held | undefined {
  const { accounts, tiers, fit, signal } = month;
  const index = accounts.keys.indexOf(key);
  if (index < 0) return undefined;
  const one: Accounts = {
    size: 1,
    keys: [key],
    isDuplicate: [false],
    attribute: (field) => {
      const column = accounts.attribute(field);
      return column === undefined ? undefined : { ...column, codes: column.codes.slice(index, index + 1) };
    },
  };
  return { ...month, accounts: one, state: stateOf(tiers[index], fit[index], signal[index]) };
}

/** The way of `movementOf`, with scores: the same steps in the same order. */
function whyOf(before: Held, now: Held): string {
  const steps = replayed(before, now, ({ tiering, scores }) => stateOf(tiering.final[0], scores.fit[0], scores.signal[0]));
  const path = [before.state, ...steps, now.state];
  const parts = CAUSES.flatMap((cause, step) => {
    const [from, to] = [path[step], path[step + 1]];
    if (from === undefined || to === undefined) return [];
    const said = joined(
      [
        from.tier === to.tier ? '' : `${from.tier} → ${to.tier}`,
        change('fit', from.fit, to.fit),
        change('signal', from.signal, to.signal),
      ],
      ', ',
    );
    return said === '' ? [] : [`By ${cause}${cause === 'data' ? factsChanged(before, now) : ''}: ${said}.`];
  });
  return parts.join(' ') || 'As before.';
}

function stateOf(tier: number | undefined, fit: number | undefined, signal: number | undefined): State {
  return { tier: tierName(tier), fit: orNull(fit), signal: orNull(signal) };
}

function change(name: string, from: number | null, to: number | null): string {
  return from === to ? '' : `${name} ${shown(from)} → ${shown(to)}`;
}

function shown(score: number | null): string {
  return score === null ? 'blank' : shownNumber(score, 1);
}

/** ` (Employees 40 → 120)`: the facts of the later plan's fields that differ. */
function factsChanged(before: Held, now: Held): string {
  const cellOf = (accounts: Accounts, field: string): string | undefined => {
    const column = accounts.attribute(field);
    return column?.facts[column.codes[0] ?? 0]?.shown;
  };
  const changed = ruleFields(now.plan).flatMap((field) => {
    const [was, is] = [cellOf(before.accounts, field), cellOf(now.accounts, field)];
    return was === undefined || is === undefined || was === is ? [] : [`${field} ${was || 'blank'} → ${is || 'blank'}`];
  });
  return changed.length === 0 ? '' : ` (${changed.join(', ')})`;
}

function orNull(score: number | undefined): number | null {
  return score === undefined || isBlankScore(score) ? null : score;
}
