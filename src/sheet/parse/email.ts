/** E-mail: addresses, and what the tools' statuses say about them. */
import { isBlank } from './blank';
import { registrableDomain } from './domain';
import { lazyWords } from './lazy';
import { fold, trim } from '../../domain/facts/text';

export interface EmailAddress {
  /** As it is compared: lower case. */
  readonly address: string;
  /** Registrable domain, ASCII. */
  readonly domain: string;
}

/** First address of a cell (`Ann <ann@acme.com>`, `mailto:`, several), or undefined when it holds none. */
export function emailOf(text: string): EmailAddress | undefined {
  if (text.length > 2000 || !text.includes('@')) return undefined;
  for (const piece of text.split(/[\s,;|<>()"]+/)) {
    const bare = trim(piece)
      .replace(/^mailto:/i, '')
      .replace(/[.:]+$/, '');
    const match = /^([^@\s]{1,64})@([^@\s/]{3,253})$/.exec(bare);
    const domain = match === null ? undefined : registrableDomain(match[2] ?? '');
    if (match !== null && domain !== undefined && /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(match[1] ?? '')) {
      return { address: bare.toLowerCase(), domain };
    }
  }
  return undefined;
}

export type EmailStatus = 'verified' | 'notVerified' | 'unknown';

/** Words for an address that was tested and takes mail, over the vocabularies of the common tools. */
const VERIFIED = lazyWords(
  'verified|valid|deliverable|safe|safe to send|safe_to_send|ok|good|confirmed|verified email|email verified|valid email|accurate|yes|true|✓|verified valid|valid verified|nearly certain|a+|current|passed|success',
  '|',
);
/** Words for an address that was guessed, failed, or sits behind a server that takes everything. */
const NOT_VERIFIED = lazyWords(
  'guessed|unavailable|extrapolated|extrapolated email|user managed|update required|bounced|hard bounced|soft bounced|invalid|not valid|undeliverable|risky|riskier|catch all|catchall|catch-all|accept all|accept_all|acceptall|accept-all|' +
    'catch all unverified|unverified|not verified|pending|pending manual fulfillment|do not mail|do_not_mail|spamtrap|abuse|disposable|role|role based|webmail|unsubscribed|questionable|likely|probable|likely to engage|unknown status|unverifiable|timeout|' +
    'not found|no email|bad|dead|failed|rejected|error|blocked|no|false|new|full inbox|mailbox full|bare|not checked|unchecked|expired|outdated|low|medium|dangerous',
  '|',
);

/** What a status says; `unknown` for blank cells and words of no tool. Numbers are no status: their scale differs from tool to tool. */
export function emailStatus(text: string): EmailStatus {
  if (isBlank(text) || text.length > 60) return 'unknown';
  const word = fold(text).replace(/_/g, ' ').replace(/\s+/g, ' ');
  if (VERIFIED().has(word)) return 'verified';
  if (NOT_VERIFIED().has(word)) return 'notVerified';
  // `Valid (95)`, `verified - direct`: the first word decides once nothing contradicts it.
  if (/\b(?:not|un\w+|in\w+|guess\w*|catch|risk\w*|accept)\b/.test(word)) return 'notVerified';
  return /^(?:verified|valid|deliverable)\b/.test(word) ? 'verified' : 'unknown';
}

/** True when the status says the address was verified. */
export function isVerifiedStatus(text: string): boolean {
  return emailStatus(text) === 'verified';
}
