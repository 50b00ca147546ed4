/** The `Scores` tab: a rep's work list, one row an account, best first. */
import { joined } from '../../domain/facts/text';
import { wantedPhrases } from '../../domain/people/buyerRoles';
import type { Contact } from '../../domain/facts/accounts';
import { explainAccount } from '../../domain/explain/explain';
import { missingFields } from '../../domain/explain/missing';
import { tierName } from '../../domain/score/tier';
import { tierReason } from '../../domain/explain/tierReason';
import { bestContacts } from '../../domain/explain/bestContacts';
import { ACCOUNT_STATUSES } from '../../domain/segments/availability';
import type { Segment } from '../../domain/rules/plan';
import type { Run } from '../run/run';
import { workOf } from '../run/work';
import { COUNT, SCORE, SHARE, TEXT, cellColumn, cellsOf, numberCell, type Block, type CellColumn } from '../ownTabs/block';
import { ROW_HASHES } from '../ownTabs/rowHash';
import { factHeaders, factsAsked, shownFact } from './scoresFacts';

/** A longer list is written in parts, each of its own rows. */
const MOST_IN_ORDER = 20_000;

/** A row an account, in work order; above 20,000 accounts in the list's order, Rank carrying the work order. */
export function renderScores(run: Run): Block {
  const { runResult } = run;
  const { order, recent, month } = workOf(run);
  const columns = scoresColumns({ run, ranks: order.ranks, recent, month, contacts: contactsOf(run) });
  const { size } = runResult.lists.accounts;
  const rows = size > MOST_IN_ORDER ? Array.from({ length: size }, (_, account) => account) : order.accounts;
  return { kind: 'scores', columns, rows: cellsOf(columns, rows), frozenColumns: 2 };
}

interface Context {
  readonly run: Run;
  readonly ranks: Int32Array;
  readonly recent: Uint8Array;
  readonly month: ReadonlySet<number>;
  readonly contacts: readonly (Contact | undefined)[];
}

/** The columns, in an order that never changes; a row is the index of an account. */
function scoresColumns({ run, ranks, recent, month, contacts }: Context): readonly CellColumn<number>[] {
  const { runResult, plan } = run;
  const { scores, lists, segmentation, profile, tiering, availability } = runResult;
  const of = cellColumn<number>;
  const score = (header: string, values: Float64Array, note: string): CellColumn<number> =>
    of(header, SCORE, 65, note, (account) => numberCell(values[account]));
  const segmentOf = (account: number): Segment | undefined => segmentation.segments[segmentation.assigned[account] ?? -1];
  const first = [
    of('Rank', COUNT, 50, 'By tier, then who is available, signal, reach, fit, known and size; equals share one.', (account) =>
      numberCell(ranks[account]),
    ),
    of('Account', TEXT, 280, 'As in the accounts tab.', (account) => shownFact(run, 'Account name', account)),
  ];
  const others = [
    of('Tier', TEXT, 80, 'Tier 1 to 4, Needs data or Excluded.', (account) => tierName(tiering.final[account])),
    score('Fit', scores.fit, 'Firmographic and technographic rules: weight met ÷ weight known, 0–100.'),
    score('Signal', scores.signal, 'The same over behavioral and situational rules.'),
    of(
      'Grid',
      TEXT,
      50,
      'Fit by its cut, 1 to 4, and signal: A high, B medium, C low, D none.',
      (account) => run.grid?.label(account) ?? '',
    ),
    of('Why', TEXT, 380, 'Tier and score, rule by rule, and the smallest change that reaches the next tier.', (account) =>
      explainAccount(runResult, account),
    ),
    of('Missing', TEXT, 180, 'Facts worth finding out, the heaviest first.', (account) =>
      missingFields(profile, account).join(', '),
    ),
    of('Segment', TEXT, 170, 'Where it is assigned.', (account) => segmentOf(account)?.name ?? ''),
    of('Best contact', TEXT, 260, 'A verified contact, in a wanted role where there is one.', (account) =>
      contactText(contacts[account]),
    ),
    of(
      'Owner',
      TEXT,
      110,
      'Owner in the accounts tab, else of the segment.',
      (account) => shownFact(run, 'Account owner', account) || (segmentOf(account)?.owner ?? ''),
    ),
    of('Status', TEXT, 100, 'What keeps the account off the list now; contacted means within the last month.', (account) =>
      statusOf(availability.status[account], recent[account] === 1),
    ),
    of('This month', TEXT, 80, 'Yes for those to work this month, by the setting Accounts per month.', (account) =>
      month.has(account) ? 'Yes' : plan.settings.accountsPerMonth === undefined ? '' : 'No',
    ),
    of('Offer angle', TEXT, 200, 'Offer of that segment.', (account) => segmentOf(account)?.offerAngle ?? ''),
    of('Domain', TEXT, 140, 'As in the accounts tab.', (account) => shownFact(run, 'Domain', account)),
    of('Known', SHARE, 65, 'Share of the weight behind the tier that is known.', (account) => numberCell(scores.known[account])),
    score('Low', scores.low, 'The score if no missing fact matched.'),
    score('High', scores.high, 'The score if every missing fact matched.'),
    of('Tier reason', TEXT, 360, 'Why this tier.', (account) => tierReason(runResult, account)),
    of(
      'Account key',
      TEXT,
      150,
      'ID, else domain, else name: what Overrides refers to.',
      (account) => lists.accounts.keys[account] ?? '',
    ),
  ];
  const facts = factColumns(
    run,
    [...first, ...others, { header: ROW_HASHES }].map(({ header }) => header),
  );
  return [...first, ...facts, ...others];
}

function statusOf(status = 0, isRecent: boolean): string {
  const word = ACCOUNT_STATUSES[status] ?? '';
  return word === '' && isRecent ? 'Contacted' : word;
}

/** The facts that rules ask about, as typed in the accounts tab. */
function factColumns(run: Run, taken: readonly string[]): readonly CellColumn<number>[] {
  const fields = factsAsked(run.plan, run.read.lists.accounts);
  return factHeaders(fields, taken).map((header, position) => ({
    ...cellColumn<number>(header, TEXT, 100, 'A fact that a rule asks about, as in the accounts tab.', (account) => {
      const field = fields[position];
      return field === undefined ? '' : shownFact(run, field, account);
    }),
    isFact: true,
  }));
}

function contactsOf({ book, runResult, plan }: Run): readonly (Contact | undefined)[] {
  if (book === null) return [];
  const phrases = runResult.segmentation.segments.map(({ buyerRoles }) => wantedPhrases(buyerRoles, plan.personas));
  return bestContacts(book, (account) => phrases[runResult.segmentation.assigned[account] ?? -1] ?? []);
}

function contactText(contact: Contact | undefined): string {
  return contact === undefined ? '' : joined([contact.name, contact.title, contact.email], ', ');
}
