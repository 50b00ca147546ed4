/** Settings that name accounts or columns, compared with the list: a name that nobody has is reported, the run goes on. */
import type { Accounts } from '../../domain/facts/accounts';
import { counted } from '../../domain/facts/figure';
import { fold } from '../../domain/facts/text';
import { SETTINGS, type Settings } from '../../domain/rules/settings';
import { addressText, type Titles } from '../address';
import { planTableOf, type PlanGrid } from '../plan/planTable';
import { makeProblem, type Problem } from '../problem';
import { missingColumn } from './checkFields';

/** One problem for best customers that are not listed, one for a size field without a column; `source` is the tab of settings, if there is one. */
export function checkSettings(
  { bestCustomers, sizeField }: Pick<Settings, 'bestCustomers' | 'sizeField'>,
  source: PlanGrid | undefined,
  accounts: Accounts,
  { accountsTab, headers }: { readonly accountsTab: string; readonly headers: readonly string[] },
  titles?: Titles,
): readonly Problem[] {
  const rows = source === undefined ? [] : planTableOf('settings', source).rows;
  const cellOf = (name: string): string => {
    const at = rows.find((row) => fold(row.text('Setting')) === fold(name))?.at('Value');
    return at === undefined ? '' : addressText(at, titles);
  };
  const strangers = notListed(bestCustomers, accounts);
  const { why, fix } = missingColumn(sizeField ?? '', accountsTab, headers);
  return [
    ...(strangers.length === 0 ? [] : [strangersProblem(strangers, bestCustomers.length, cellOf(SETTINGS.bestCustomers.name))]),
    ...(sizeField === undefined || accounts.attribute(sizeField) !== undefined
      ? []
      : [
          makeProblem({
            severity: 'problem',
            code: 'SIZE_FIELD_WITHOUT_COLUMN',
            at: cellOf(SETTINGS.sizeField.name),
            found: sizeField,
            message: `Equals are ranked by no size: ${why}`,
            fix,
          }),
        ]),
  ];
}

function strangersProblem(strangers: readonly string[], named: number, at: string): Problem {
  const listed = strangers.slice(0, 3).join(', ') + (strangers.length > 3 ? ' …' : '');
  return makeProblem({
    severity: 'problem',
    code: 'BEST_CUSTOMER_NOT_LISTED',
    at,
    found: strangers.join('; '),
    message: `${strangers.length} of ${counted(named, 'best customer')} not in the list: ${listed}.`,
    fix: 'Write names or account keys as the list has them, separated by semicolons.',
    count: strangers.length,
  });
}

function notListed(named: readonly string[], accounts: Accounts): readonly string[] {
  if (named.length === 0) return [];
  const keys = new Set(accounts.keys);
  const names = new Set(accounts.attribute('Account name')?.facts.map(({ text }) => text));
  return named.filter((name) => !keys.has(name) && !keys.has(fold(name)) && !names.has(fold(name)));
}
