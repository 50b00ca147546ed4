/** What the field Account status says of an account: a customer, won, lost, or none of them. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Fact } from '../facts/fact';

/** Per account 1 won, 0 lost, anything else not known. */
export type WonLost = Int8Array;

const WON = /(\b(customer|client|won|cliente)|kunde)\b/;
const LOST = /\blost\b/;
/** `former customer`, `not a customer` and `churned customer` are neither. */
const NEITHER = /\b(former|ex|not|no|non|past|churned|(prospect|potent|potenz|ehemal|kein)\w*)\b/;

/** True of a customer. */
export function isCustomer(fact: Fact): boolean {
  return WON.test(fact.text) && isUndenied(fact);
}

/** False where there is no status, or one that denies what its other words say. */
export function isUndenied({ isBlank, text }: Fact): boolean {
  return !isBlank && !LOST.test(text) && !NEITHER.test(text);
}

/** 1 won, 0 lost, -1 neither; undefined without the column. */
export function wonLostOf(accounts: Accounts): WonLost | undefined {
  const status = accounts.attribute('Account status');
  if (status === undefined) return undefined;
  const outcomes = status.facts.map(({ isBlank, text }) => {
    if (isBlank || NEITHER.test(text)) return -1;
    if (LOST.test(text)) return 0;
    return WON.test(text) ? 1 : -1;
  });
  return Int8Array.from(status.codes, (code) => outcomes[code] ?? -1);
}
