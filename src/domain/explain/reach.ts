/** Reach: how well an account can be written to, by the contacts it has and the roles that are wanted of it. Pure. */
import { wantedPhrases } from '../people/buyerRoles';
import type { ContactBook } from '../people/contactBook';
import { reachableAccounts, verifiedAccounts } from '../people/coverage';
import type { AccountResults } from '../segments/run';

/** Levels, the best first. */
const WANTED_ROLE = 0;
const VERIFIED = 1;
export const UNVERIFIED = 2;
const UNKNOWN_REACH = 3;

export interface Reach {
  /** Level of each account: 0 a verified contact in a wanted role, 1 any verified contact, 2 contacts but none verified, 3 nothing known. */
  readonly levels: Uint8Array;
  /** Whether any role is wanted of the account: by its segment, else by a persona. */
  wantsRole(account: number): boolean;
}

/**
 * The roles are those of the account's segment, and any persona's where it has no segment, or one without roles. Without contacts the
 * column `Verified emails` tells who is verified; who is not is then unknown.
 */
export function reachOf({ lists, segmentation, plan }: AccountResults, book: ContactBook | null): Reach {
  const levels = new Uint8Array(lists.accounts.size).fill(UNKNOWN_REACH);
  for (const { account } of book?.contacts ?? []) levels[account] = UNVERIFIED;
  verifiedAccounts(lists.accounts, book)?.forEach((isVerified, account) => {
    if (isVerified === 1) levels[account] = VERIFIED;
  });
  const ofPersonas = plan.personas.flatMap(({ titles }) => titles);
  const bySegment = segmentation.segments.map(({ buyerRoles }) => {
    const wanted = wantedPhrases(buyerRoles, plan.personas);
    return wanted.length === 0 ? ofPersonas : wanted;
  });
  const holders = [...bySegment, ofPersonas].map((phrases) => reachableAccounts(book, phrases));
  const groupOf = (account: number): number => {
    const segment = segmentation.assigned[account] ?? -1;
    return segment < 0 ? bySegment.length : segment;
  };
  levels.forEach((_, account) => {
    if (holders[groupOf(account)]?.[account] === 1) levels[account] = WANTED_ROLE;
  });
  return { levels, wantsRole: (account) => ([...bySegment, ofPersonas][groupOf(account)] ?? []).length > 0 };
}
