/** Fit by signal: how many available accounts each cell holds, and for the chosen one its accounts and how they are approached. */
import { useState } from 'preact/hooks';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { tierGuide } from '../../src/domain/score/tierGuide';
import { workOf } from '../../src/sheet/run/work';
import type { Planner } from '../planner';
import { AccountList } from './accountList';

const LETTERS = ['A', 'B', 'C', 'D'];
const SHOWN = 10;

/** Nothing without signal rules. */
export function FitSignalGrid({ planner }: { readonly planner: Planner }) {
  const { figures, live } = planner;
  const [chosen, choose] = useState('');
  const cells = figures?.grid ?? [];
  if (cells.length === 0 || live === undefined) return null;
  const signals = cells.slice(0, 4).map(({ signal }) => signal);
  const cell = cells.find(({ fit, signal }) => labelOf(fit, signals.indexOf(signal)) === chosen);
  const { available } = live.runResult.availability;
  const accounts =
    cell === undefined
      ? []
      : workOf(live).order.accounts.filter((account) => available[account] === 1 && live.grid?.label(account) === chosen);
  return (
    <section>
      <h2>Fit and signal</h2>
      <table class="grid">
        <caption class="hint">Available accounts; fit goes down, signal across.</caption>
        <thead>
          <tr>
            <td />
            {signals.map((signal) => (
              <th key={signal} scope="col">
                {signal}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[1, 2, 3, 4].map((fit, row) => (
            <tr key={fit}>
              <th scope="row">Fit {fit}</th>
              {cells.slice(4 * row, 4 * row + 4).map((each, column) => {
                const label = labelOf(each.fit, column);
                return (
                  <td key={label}>
                    <button
                      type="button"
                      class={`t${row}`}
                      aria-pressed={label === chosen}
                      aria-label={`${label}: ${counted(each.available, 'available account')} of ${shownNumber(each.accounts)}`}
                      disabled={each.available === 0}
                      onClick={() => choose(label === chosen ? '' : label)}
                    >
                      {shownNumber(each.available)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {cell !== undefined && (
        <div aria-live="polite">
          <p>
            <b>{chosen}</b>: {playOf(Number(cell.fit) - 1, cell.signal === 'None')}
          </p>
          <AccountList planner={planner} accounts={accounts.slice(0, SHOWN)} />
          {accounts.length > SHOWN && <p class="hint">and {shownNumber(accounts.length - SHOWN)} more, in Scores under Grid</p>}
        </div>
      )}
    </section>
  );
}

function labelOf(fit: string, column: number): string {
  return fit + (LETTERS[column] ?? '');
}

/** How accounts of this fit are approached; the best without a signal wait for one. */
function playOf(position: number, isQuiet: boolean): string {
  const guide = tierGuide()[position];
  if (guide === undefined) return '';
  const [low, high] = guide.replyRate;
  const replies = `Replies to expect: ${Math.round(low * 100)}–${Math.round(high * 100)}%.`;
  const quiet = isQuiet && position === 0 ? ' No signal yet: work them like Fit 2 until one shows.' : '';
  return `${guide.treatment}.${quiet} ${replies}`;
}
