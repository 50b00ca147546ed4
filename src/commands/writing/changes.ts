/** A run's figures as the log keeps them, and what changed since the run before. */
import { shownNumber } from '../../domain/facts/figure';
import { ALL_TIERS } from '../../domain/rules/plan';
import type { Run } from '../../sheet/run/run';
import type { LoggedEntry } from './log';

/** Figures by name, as JSON; names of segments are data, so the pairs stand in an array. */
export function countsText(run: Run): string {
  const { counts } = run.runResult;
  const figures: readonly (readonly [string, number])[] = [
    ['Accounts', counts.accounts],
    ['Excluded', counts.excluded],
    ['ICP', run.market.icp.accounts],
    ...ALL_TIERS.map((tier, index): [string, number] => [tier, counts.tiers[index] ?? 0]),
    ...run.segments.map(({ segment, assigned }): [string, number] => [`Segment ${segment.name}`, assigned]),
  ];
  return JSON.stringify(figures);
}

/** One sentence: which figures differ from those of the run before. */
export function changeSentences({ text, time }: LoggedEntry, now: string): readonly string[] {
  const before = pairsOf(text);
  const changes = [...pairsOf(now)].flatMap(([name, count]) => {
    const old = before.get(name);
    return old === count ? [] : [`${name} ${old === undefined ? 'new' : shownNumber(old)} → ${shownNumber(count)}`];
  });
  return [
    changes.length === 0 ? `No figure has changed since the run of ${time}.` : `Since the run of ${time}: ${changes.join(', ')}.`,
  ];
}

/** What is no such JSON, because a user edited the log, counts as nothing known. */
function pairsOf(text: string): ReadonlyMap<string, number> {
  try {
    return new Map(JSON.parse(text) as readonly [string, number][]);
  } catch {
    return new Map();
  }
}
