/** The story at 300 px: first tiers in three answers, an import, a new segment, a what-if, an explanation; its other half is in sample.test.ts. */
import { accountsCsv } from '../support/browser/accounts';
import { button, eachOnAPage, fileOf, heading, openBook, openSidebar, page, shoot, tabsOf } from '../support/browser/harness';

eachOnAPage({ limit: 120_000 });

test('three answers lead to the first tiers', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(240));
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'First tiers in three answers');
  await shoot(page, '01-start');
  await sidebar.getByLabel('Average contract value').fill('12k');
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await shoot(page, '02-first-tiers');
  expect(await tabsOf(page)).toEqual(expect.arrayContaining(['Plan ICP', 'Summary', 'Scores']));
  await button(sidebar, 'Plan').click();
  await heading(sidebar, 'Your plan');
  expect(await sidebar.getByRole('row', { name: /^Tier 1/ }).textContent()).toMatch(/\d/);
});

test('best customers can be named, and what sets them apart is counted before anything is written', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(240, false));
  const sidebar = await openSidebar(page);
  await sidebar
    .getByLabel('Best customers, one a line')
    .fill('sample8.example\nSample 12\nhttps://www.sample16.example/about\nNobody');
  await sidebar.getByText('3 found in the list; three or more are enough. Not in the list: Nobody.').waitFor();
  await sidebar.getByText('3 of 3 customers').first().waitFor();
  await sidebar.getByText('Counted just now, not written yet.').waitFor();
  await sidebar.getByText('The rules keep 3 of your 3 customers in Tier 1 or 2.').waitFor();
  await shoot(page, '03-named');
  expect(await tabsOf(page)).toEqual(['Accounts']);
});

test('what is ideal is picked from the columns the list has, and four tiers come of it', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(240, false));
  const sidebar = await openSidebar(page);
  await sidebar.getByLabel('I can tell by').selectOption('pick');
  await sidebar.getByText('Choose a value or a range above.').waitFor();
  expect(await button(sidebar, 'Show my tiers').isDisabled()).toBe(true);
  await sidebar.getByLabel(/^Software/).check();
  await sidebar.locator('details', { hasText: 'Employees' }).locator('summary').click();
  await sidebar.getByLabel('Or type a range of Employees').fill('500-50');
  await sidebar.getByText(/^Employees: .* isn’t a range/).waitFor();
  await sidebar.getByLabel('Or type a range of Employees').fill('50-500');
  await sidebar.getByRole('list', { name: 'Rules that come of it' }).getByText('50 to 500').waitFor();
  await shoot(page, '04-picked');
  const counts = await sidebar.getByRole('row', { name: /^Tier [1-4]/ }).allTextContents();
  expect(counts.map((text) => Number(/(\d[\d,]*) (?:\d|<)/.exec(text)?.[1])).every((count) => count > 0)).toBe(true);
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
});

test('a starter plan speaks the words of the list, and says what it leaves out', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(240, false));
  const sidebar = await openSidebar(page);
  await sidebar.getByLabel('I can tell by').selectOption('starter');
  await sidebar.getByText('Left out: Technologies: the list has no such column.').waitFor();
  await shoot(page, '05-starter');
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  expect(await tabsOf(page)).toContain('Plan Personas');
});

test('answers and half a rule survive closing the sidebar, until they are saved', async () => {
  const reopened = async () => {
    // What is typed is kept a moment later.
    await page.waitForTimeout(1500);
    await page.getByRole('button', { name: 'Close sidebar' }).click();
    return openSidebar(page);
  };
  await openBook(page, 'Accounts.csv', accountsCsv(240));
  let sidebar = await openSidebar(page);
  await sidebar.getByLabel('I can tell by').selectOption('names');
  await sidebar.getByLabel('Best customers, one a line').fill('sample8.example\nSample 12\nsample16.example');
  await sidebar.getByLabel('Average contract value').fill('12k');
  sidebar = await reopened();
  await sidebar.getByText('3 found in the list; three or more are enough.').waitFor();
  expect(await sidebar.getByLabel('Average contract value').inputValue()).toBe('12k');
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await button(sidebar, 'Plan').click();
  await button(sidebar, /Segments/).click();
  await button(sidebar, 'Add a segment').click();
  await sidebar.getByLabel('Pain point').fill('Audits take weeks');
  sidebar = await reopened();
  await sidebar.getByText('1 unsaved change back.').waitFor();
  await button(sidebar, /Segments/).click();
  await sidebar.locator('details', { hasText: 'Segment 1' }).locator('summary').first().click();
  expect(await sidebar.getByLabel('Pain point').inputValue()).toBe('Audits take weeks');
  await button(sidebar, 'Save').click();
  await sidebar.getByText('Saved to the plan tabs.').waitFor();
  sidebar = await reopened();
  await heading(sidebar, 'Your plan');
  expect(await sidebar.getByText(/not saved|unsaved/).count()).toBe(0);
});

