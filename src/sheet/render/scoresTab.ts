/** The `Scores` tab: a rep's work list, one row an account, best first. */
import { joined } from '../../domain/facts/text';
import { wantedPhrases } from '../../domain/people/buyerRoles';
import type { Contact } from '../../domain/facts/accounts';
import { explainAccount } from '../../domain/explain/explain';
import { missingFields } from '../../domain/explain/missing';
import { tierName } from '../../domain/score/tier';
import { tierReason } from '../../domain/explain/tierReason';
import { bestContacts, notNow, thisMonth, workOrder } from '../../domain/explain/workList';
import type { Cell } from '../grid';
import type { Run } from '../run/run';
import { COUNT, SCORE, SHARE, TEXT, column, numberCell, type Block } from '../ownTabs/block';

const COLUMNS = [
  column('Rank', COUNT, 50, 'By tier, then score, then account key.'),
  column('Account', TEXT, 190, 'As in the accounts tab.'),
  column('Domain', TEXT, 140, 'As in the accounts tab.'),
  column('Tier', TEXT, 80, 'Tier 1 to 4, Needs data or Excluded.'),
  column('Fit', SCORE, 65, 'Firmographic and technographic rules: weight met ÷ weight known, 0–100.'),
  column('Signal', SCORE, 65, 'The same over behavioral and situational rules.'),
  column('Known', SHARE, 65, 'Share of the weight behind the tier that is known.'),
  column('Why', TEXT, 460, 'Tier and score, rule by rule, and the smallest change that reaches the next tier.'),
  column('Missing', TEXT, 180, 'Facts worth finding out, the heaviest first.'),
  column('Segment', TEXT, 170, 'Where it is assigned.'),
  column('Offer angle', TEXT, 200, 'Offer of that segment.'),
  column('Owner', TEXT, 110, 'Owner in the accounts tab, else of the segment.'),
  column('Best contact', TEXT, 260, 'A verified contact, in a wanted role where there is one.'),
  column('Status', TEXT, 80, 'Not now: customer, open deal, or contacted within the last month.'),
  column('This month', TEXT, 80, 'Yes for the first of the list, by the setting Accounts per month.'),
  column('Account key', TEXT, 150, 'ID, else domain, else name: what Overrides refers to.'),
  column('Low', SCORE, 65, 'The score if no missing fact matched.'),
  column('High', SCORE, 65, 'The score if every missing fact matched.'),
  column('Tier reason', TEXT, 360, 'Why this tier.'),
];

/** A row an account, in work order; above 20,000 accounts in the list's order, Rank carrying the work order. */
export function renderScores(run: Run): Block {
  const order = workOrder(run.runResult);
  const off = notNow(run.runResult);
  const context: Context = { run, off, month: thisMonth(run.runResult, order, off), contacts: contactsOf(run) };
  return {
    kind: 'scores',
    columns: COLUMNS,
    rows: order.map((account, index) => rowOf(context, account, index + 1)),
    frozenColumns: 2,
  };
}

interface Context {
  readonly run: Run;
  readonly off: Uint8Array;
  readonly month: ReadonlySet<number>;
  readonly contacts: readonly (Contact | undefined)[];
}

function rowOf({ run, off, month, contacts }: Context, account: number, rank: number): readonly Cell[] {
  const { runResult, plan } = run;
  const { scores, lists } = runResult;
  const segment = runResult.segmentation.segments[runResult.segmentation.assigned[account] ?? -1];
  const owner = shown(run, 'Account owner', account);
  return [
    rank,
    shown(run, 'Account name', account),
    shown(run, 'Domain', account),
    tierName(runResult.tiering.final[account]),
    numberCell(scores.fit[account]),
    numberCell(scores.signal[account]),
    numberCell(scores.known[account]),
    explainAccount(runResult, account),
    missingFields(runResult.profile, account).join(', '),
    segment?.name ?? '',
    segment?.offerAngle ?? '',
    owner === '' ? (segment?.owner ?? '') : owner,
    contactText(contacts[account]),
    off[account] === 1 ? 'Not now' : '',
    month.has(account) ? 'Yes' : plan.settings.accountsPerMonth === undefined ? '' : 'No',
    lists.accounts.keys[account] ?? '',
    numberCell(scores.low[account]),
    numberCell(scores.high[account]),
    tierReason(runResult, account),
  ];
}

/** A field's cell as the team typed it; '' where it is blank or has no column. */
function shown({ read }: Run, field: string, account: number): string {
  const attribute = read.lists.accounts.attribute(field);
  const fact = attribute?.facts[attribute.codes[account] ?? -1];
  return fact === undefined || fact.isBlank ? '' : fact.shown;
}

function contactsOf({ book, runResult, plan }: Run): readonly (Contact | undefined)[] {
  if (book === null) return [];
  const phrases = runResult.segmentation.segments.map(({ buyerRoles }) => wantedPhrases(buyerRoles, plan.personas));
  return bestContacts(book, (account) => phrases[runResult.segmentation.assigned[account] ?? -1] ?? []);
}

function contactText(contact: Contact | undefined): string {
  return contact === undefined ? '' : joined([contact.name, contact.title, contact.email], ', ');
}
