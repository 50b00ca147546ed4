/** Sample data in one click: made-up accounts, the same every time, named so that nobody takes them for companies. */
import { csvFile, type CsvFile, type CsvRows } from './csvFile';

const ACCOUNTS = 120;

/** The sample on its way into a tab. */
export function sampleFile(): CsvFile {
  return csvFile('Sample accounts', sampleRows());
}

/** Header and 120 accounts at `.example` addresses. */
export function sampleRows(): CsvRows {
  let seed = 20_251_121;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const pick = <T>(items: readonly T[], fallback: T): T => items[next(items.length)] ?? fallback;
  const rows = Array.from({ length: ACCOUNTS }, (_, index): (string | number)[] => {
    const number = String(index + 1).padStart(3, '0');
    const industry = pick(
      ['Software', 'Software', 'Fintech', 'Fintech', 'Retail', 'Logistics', 'Health', 'Manufacturing'],
      'Retail',
    );
    const isFit = (industry === 'Software' || industry === 'Fintech') && next(10) < 6;
    return [
      `Sample Account ${number}`,
      `sample${number}.example`,
      industry,
      next(12) === 0 ? '' : isFit ? 60 + next(400) : 5 + next(3000),
      pick(['Germany', 'Austria', 'United States', 'United States', 'United Kingdom', 'France'], 'Germany'),
      next(6) === 0 ? '' : `$${1 + next(isFit ? 60 : 200)}M`,
      next(3) === 0 ? next(9) : '',
      isFit && next(3) > 0 ? 'Customer' : next(20) === 0 ? 'Open deal' : '',
      next(4) > 0 ? 'yes' : '',
    ];
  });
  const header = [
    'Account name',
    'Domain',
    'Industry',
    'Employees',
    'Country',
    'Annual revenue',
    'Open roles',
    'Account status',
    'Verified emails',
  ];
  return [header, ...rows];
}
