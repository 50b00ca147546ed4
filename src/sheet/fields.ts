/** Canonical fields of account lists and contact lists, each with the kind of cell it holds. */

/** Kind of a column's cells; it decides which readings a fact offers. */
export type FieldKind =
  | 'text'
  /** Account names: a dash or the word None may be a name, so only white space and errors are blank. */
  | 'name'
  /** Identifiers: compared as text, never as numbers; blank as names are. */
  | 'id'
  | 'number'
  | 'money'
  | 'date'
  /** A year or a date; compares as a year and as a day. */
  | 'year'
  | 'country'
  | 'state'
  | 'list'
  | 'domain'
  | 'email'
  | 'truth';

export type ListName = 'accounts' | 'contacts';

/** Fields of an account. */
export const ACCOUNT_FIELDS = {
  'Account ID': 'id',
  'Account name': 'name',
  Domain: 'domain',
  Industry: 'text',
  Employees: 'number',
  'Annual revenue': 'money',
  Country: 'country',
  State: 'state',
  City: 'text',
  Founded: 'year',
  Technologies: 'list',
  Keywords: 'list',
  Funding: 'money',
  'Funding stage': 'text',
  'Last funding date': 'date',
  'Headcount growth': 'number',
  'Open roles': 'number',
  'Website visits': 'number',
  'Account status': 'text',
  'Last contacted': 'date',
  'Account owner': 'text',
  'Verified emails': 'text',
} as const satisfies Readonly<Record<string, FieldKind>>;
export type AccountField = keyof typeof ACCOUNT_FIELDS;

/** Fields of a contact; the last three name the account it belongs to. */
export const CONTACT_FIELDS = {
  'Contact ID': 'id',
  'First name': 'name',
  'Last name': 'name',
  'Full name': 'name',
  Title: 'text',
  Seniority: 'text',
  Department: 'text',
  Role: 'text',
  Email: 'email',
  'Email status': 'text',
  Phone: 'text',
  'Account ID': 'id',
  'Account name': 'name',
  Domain: 'domain',
} as const satisfies Readonly<Record<string, FieldKind>>;
export type ContactField = keyof typeof CONTACT_FIELDS;

export type Field = AccountField | ContactField;

/** Names of a list's fields, in the order they are shown. */
export function fieldsOf(list: ListName): readonly Field[] {
  return list === 'accounts' ? (Object.keys(ACCOUNT_FIELDS) as AccountField[]) : (Object.keys(CONTACT_FIELDS) as ContactField[]);
}

/** Kind of a field of a list, or undefined when the list has no such field. */
export function kindOf(list: ListName, field: string): FieldKind | undefined {
  return kinds(list).get(field);
}

/** The canonical spelling of a field's name, compared trimmed and case-folded; undefined when it is none. */
export function fieldNamed(list: ListName, name: string): Field | undefined {
  const wanted = name.trim().toLowerCase();
  return fieldsOf(list).find((field) => field.toLowerCase() === wanted);
}

function kinds(list: ListName): ReadonlyMap<string, FieldKind> {
  return new Map(Object.entries(list === 'accounts' ? ACCOUNT_FIELDS : CONTACT_FIELDS));
}
