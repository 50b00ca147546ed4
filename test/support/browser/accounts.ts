/** Lists for the browser tests: made-up accounts, and names that try to be more than names. */

export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(2)</script>',
  '__proto__',
  '${alert(3)}',
  '=HYPERLINK("x")',
  '‮gpj.exe',
];

/** A CSV of accounts with industry, size and country; the first ones marked as customers where asked. */
export function accountsCsv(count: number, withCustomers = true): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const isFit = index % 4 === 0;
    const name = index < HOSTILE.length ? `"${(HOSTILE[index] ?? '').replace(/"/g, '""')}"` : `Sample ${index}`;
    return [
      name,
      `sample${index}.example`,
      isFit ? 'Software' : ['Retail', 'Logistics', 'Health'][index % 3],
      isFit ? 80 + (index % 200) : 2000 + index,
      isFit ? 'Germany' : 'France',
      withCustomers && index % 8 === 0 ? 'Customer' : '',
      index % 2 === 0 ? 'yes' : '',
    ].join(',');
  });
  return ['Account name,Domain,Industry,Employees,Country,Account status,Verified emails', ...rows].join('\n') + '\n';
}
