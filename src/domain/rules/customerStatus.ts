/** What the field Account status says of an account: a customer, an open deal, off limits, won or lost. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Fact } from '../facts/fact';

/** Per account 1 won, 0 lost, anything else not known. */
export type WonLost = Int8Array;

const WON = /(\b(customers?|clients?|won|clientes?|clienti|klant|klanten|klient|kund|müşteri)|kunden?)\b|顧客|取引先/;
const LOST = /\blost\b/;
/** `former customer`, `not a customer` and `churned customer` are neither. */
const NEITHER =
  /\b(former|formerly|ex|not|no|non|past|previous|prior|lapsed|dead|churn|churned|cancell?ed|ancien|ancienne|não|pas|(prospect|potent|potenz|ehemal|kein)\w*)\b|見込/;
/** The team is talking to them already. */
const OPEN_DEAL = /\b(open deal|opportunity|opportunities|negotiation|proposal|pipeline|partner)\b/;
/** Whoever wrote this decided that no prospect list may hold the account. */
const OFF_LIMITS = /\b(do not (contact|prospect|call|e-?mail)|dnc|opted out|unsubscribed)\b/;

/** What a status makes of an account; '' where nothing keeps it off a prospect list. */
export type StatusWord = 'Customer' | 'Open deal' | 'Do not contact' | '';

/** Former, lost and churned customers, and lost or dead opportunities, are free to be written to. */
export function statusWord(fact: Fact): StatusWord {
  if (!fact.isBlank && OFF_LIMITS.test(fact.text)) return 'Do not contact';
  if (!isUndenied(fact)) return '';
  if (WON.test(fact.text)) return 'Customer';
  return OPEN_DEAL.test(fact.text) ? 'Open deal' : '';
}

/** True of a customer. */
export function isCustomer(fact: Fact): boolean {
  return WON.test(fact.text) && isUndenied(fact);
}

/** False where there is no status, or one that denies what its other words say. */
function isUndenied({ isBlank, text }: Fact): boolean {
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
