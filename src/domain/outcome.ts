/** Outcome: which accounts were won and which lost, by the field Account status. Pure. */
import type { Accounts } from './accounts';
import type { WonLost } from './filterQuality';

const WON = /\b(customer|client|won)\b/;
const LOST = /\blost\b/;
/** `former customer`, `not a customer` and `churned customer` are neither. */
const NEITHER = /\b(former|ex|not|no|non|past|churned|prospective|potential)\b/;

/** 1 won, 0 lost, -1 neither; undefined without the column. */
export function outcomesOf(accounts: Accounts): WonLost | undefined {
  const status = accounts.attribute('Account status');
  if (status === undefined) return undefined;
  const outcomes = status.facts.map(({ isBlank, text }) => {
    if (isBlank || NEITHER.test(text)) return -1;
    if (LOST.test(text)) return 0;
    return WON.test(text) ? 1 : -1;
  });
  return Int8Array.from(status.codes, (code) => outcomes[code] ?? -1);
}
