/** Counts in words and as bars; a bar is never the only carrier. */
import { roundedShare, shownNumber } from '../../src/domain/facts/figure';
import { ALL_TIERS } from '../../src/domain/rules/plan';
import { TIER_4 } from '../../src/domain/score/tier';
import { TIER_FILLS } from '../../src/sheet/tierColors';
import type { RuleCount } from '../plan/live';
import { warningOf } from '../plan/live';

/** A share with one decimal, as tabs show it; a dash of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : roundedShare(part / whole);
}

/** Accounts that match a rule, do not, or are blank, as bar and words, with a warning where the count is worth a second look. */
export function RuleCounts({
  count,
  removes,
}: {
  readonly count: RuleCount | undefined;
  readonly removes: 'must' | 'exclude' | 'score';
}) {
  if (count === undefined) return <span class="hint">Not counted yet</span>;
  const { matches, fails, blank } = count;
  const warning = warningOf(count, removes);
  return (
    <>
      <Bar
        parts={[
          ['met', matches],
          ['not', fails],
          ['blank', blank],
        ]}
      />
      <span class="hint">
        {shownNumber(matches)} match{blank > 0 && ` · ${shownNumber(blank)} blank`}
      </span>
      {warning !== '' && <span class="warn">{warning}</span>}
    </>
  );
}

/** A bar split in proportion to the counts; screen readers skip it, so words must stand beside it. */
export function Bar({ parts }: { readonly parts: readonly (readonly [look: string, count: number])[] }) {
  return (
    <span class="bar" aria-hidden="true">
      {parts.map(([look, count]) => count > 0 && <i key={look} class={look} style={{ flexGrow: count }} />)}
    </span>
  );
}

/** Accounts of each tier, with what they were where that differs, else as shares of the `listed` accounts in the market, as Summary has them. */
export function Tiers({
  counts,
  before,
  listed = counts.reduce((sum, count) => sum + count, 0),
}: {
  readonly counts: readonly number[];
  readonly before?: readonly number[] | undefined;
  readonly listed?: number;
}) {
  const most = Math.max(1, ...counts, ...(before ?? []));
  return (
    <table class="tiers">
      <thead class="sr">
        <tr>
          <th scope="col">Tier</th>
          <th scope="col">Bar</th>
          {before && <th scope="col">Before</th>}
          <th scope="col">Accounts</th>
        </tr>
      </thead>
      <tbody>
        {ALL_TIERS.map((tier, position) => {
          const count = counts[position] ?? 0;
          const was = before?.[position];
          return (
            <tr key={tier}>
              <th scope="row">{tier}</th>
              <td>
                {count > 0 && (
                  <div class="len" style={{ width: `${(100 * count) / most}%`, background: TIER_FILLS[position] ?? '' }} />
                )}
              </td>
              {before && <td class="n was">{was !== count && `${shownNumber(was ?? 0)} →`}</td>}
              <td class="n">
                {shownNumber(count)} <span class="hint">{before || position > TIER_4 ? '' : percent(count, listed)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A line of label and number. */
export function Line({ label, value, note = '' }: { readonly label: string; readonly value: string; readonly note?: string }) {
  return (
    <div class="line">
      <span>{label}</span>
      <b>{value}</b>
      {note !== '' && <small>{note}</small>}
    </div>
  );
}

const MARKS: Readonly<Record<string, string>> = { Pass: '✓', Check: '!', Fail: '✕' };

/** A status as mark and word, never as color alone. */
export function Status({ word }: { readonly word: string }) {
  return (
    <span class={`chip ${word === 'Not known' ? 'Check' : word}`}>
      <span aria-hidden="true">{MARKS[word] ?? '?'}</span> {word}
    </span>
  );
}
