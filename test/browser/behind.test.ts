/** The sheet is edited behind the page: every view says so, shows nothing old as if it were new, and Refresh makes it the sheet's. */
import type { FrameLocator } from 'playwright-core';
import { accountsCsv } from '../support/browser/accounts';
import {
  button,
  eachOnAPage,
  heading,
  openBook,
  openSidebar,
  page,
  selectCell,
  shoot,
  shootPage,
} from '../support/browser/harness';

eachOnAPage({ limit: 300_000 });

const EMPLOYEES = 4;

async function planned(): Promise<FrameLocator> {
  await openBook(page, 'Accounts.csv', accountsCsv(120));
  const sidebar = await openSidebar(page);
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  return sidebar;
}

async function typeBehind(row: number, text: string): Promise<void> {
  await selectCell(page, 'Accounts', row, EMPLOYEES);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function choose(...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names)
    await page
      .getByRole('menuitem', { name, exact: typeof name === 'string' })
      .first()
      .click();
}

/** By mouse, as whoever looks at the page. */
async function comeBack(): Promise<void> {
  await page.mouse.move(300, 500);
  await page.waitForTimeout(4_100);
  const box = await page.locator('.sidebar-frame').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 150, (box?.y ?? 0) + 300, { steps: 3 });
}

const changed = (sidebar: FrameLocator) => sidebar.getByText(/^The sheet changed since \d\d:\d\d: Accounts\.$/);
const mainText = async (sidebar: FrameLocator): Promise<string> => (await sidebar.locator('main').innerText()).trim();
const isGray = async (sidebar: FrameLocator): Promise<boolean> =>
  sidebar.locator('body').evaluate((body) => body.classList.contains('old'));

const step = (position: number) => async (sidebar: FrameLocator) => {
  await button(sidebar, 'Plan').click();
  await sidebar.locator('.list button').nth(position).click();
};
const section = (name: string | RegExp) => (sidebar: FrameLocator) => button(sidebar, name).click();

const VIEWS: readonly (readonly [string, (sidebar: FrameLocator) => Promise<void>])[] = [
  ['Home', section('Plan')],
  ['Data', step(0)],
  ['Market', step(1)],
  ['Icp', step(2)],
  ['Segments', step(3)],
  ['Check', step(4)],
  ['Run', step(5)],
  [
    'Explain',
    async (sidebar) => {
      await button(sidebar, 'Explain').click();
      await sidebar.getByLabel('Account, domain or sheet row').fill('sample12.example');
    },
  ],
  [
    'History',
    async (sidebar) => {
      await button(sidebar, 'Plan').click();
      await button(sidebar, 'Explain').click();
      await sidebar.getByLabel('Account, domain or sheet row').fill('sample12.example');
      await button(sidebar, 'Show its closed months').click();
      await sidebar.getByText(/No month is closed yet/).waitFor();
    },
  ],
  ['WhatIf', section('What if')],
  ['Take', (sidebar) => sidebar.getByRole('navigation', { name: 'Sections' }).getByRole('button').last().click()],
];

test('an edit behind any view is said and grays its numbers; refreshed, the view is what a page opened afresh shows', async () => {
  let sidebar = await planned();
  for (const [index, [view, goTo]] of VIEWS.entries()) {
    await goTo(sidebar);
    // Every fourth account fits; one after the other no longer does.
    await typeBehind(2 + 4 * index, '90000');
    await comeBack();
    await changed(sidebar).waitFor();
    expect([view, await isGray(sidebar)]).toEqual([view, true]);
    if (view === 'Home' || view === 'Icp') await shootPage(page, `80-behind-${view}`);
    await button(sidebar, 'Refresh').click();
    await changed(sidebar).waitFor({ state: 'detached' });
    expect([view, await isGray(sidebar)]).toEqual([view, false]);
    await goTo(sidebar);
    const refreshed = await mainText(sidebar);
    await page.getByRole('button', { name: 'Close sidebar' }).click();
    sidebar = await openSidebar(page);
    await heading(sidebar, 'Your plan');
    await goTo(sidebar);
    expect([view, await mainText(sidebar)]).toEqual([view, refreshed]);
  }
});

/** Counts of the tiers as the tab Scores holds them. */
async function tiersInScores(): Promise<readonly number[]> {
  await page.locator('.o-sheet').filter({ hasText: 'Scores' }).first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), choose('File', 'Download this tab as CSV')]);
  const { readFileSync } = await import('node:fs');
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
  return TIERS.map((tier) => lines.filter((line) => line.split(',').includes(tier)).length);
}

const TIERS = ['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4', 'Needs data', 'Excluded'];
const tiersShown = async (sidebar: FrameLocator): Promise<readonly number[]> =>
  Promise.all(
    TIERS.map(async (tier) => {
      const row = sidebar.getByRole('row', { name: new RegExp(`^${tier} `) }).first();
      return Number(/\d+/.exec(await row.locator('td').last().innerText())?.[0]);
    }),
  );

test('after a column is deleted and the results updated, every number is the run’s and what is left out is said', async () => {
  const sidebar = await planned();
  const before = await tiersShown(sidebar);
  await button(sidebar, 'Plan').click();
  await selectCell(page, 'Accounts', 1, EMPLOYEES);
  await choose('Edit');
  await page.getByRole('menuitem', { name: /^Delete$/ }).hover();
  await page
    .getByRole('menuitem', { name: /^Delete column/ })
    .last()
    .click();
  await button(sidebar, 'Update results').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  const after = await tiersShown(sidebar);
  expect(after).not.toEqual(before);
  await sidebar
    .getByText(/^\d rules? left out: Employees has no column\./)
    .first()
    .waitFor();
  await shoot(page, '81-left-out');
  expect(await tiersInScores()).toEqual(after);
  for (const goTo of [section('Plan'), step(2)]) {
    await goTo(sidebar);
    expect(await tiersShown(sidebar)).toEqual(after);
    await sidebar
      .getByText(/^\d rules? left out: Employees has no column\./)
      .first()
      .waitFor();
  }
  const rule = sidebar.locator('details', { hasText: 'Employees between' }).first();
  expect(await rule.locator('summary').innerText()).not.toMatch(/\d match/);
  await button(sidebar, 'Choose one ›').click();
  await heading(sidebar, 'Data');
});

test('a run from the menu and an undo in the page leave one truth too', async () => {
  const sidebar = await planned();
  const first = await tiersShown(sidebar);
  await typeBehind(42, '90000');
  await choose('Extensions', 'Segment Planner', 'Plan everything');
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await comeBack();
  await sidebar.getByText(/^The sheet changed since \d\d:\d\d: Accounts, the results\.$/).waitFor();
  await button(sidebar, 'Refresh').click();
  await sidebar.getByText(/The sheet changed since/).waitFor({ state: 'detached' });
  const second = await tiersShown(sidebar);
  expect(second).not.toEqual(first);
  await sidebar.getByText(/^As written /).waitFor();
  expect(await tiersInScores()).toEqual(second);
  await step(2)(sidebar);
  const rule = sidebar.locator('details', { hasText: 'Country in' });
  await rule.locator('summary').click();
  await rule.getByLabel('Value').fill('France');
  await sidebar.getByText('Not written yet').first().waitFor();
  await step(5)(sidebar);
  await button(sidebar, 'Update results').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  expect(await tiersShown(sidebar)).not.toEqual(second);
  await button(sidebar, 'Undo to the previous run').click();
  await sidebar.getByText(/is back, and the tabs with it/).waitFor();
  expect(await tiersShown(sidebar)).toEqual(second);
  expect(await tiersInScores()).toEqual(second);
});
