/** SEGMENT_COVERAGE: the share of each segment's accounts that can be written to. */
import { shareIn, verifiedAccounts } from '../domain/people/coverage';
import type { Accounts } from '../domain/facts/accounts';
import { availabilityOf } from '../domain/segments/availability';
import { fold } from '../domain/facts/text';
import { textOfCell } from '../sheet/plan/planTable';
import type { Arguments } from './arguments/arguments';
import type { FormulaBody } from './formula';
import { segmentArguments } from './arguments/segmentArguments';

const VERIFIED = 'Verified emails';

/** A share of 0–1 a segment, over its accounts that are no customers or open deals; '' for a segment without such accounts. */
export const segmentCoverage: FormulaBody = (given) => {
  const { read, segmentation } = segmentArguments(given);
  const mask = maskOf(given, read.lists.accounts);
  const { available } = availabilityOf(read.lists.accounts, []);
  const rows = segmentation.segments.map(({ name }, index) => {
    const open = available.map((isOpen, account) => isOpen & (segmentation.matches[index]?.[account] ?? 0));
    return [name, shareIn(open, mask) ?? ''];
  });
  return [['Segment', 'Coverage'], ...rows];
};

function maskOf(given: Arguments, accounts: Accounts): Uint8Array {
  const field = textOfCell(given.cell('field', 'a header') ?? '') || VERIFIED;
  const mask = fold(field) === fold(VERIFIED) ? verifiedAccounts(accounts, null) : knownMask(accounts, field);
  return mask ?? given.fail('field', `"${field}", which is no column of accounts`, 'Give one of its headers.');
}

function knownMask(accounts: Accounts, field: string): Uint8Array | null {
  const attribute = accounts.attribute(field);
  if (attribute === undefined) return null;
  const isKnown = attribute.facts.map((fact) => (fact.isBlank ? 0 : 1));
  return Uint8Array.from(attribute.codes, (code) => isKnown[code] ?? 0);
}
