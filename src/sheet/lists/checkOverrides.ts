/** Overrides by a name that stands in several countries: no account has that name alone for its key, so each is reported with the keys that exist. */
import { fold } from '../../domain/facts/text';
import type { Grid } from '../grid';
import { planTableIn } from '../plan/planTable';
import { clipped, makeProblem, type Problem } from '../problem';
import { put } from './accountIdentity';

/** One problem for each row of Overrides whose key is the bare name of accounts keyed by name and country; `source` is the tab, if there is one. */
export function checkOverrides(
  source: { readonly tab: string; readonly grid: Grid } | undefined,
  accountKeys: readonly string[],
): readonly Problem[] {
  if (source === undefined) return [];
  const rows = planTableIn('overrides', source).rows.filter((row) => row.text('Account key') !== '');
  if (rows.length === 0) return [];
  const known = new Set(accountKeys);
  const keysByName = new Map<string, string[]>();
  for (const key of known) put(keysByName, NAME_AND_COUNTRY.exec(key)?.[1], key);
  return rows.flatMap((row) => {
    const key = row.text('Account key');
    const keys = keysByName.get(fold(key)) ?? [];
    if (keys.length < 2 || known.has(key)) return [];
    const listed = keys.slice(0, 4).map((one) => `"${clipped(one)}"`);
    return [
      makeProblem({
        severity: 'problem',
        code: 'OVERRIDE_OF_NAME_IN_TWO_COUNTRIES',
        at: row.at('Account key'),
        found: key,
        message: `${keys.length} accounts of this name stand in different countries, so this override applies to none of them.`,
        fix: `Write the key of the one that is meant: ${listed.join(' or ')}${keys.length > 4 ? ' …' : ''}.`,
      }),
    ];
  });
}

/** As accounts are keyed where a name stands in two countries: `bolt · EE`. */
const NAME_AND_COUNTRY = /^(.+) · [A-Z]{2}$/s;
