/** Overrides that apply to nobody, or stand without a reason: each row is reported with what to write instead. */
import { fold } from '../../domain/facts/text';
import { addressText, type Titles } from '../address';
import { planTableOf, type PlanGrid, type PlanTableRow } from '../plan/planTable';
import { OVERRIDE_BY_RULE } from '../plan/readSegments';
import { clipped, makeProblem, type Problem } from '../problem';
import { put } from './grouping';

/** One problem for each row of Overrides whose key no account has, and for each without a reason; `source` is the tab, if there is one. */
export function checkOverrides(
  source: PlanGrid | undefined,
  accountKeys: readonly string[],
  titles?: Titles,
): readonly Problem[] {
  if (source === undefined) return [];
  const rows = planTableOf('overrides', source).rows.filter((row) => row.text('Account key') !== '');
  if (rows.length === 0) return [];
  const known = new Set(accountKeys);
  const keysByName = new Map<string, string[]>();
  const keyByFold = new Map([...known].map((key) => [fold(key), key]));
  for (const key of known) put(keysByName, NAME_AND_COUNTRY.exec(key)?.[1], key);
  return rows.flatMap((row) => {
    const key = row.text('Account key');
    const isApplied = OVERRIDE_BY_RULE.test(key) || known.has(key);
    if (isApplied) return row.text('Reason') === '' ? [withoutReason(row, key, titles)] : [];
    const keys = keysByName.get(fold(key)) ?? [];
    return [keys.length > 1 ? inTwoCountries(row, key, keys, titles) : notListed(row, key, keyByFold.get(fold(key)), titles)];
  });
}

/** As accounts are keyed where a name stands in two countries: `bolt · EE`. */
const NAME_AND_COUNTRY = /^(.+) · [A-Z]{2}$/s;

function inTwoCountries(row: PlanTableRow, key: string, keys: readonly string[], titles?: Titles): Problem {
  const listed = keys.slice(0, 4).map((one) => `"${clipped(one)}"`);
  return makeProblem({
    severity: 'problem',
    code: 'OVERRIDE_OF_NAME_IN_TWO_COUNTRIES',
    at: addressText(row.at('Account key'), titles),
    found: key,
    message: `${keys.length} accounts of this name stand in different countries, so this override applies to none of them.`,
    fix: `Write the key of the one that is meant: ${listed.join(' or ')}${keys.length > 4 ? ' …' : ''}.`,
  });
}

function notListed(row: PlanTableRow, key: string, meant: string | undefined, titles?: Titles): Problem {
  return makeProblem({
    severity: 'problem',
    code: 'OVERRIDE_NOT_LISTED',
    at: addressText(row.at('Account key'), titles),
    found: key,
    message: `No account has the key "${clipped(key)}", so this override applies to none.`,
    fix: meant === undefined ? 'Copy the Account key from Scores, or delete the row.' : `Did you mean "${clipped(meant)}"?`,
  });
}

function withoutReason(row: PlanTableRow, key: string, titles?: Titles): Problem {
  return makeProblem({
    severity: 'problem',
    code: 'OVERRIDE_WITHOUT_REASON',
    at: addressText(row.at('Reason'), titles),
    found: key,
    message: `The override of "${clipped(key)}" gives no reason.`,
    fix: 'Write why in the column Reason.',
  });
}
