/** The page that `npm start` opens, on the whole sample at 300 px: every step, saving, writing, undo, and what is taken along. */
import { mkdirSync, readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { button, eachOnAPage, heading, openSidebar, page, shoot } from '../support/browser/harness';

eachOnAPage({ limit: 240_000, patience: 30_000, sample: 'whole' });

/** A blank cell and a missing key are the same. */
const withoutBlanks = (text: string): unknown => JSON.parse(text, (_, value: unknown) => (value === '' ? undefined : value));

const step = (sidebar: FrameLocator, position: number) =>
  sidebar
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('button')
    .nth(position - 1)
    .click();

test('one button of the page opens the planner, as the first item of its menu does', async () => {
  await page.getByRole('button', { name: 'Planner', exact: true }).click();
  await heading(page.frameLocator('.sidebar-frame'), 'Your plan');
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
  await heading(sidebar, 'Results');
  await shoot(page, '17-preview');
  await button(sidebar, 'Update results').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await shoot(page, '18-result');
  await button(sidebar, 'Undo to the previous run').click();
  await sidebar.getByText(/is back, and the tabs with it/).waitFor();
  await shoot(page, '19-undone');
  await step(sidebar, 3);
  await sidebar.getByText('Employees (synthetic) between 30-500').waitFor();
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
  expect(await saved('Download CSV')).toMatch(
    /^\ufeffemail,first_name,last_name,company_name,website,title,tier,segment,problem,offer,why\r\n/,
  );
  expect(await saved('Download enrichment list')).toMatch(/^\ufeffAccount key,/);
  const { columns, ...plan } = JSON.parse(await saved('Download plan.json')) as { readonly columns: readonly object[] };
  expect(plan).toEqual(withoutBlanks(readFileSync('examples/plan.json', 'utf8')));
  // The first run has added what it recognized.
  expect(columns).toContainEqual(
    expect.objectContaining({ Tab: 'Accounts', List: 'accounts', Field: 'Employees', Column: 'Employees (synthetic)' }),
  );
  expect(await sidebar.getByRole('textbox', { name: 'Tier beside each account' }).inputValue()).toBe(
    '=XLOOKUP(A2, INDEX(Scores!$A:$Z, 0, MATCH("Account key", Scores!$2:$2, 0)), INDEX(Scores!$A:$Z, 0, MATCH("Tier", Scores!$2:$2, 0)), "")',
  );
});

/** README's pictures come from the story; all that it walks through for them is tested above and in story.test.ts. */
if (process.env.UPDATE_PICTURES !== undefined)
  test('pictures', async () => {
    const sidebar = await openSidebar(page);
    await heading(sidebar, 'Your plan');
    const picture = async (name: string, whole: boolean): Promise<void> => {
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
