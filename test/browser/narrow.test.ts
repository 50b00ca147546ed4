/** Little room and little data: a window of which the sidebar takes a third and more, and a list of one account. */
import { button, eachOnAPage, heading, openBook, openSidebar, page } from '../support/browser/harness';

eachOnAPage({ limit: 60_000 });

test('in a narrow window the spreadsheet gives way to the sidebar', async () => {
  for (const width of [1024, 800]) {
    await page.setViewportSize({ width, height: 700 });
    const sidebar = await openSidebar(page);
    await button(sidebar, 'What if').click();
    await heading(sidebar, 'What if');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.getByRole('button', { name: 'Close sidebar' }).click();
  }
});

test('a list of one account is told in the singular on every view', async () => {
  await openBook(page, 'One.csv', 'Company,Domain,Industry,Employees\nAcme,acme.com,Software,120\n');
  const sidebar = await openSidebar(page);
  await sidebar.getByText('1 account, 4 columns recognised.').waitFor();
  await sidebar.getByLabel('I can tell by').selectOption('pick');
  await sidebar.getByLabel(/^Software/).check();
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await button(sidebar, 'Plan').click();
  await sidebar.getByText('1 account', { exact: true }).waitFor();
  await sidebar.getByText('1 rule', { exact: true }).waitFor();
  await button(sidebar, /Market/).click();
  await sidebar.getByText('ICP: 1 account, 100% of the accounts in the market.').waitFor();
});
