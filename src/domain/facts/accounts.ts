/** The lists a plan is compared with: accounts as columns of facts, contacts as rows joined to them. Pure. */
import type { Attribute } from './fact';

/** Accounts in the list's order; rows that cannot be read as an account are not among them. */
export interface Accounts {
  readonly size: number;
  /** Account key of each: ID, else registrable domain, else folded name (`bolt · EE` where it stands in two countries), else `row 17`. */
  readonly keys: readonly string[];
  /** True for each account after the first of its key and name. */
  readonly isDuplicate: readonly boolean[];
  /** The column a field stands for: the team's mapping, else an exact header, else a recognized one; undefined when the list has none. */
  attribute(field: string): Attribute | undefined;
}

/** What is known of one contact that belongs to an account of the list. */
export interface Contact {
  /** Index of its account. */
  readonly account: number;
  /** Place in the contacts' list; where its account stands on several rows, the person is here once for each. */
  readonly person: number;
  readonly name: string;
  readonly title: string;
  /** '' when blank. */
  readonly email: string;
  readonly phone: string;
  /** An address with a status that means verified, valid or deliverable. */
  readonly isVerified: boolean;
}

export interface Contacts {
  readonly all: readonly Contact[];
  /** Contacts that belong to no account of the list. */
  readonly unmatched: number;
}

/** Everything a run reads, as one value. `verifiedEmails` of the accounts tab serves where there are no contacts. */
export interface Lists {
  readonly accounts: Accounts;
  readonly contacts: Contacts | undefined;
}
