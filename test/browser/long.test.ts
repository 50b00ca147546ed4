/** Long work: imports and runs in steps are shown, stopped, left and gone on with; lists too long for the page are counted on a sample. */
import type { FrameLocator } from 'playwright-core';
import { accountsCsv } from '../support/browser/accounts';
import { button, eachOnAPage, fileOf, meddle, openBook, openSidebar, page, shoot, tabsOf } from '../support/browser/harness';

eachOnAPage({ limit: 400_000, patience: 90_000 });

const reopened = async (): Promise<FrameLocator> => {
  await page.getByRole('button', { name: 'Close sidebar' }).click();
  return openSidebar(page);
};

test('an import that is stopped, and then left, is told of and gone on with', async () => {
  await openBook(page, 'Empty.csv', 'Nothing\n');
  let sidebar = await openSidebar(page);
  await meddle(sidebar, "if (kind === 'csvImport') setTimeout(function () { send(succeed); }, 1500); else send(succeed);");
  await button(sidebar, 'Import a CSV file').click();
  const file = fileOf('export.csv', accountsCsv(9000));
  await sidebar.getByLabel('CSV file').setInputFiles(file);
  await button(sidebar, 'Import 9,000 rows').click();
  await sidebar.getByText('Importing export: 2,000 of 9,001').waitFor();
  await shoot(page, '50-importing');
  await button(sidebar, 'Cancel').click();
  await sidebar.getByText(/The import of export stopped: 4,000 of 9,001 rows are in the tab export\./).waitFor();
  await shoot(page, '51-import-stopped');
  await button(sidebar, 'Go on from row 4,001').click();
  await sidebar.getByText('Importing export: 6,000 of 9,001').waitFor();
  sidebar = await reopened();
  await sidebar.getByText(/The import of export stopped: (6|8),000 of 9,001 rows are in the tab export\./).waitFor();
  await shoot(page, '52-import-left');
  await button(sidebar, 'Go on with it').click();
  await sidebar.getByLabel('CSV file').setInputFiles(fileOf('other.csv', accountsCsv(50)));
  await button(sidebar, 'Import 50 rows').waitFor();
  await sidebar.getByLabel('CSV file').setInputFiles(file);
  await button(sidebar, /^Go on from row (6|8),001$/).click();
  await sidebar.getByText('9,000 accounts, 7 columns recognised.').waitFor();
  expect((await tabsOf(page)).filter((title) => title.startsWith('export'))).toEqual(['export']);
  expect(await sidebar.getByText(/The import of/).count()).toBe(0);
});

test('what a stopped import left can be kept', async () => {
  await openBook(page, 'Empty.csv', 'Nothing\n');
  const sidebar = await openSidebar(page);
  await meddle(sidebar, "if (kind === 'csvImport') setTimeout(function () { send(succeed); }, 800); else send(succeed);");
  await button(sidebar, 'Import a CSV file').click();
  await sidebar.getByLabel('CSV file').setInputFiles(fileOf('list.csv', accountsCsv(4500)));
  await button(sidebar, 'Import 4,500 rows').click();
  await button(sidebar, 'Cancel').click();
  await button(sidebar, 'Keep what is there').click();
  await sidebar.getByText(/The import of/).waitFor({ state: 'detached' });
  const again = await reopened();
  await again.getByText('1,999 accounts, 7 columns recognised.').waitFor();
  expect(await again.getByText(/The import of/).count()).toBe(0);
});

test('a list above 20,000 rows is planned in steps, with a bar, counts and Cancel; after closing it goes on', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(20_400));
  let sidebar = await openSidebar(page);
  await meddle(sidebar, "if (kind === 'planStep') setTimeout(function () { send(succeed); }, 2500); else send(succeed);");
  await button(sidebar, 'Show my tiers').click();
  const bar = sidebar.getByText(/^Writing the result tabs: 0 of 20,400$/);
  await bar.waitFor();
  await shoot(page, '53-steps');
  expect(Number(await sidebar.locator('progress').getAttribute('max'))).toBe(20_400);
  await button(sidebar, 'Cancel').click();
  await sidebar.getByText('Stopped at 20,000 of 20,400 rows.').waitFor();
  await sidebar
    .getByText('The last run stopped half way, so the result tabs are not complete. Update the results again.')
    .waitFor();
  await shoot(page, '54-steps-stopped');
  await button(sidebar, 'Update results').click();
  await sidebar.getByText('Writing the result tabs: 20,000 of 20,400').waitFor();
  sidebar = await reopened();
  await sidebar.getByText('The last run stopped after 20,000 rows. Update the results again: it goes on from there.').waitFor();
  await shoot(page, '55-steps-left');
  await button(sidebar, 'Update results').click();
  await sidebar.getByText(/Written: Summary/).waitFor({ timeout: 200_000 });
});

test('above 50,000 accounts every view says that its counts are of a sample', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(50_300));
  const sidebar = await openSidebar(page);
  const label = sidebar.getByText('Counts are of a sample: 50,000 of 50,300 accounts, the same at every look. A run counts all.');
  await label.waitFor();
  await button(sidebar, 'Skip the questions').click();
  for (const name of ['Explain', 'What if', 'Take along', 'Plan']) {
    await button(sidebar, name).click();
    await label.waitFor();
  }
  await shoot(page, '56-sample');
});
