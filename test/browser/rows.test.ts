/** The row selected in the sheet is the account that is explained. */
import type { FrameLocator } from 'playwright-core';
import { accountsCsv } from '../support/browser/accounts';
import { button, eachOnAPage, openBook, openSidebar, page, selectCell, shoot, tabsOf } from '../support/browser/harness';

eachOnAPage({ limit: 120_000 });

const card = (sidebar: FrameLocator, name: string) => sidebar.getByRole('heading', { level: 2, name, exact: true }).waitFor();

const explained = async (): Promise<FrameLocator> => {
  await openBook(page, 'Accounts.csv', accountsCsv(240));
  const sidebar = await openSidebar(page);
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await button(sidebar, 'Explain').click();
  return sidebar;
};

test('a row of the accounts tab and a row of Scores lead to their accounts; the focus of a wide selection counts', async () => {
  const sidebar = await explained();
  await selectCell(page, 'Accounts', 12, 2);
  await button(sidebar, 'Explain the selected row').click();
  await card(sidebar, 'Sample 10');
  await sidebar.getByText('Row 12 of Accounts.').waitFor();
  await shoot(page, '40-row');
  await page.keyboard.press('Shift+Tab');
  await selectCell(page, 'Accounts', 20);
  await page.keyboard.press('Shift+ArrowDown');
  await button(sidebar, 'Explain the selected row').click();
  await card(sidebar, 'Sample 18');
  await selectCell(page, 'Scores', 5);
  await button(sidebar, 'Explain the selected row').click();
  await sidebar.getByText(/^Row \d+ of Accounts\.$/).waitFor();
  await sidebar.getByText('Tier 1', { exact: true }).waitFor();
});

test('a selection elsewhere is a sentence, and typing goes on as before', async () => {
  const sidebar = await explained();
  expect(await tabsOf(page)).toContain('Plan ICP');
  await selectCell(page, 'Plan ICP', 2);
  await button(sidebar, 'Explain the selected row').click();
  await sidebar.getByText('The selected cell is in Plan ICP. Select a row of Accounts or of Scores, and ask again.').waitFor();
  await shoot(page, '41-elsewhere');
  await selectCell(page, 'Scores', 2);
  await button(sidebar, 'Explain the selected row').click();
  await sidebar.getByText('Row 2 of Scores holds no account. Select a row below its headers.').waitFor();
  await selectCell(page, 'Accounts', 1);
  await button(sidebar, 'Explain the selected row').click();
  await sidebar.getByText('Row 1 of Accounts holds no account.').waitFor();
  await sidebar.getByLabel('Account, domain or sheet row').fill('sample12.example');
  await card(sidebar, 'Sample 12');
  expect(await sidebar.getByRole('alert').count()).toBe(0);
});

test('rows that moved since the page opened are still the ones explained', async () => {
  const sidebar = await explained();
  await selectCell(page, 'Accounts', 3);
  await page.getByRole('menuitem', { name: 'Insert', exact: true }).click();
  await page
    .getByRole('menuitem', { name: /^Insert row/ })
    .first()
    .hover();
  await page.getByRole('menuitem', { name: 'Row above', exact: true }).click();
  await selectCell(page, 'Accounts', 13);
  await button(sidebar, 'Explain the selected row').click();
  await card(sidebar, 'Sample 10');
});

test('an account tells its closed months', async () => {
  const sidebar = await explained();
  await selectCell(page, 'Accounts', 12, 2);
  await button(sidebar, 'Explain the selected row').click();
  await card(sidebar, 'Sample 10');
  await button(sidebar, 'Show its closed months').click();
  await sidebar.getByText('No month is closed yet: close one, and the history begins.').waitFor();
  for (const name of ['Extensions', 'Segment Planner', 'Close this month'])
    await page.getByRole('menuitem', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  expect(await tabsOf(page)).toContain('Review');
  await sidebar.getByLabel('Account, domain or sheet row').fill('sample12.example');
  await card(sidebar, 'Sample 12');
  await button(sidebar, 'Show its closed months').click();
  await sidebar.getByText('First closed month.').waitFor();
  await shoot(page, '42-history');
});
