/** Who a row is: its ID, domain and name, and which of them identify nobody. */
import { fold } from '../../domain/facts/text';
import { isBlank, isBlankIdentity } from '../parse/blank';
import { accountDomain } from '../parse/domain';
import { textOfCell } from '../plan/planTable';
import type { AccountColumns } from './accountColumns';
import { partedName } from './accountNames';
import { put } from './grouping';

/** What a row says of who it is. */
export interface Identity {
  /** IDs keep their case. */
  readonly id: string | undefined;
  /** An ID of which only the rounded number is left. */
  readonly cutId: string | undefined;
  readonly domain: string | undefined;
  /** Folded. */
  readonly name: string | undefined;
  readonly shownName: string;
}

const CUT_ID = /^\d(?:[.,]\d+)?e\+\d{2,3}$/i;

/** Identity of a row of the table. */
export function identityOf(columns: AccountColumns, row: number): Identity {
  const id = columns.cell('Account ID', row);
  const domain = columns.cell('Domain', row);
  const name = columns.cell('Account name', row);
  const typedId = isBlankIdentity(id) ? undefined : textOfCell(id);
  const isCut = typedId !== undefined && CUT_ID.test(typedId);
  const shownName = isBlankIdentity(name) ? '' : textOfCell(name);
  return {
    id: isCut ? undefined : typedId,
    cutId: isCut ? typedId : undefined,
    domain: isBlank(domain) ? undefined : accountDomain(textOfCell(domain)),
    name: shownName === '' ? undefined : fold(shownName),
    shownName,
  };
}

/** So many names on one domain say that it belongs to none of them. */
const MANY_NAMES = 3;

/** Domains that three different names share, of rows without an ID: a directory's, a group's, a landlord's. */
export function domainsOfManyNames(identities: readonly Identity[]): ReadonlySet<string> {
  const names = new Map<string, string[]>();
  for (const { id, domain, name } of identities) if (id === undefined && name !== undefined) put(names, domain, name);
  const shared = [...names].filter(
    ([, all]) => all.length >= MANY_NAMES && new Set(all.map((name) => partedName(name).stem)).size >= MANY_NAMES,
  );
  return new Set(shared.map(([domain]) => domain));
}

/** Country of each row that goes by a name which stands in two known countries. */
export function countriesOfSharedNames(
  identities: readonly Identity[],
  shared: ReadonlySet<string>,
  countryAt: (row: number) => string | undefined,
): ReadonlyMap<number, string> {
  const rowsByName = new Map<string, number[]>();
  identities.forEach(({ id, domain, name }, row) => {
    if (id === undefined && (domain === undefined || shared.has(domain))) put(rowsByName, name, row);
  });
  const found = new Map<number, string>();
  for (const rows of rowsByName.values()) {
    if (rows.length < 2) continue;
    const countries = rows.flatMap((row) => {
      const country = countryAt(row);
      return country === undefined ? [] : [{ row, country }];
    });
    if (new Set(countries.map(({ country }) => country)).size < 2) continue;
    for (const { row, country } of countries) found.set(row, country);
  }
  return found;
}
