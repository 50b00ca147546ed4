/** How an account's tier and scores came to be, month by month, as the closed months tell it. */
import { useState } from 'preact/hooks';
import type { HistoryReply } from '../../src/commands/protocol/replies';
import { shownScore } from '../../src/domain/facts/rounding';
import { Button } from '../parts/form';
import type { Planner } from '../planner';

/** Asked for on demand: every closed month is read for it. */
export function History({ planner, account }: { readonly planner: Planner; readonly account: string }) {
  const [reply, setReply] = useState<HistoryReply>();
  const read = async (): Promise<void> => {
    setReply(await planner.history(account));
  };
  const shown = (score: number | null): string => (score === null ? 'unknown' : shownScore(score));
  return (
    <section aria-live="polite">
      <h3>History</h3>
      {reply?.key !== account ? (
        <Button look="link" disabled={planner.state.job !== undefined} onClick={read}>
          Show its closed months
        </Button>
      ) : (
        <ul class="plain">
          {reply.lines.map(({ month, tier, fit, signal, why }) => (
            <li key={month}>
              <b>{month}</b> {tier}, fit {shown(fit)}, signal {shown(signal)}
              <small>{why}</small>
            </li>
          ))}
          {reply.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
