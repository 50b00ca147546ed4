/** What-if: other weights and cuts compared with the same accounts, and who would move. */
import type { AccountResults } from '../../src/domain/segments/run';
import type { SettingKey } from '../../src/domain/rules/settings';
import type { Draft } from './entries';
import { editRow, setSetting } from './entries';

/** Weights by row of `Plan ICP`; cuts by setting. What is not among them stays. */
export interface WhatIf {
  readonly weights: ReadonlyMap<number, number>;
  readonly cuts: ReadonlyMap<SettingKey, number>;
}

export const NOTHING_CHANGED: WhatIf = { weights: new Map(), cuts: new Map() };
export const CUTS = ['tier1From', 'tier2From', 'tier3From'] as const;

export interface Moves {
  readonly moved: number;
  /** Farthest first, then in the list's order. Tiers are places in the domain's `ALL_TIERS`. */
  readonly movers: readonly { readonly account: number; readonly from: number; readonly to: number }[];
}

/** The draft with the change made. */
export function applied(draft: Draft, { weights, cuts }: WhatIf): Draft {
  let next = draft;
  for (const [id, weight] of weights) next = editRow(next, 'icp', id, { Importance: weight });
  for (const [key, cut] of cuts) next = setSetting(next, key, cut);
  return next;
}

/** Two runs over the same list. */
export function movesBetween(before: AccountResults, after: AccountResults, most = 12): Moves {
  const movers: { readonly account: number; readonly from: number; readonly to: number }[] = [];
  before.tiering.final.forEach((from, account) => {
    const to = after.tiering.final[account] ?? from;
    if (to !== from) movers.push({ account, from, to });
  });
  const distance = ({ from, to }: { readonly from: number; readonly to: number }): number => Math.abs(from - to);
  return {
    moved: movers.length,
    movers: [...movers].sort((a, b) => distance(b) - distance(a) || a.account - b.account).slice(0, most),
  };
}
