/** The whole story at 300 px: first tiers in three answers, every step, a what-if, an explanation, exports, undo. */
import { mkdirSync, readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { accountsCsv } from '../support/browser/accounts';
import { button, eachOnAPage, fileOf, heading, openBook, openSidebar, page, shoot, tabsOf } from '../support/browser/harness';

eachOnAPage({ limit: 120_000 });

/** A blank cell and a missing key are the same. */
const withoutBlanks = (text: string): unknown => JSON.parse(text, (_, value: unknown) => (value === '' ? undefined : value));

const step = (sidebar: FrameLocator, position: number) =>
  sidebar
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('button')
    .nth(position - 1)
    .click();

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

test('best customers can be named, or industry, size and country picked', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(240, false));
  const sidebar = await openSidebar(page);
  await sidebar
    .getByLabel('Best customers, one a line')
    .fill('sample8.example\nSample 12\nhttps://www.sample16.example/about\nNobody');
  await sidebar.getByText('3 found in the list; three or more are enough. Not in the list: Nobody.').waitFor();
  await sidebar.getByText('Industry in Software').waitFor();
  await sidebar.getByLabel('I can tell by').selectOption('pick');
  await sidebar.getByLabel(/^Software/).check();
  await sidebar.getByLabel('Employees').fill('50-500');
  await sidebar.getByText('Employees between 50-500').waitFor();
  await shoot(page, '03-picked');
});

test('one button of the page opens the planner, as the first item of its menu does', async () => {
  await page.getByRole('button', { name: 'Planner', exact: true }).click();
  await heading(page.frameLocator('.sidebar-frame'), 'Your plan');
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

test('steps are views of the plan: a change counts at once, is saved into the tab, and survives going back', async () => {
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'Your plan');
  await shoot(page, '10-home');
  await button(sidebar, /Data/).click();
  await heading(sidebar, 'Data');
  await shoot(page, '11-data');
  await step(sidebar, 2);
  await shoot(page, '12-market');
  await step(sidebar, 3);
  await heading(sidebar, 'Ideal customer profile');
  const rule = sidebar.locator('details', { hasText: '30 to 500 people' });
  await rule.locator('summary').click();
  await shoot(page, '13-icp');
  const before = await rule.locator('summary .hint').last().textContent();
  await rule.getByLabel('Value').fill('30-5000');
  await expect(rule.locator('summary .hint').last().textContent()).resolves.not.toBe(before);
  await sidebar.getByText('1 change not saved').waitFor();
  await shoot(page, '14-edited');
  await step(sidebar, 2);
  await step(sidebar, 3);
  await sidebar.locator('details', { hasText: '30 to 500 people' }).locator('summary').click();
  expect(await sidebar.locator('details', { hasText: '30 to 500 people' }).getByLabel('Value').inputValue()).toBe('30-5000');
  await button(sidebar, 'Save').click();
  await sidebar.getByText('Saved to the plan tabs.').waitFor();
  await step(sidebar, 4);
  await sidebar.locator('details', { hasText: 'UK and DACH' }).first().locator('summary').first().click();
  await shoot(page, '15-segments');
  await step(sidebar, 5);
  await shoot(page, '16-check');
  await step(sidebar, 6);
  await heading(sidebar, 'Rank and write');
  await shoot(page, '17-preview');
  await button(sidebar, 'Write the tabs').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await shoot(page, '18-result');
  await button(sidebar, 'Undo to the previous run').click();
  await sidebar.getByText(/is back, and the tabs with it/).waitFor();
  await shoot(page, '19-undone');
  await step(sidebar, 3);
  await sidebar.getByText('Employees (synthetic) between 30-500').waitFor();
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

test('lists, formulas and the plan are taken along', async () => {
  const sidebar = await openSidebar(page);
  await button(sidebar, 'Take along').click();
  await shoot(page, '23-take');
  const saved = async (name: string): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(sidebar, name).click()]);
    return readFileSync(await download.path(), 'utf8');
  };
  expect((await saved('Download CSV')).split('\r\n')).toHaveLength(102);
  await sidebar.getByLabel('For', { exact: true }).selectOption('Smartlead');
  expect(await saved('Download CSV')).toMatch(/^\ufeffemail,first_name,last_name,company_name,website,title,tier,segment\r\n/);
  expect(await saved('Download enrichment list')).toMatch(/^\ufeffAccount key,/);
  const { columns, ...plan } = JSON.parse(await saved('Download plan.json')) as { readonly columns: readonly object[] };
  expect(plan).toEqual(withoutBlanks(readFileSync('examples/plan.json', 'utf8')));
  // The first run has added what it recognized.
  expect(columns).toContainEqual(
    expect.objectContaining({ Tab: 'Accounts', List: 'accounts', Field: 'Employees', Column: 'Employees (synthetic)' }),
  );
  expect(await sidebar.getByRole('textbox', { name: 'Tier beside each account' }).inputValue()).toBe(
    '=XLOOKUP(A2, Scores!$P:$P, Scores!$D:$D, "")',
  );
});

/** README's pictures come from the story; they are written when UPDATE_PICTURES is set. */
test('pictures', async () => {
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'Your plan');
  const picture = async (name: string, whole: boolean): Promise<void> => {
    if (process.env.UPDATE_PICTURES === undefined) return;
    mkdirSync('docs/images', { recursive: true });
    await (whole ? page : page.locator('.sidebar-frame')).screenshot({ path: `docs/images/${name}.png` });
  };
  await page.locator('.o-sheet').filter({ hasText: 'Scores' }).first().click();
  await page.locator('.o-sheet.active').filter({ hasText: 'Scores' }).waitFor();
  await page.mouse.move(640, 500);
  await page.waitForTimeout(1000);
  await picture('page', true);
  await button(sidebar, /ICP/).click();
  await sidebar.locator('details', { hasText: '30 to 500 people' }).locator('summary').click();
  await picture('wizard', false);
  await step(sidebar, 5);
  await picture('check', false);
  await button(sidebar, 'Explain').click();
  await sidebar.getByLabel('Account, domain or sheet row').fill('avoice');
  await picture('explain', false);
  await button(sidebar, 'What if').click();
  await sidebar.getByLabel('30 to 500 people').press('End');
  await sidebar.getByText(/accounts move/).waitFor();
  await picture('what-if', false);
});