test('an empty file offers sample data in one click', async () => {
  await openBook(page, 'Empty.csv', 'Nothing\n');
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'Start with your accounts');
  await shoot(page, '04-no-list');
  await button(sidebar, 'Use sample data').click();
  await heading(sidebar, 'First tiers in three answers');
  expect(await tabsOf(page)).toContain('Sample accounts');
  await sidebar.getByText('120 accounts, 9 columns recognised.').waitFor();
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
});

test('a CSV file becomes a tab of its own, and is shown before', async () => {
  await openBook(page, 'Empty.csv', 'Nothing\n');
  const sidebar = await openSidebar(page);
  await button(sidebar, 'Import a CSV file').click();
  await sidebar.getByLabel('CSV file').setInputFiles(fileOf('export.csv', '\ufeff' + accountsCsv(4500).replace(/,/g, ';')));
  await sidebar.getByText('4,500').first().waitFor();
  await shoot(page, '05-csv');
  await button(sidebar, 'Import 4,500 rows').click();
  await heading(sidebar, 'First tiers in three answers');
  await sidebar.getByText('4,500 accounts, 7 columns recognised.').waitFor();
  expect(await tabsOf(page)).toContain('export');
});

test('suggested segments are taken over one by one, counted as they were said', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(1600, false));
  const sidebar = await openSidebar(page);
  await sidebar.getByLabel('I can tell by').selectOption('pick');
  await sidebar.getByLabel(/^Software/).check();
  await sidebar.getByLabel(/^Retail/).check();
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await button(sidebar, 'Plan').click();
  await button(sidebar, /Segments/).click();
  const first = sidebar.getByRole('region', { name: 'Suggested segments' }).locator('.offer').first();
  const name = (await first.locator('b').textContent()) ?? '';
  const [, matches] = /^([\d,]+) match/.exec((await first.locator('.hint').textContent()) ?? '') ?? [];
  await shoot(page, '06-suggested');
  await button(sidebar, `Add the segment ${name}`).click();
  await sidebar.locator('details', { hasText: name }).first().getByText(`${matches} matches`).waitFor();
  expect(await sidebar.getByRole('button', { name: `Add the segment ${name}`, exact: true }).count()).toBe(0);
  await button(sidebar, 'Save').click();
  await sidebar.getByText('Saved to the plan tabs.').waitFor();
  expect(await tabsOf(page)).toEqual(expect.arrayContaining(['Plan Segments', 'Plan Rules']));
});

test('a new segment stays open when it is saved', async () => {
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'Your plan');
  await button(sidebar, /Segments/).click();
  await button(sidebar, 'Add a segment').click();
  await button(sidebar, 'Save').click();
  await sidebar.getByText('Saved to the plan tabs.').waitFor();
  await sidebar.getByLabel('Pain point').last().fill('Audits take weeks');
  await sidebar.getByText('1 change not saved').waitFor();
});

test('a what-if moves tiers at once, and only Apply writes', async () => {
  const sidebar = await openSidebar(page);
  await button(sidebar, 'What if').click();
  const slider = sidebar.getByLabel('30 to 500 people');
  await slider.focus();
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('ArrowRight');
  await sidebar.getByText(/accounts move\. ICP/).waitFor();
  await shoot(page, '20-what-if');
  await button(sidebar, 'Reset').click();
  await sidebar.getByText('As the plan stands.').waitFor();
  await slider.focus();
  await page.keyboard.press('End');
  await button(sidebar, 'Apply').click();
  await sidebar.getByText('Saved to the plan tabs.').waitFor();
});

test('an account is explained rule by rule', async () => {
  const sidebar = await openSidebar(page);
  await button(sidebar, 'Explain').click();
  await shoot(page, '21-explain-best');
  await sidebar.getByLabel('Account, domain or sheet row').fill('avoice');
  await sidebar.getByRole('heading', { name: 'Rule by rule' }).waitFor();
  await shoot(page, '22-explain');
  expect(await sidebar.getByLabel('Account, domain or sheet row').isVisible()).toBe(true);
  expect(await sidebar.locator('body').evaluate(() => window.scrollY)).toBe(0);
  // What is shown of the rules adds up to what is shown of the score, to the last digit.
  for (const name of ['avoice', '21st', 'caretta', 'chasi', 'hlabs']) {
    await sidebar.getByLabel('Account, domain or sheet row').fill(name);
    await sidebar.getByRole('heading', { name: 'Rule by rule' }).waitFor();
    const numbers = async (position: string): Promise<number[]> =>
      (await sidebar.locator(position).allTextContents()).map((text) => Math.round(10 * Number(text.replace(/[^\d.]/g, ''))));
    const [score] = await numbers('.line:has-text("Score (") > b');
    expect((await numbers('.ruling > b')).reduce((sum, part) => sum + part, 0)).toBe(score);
  }
});
