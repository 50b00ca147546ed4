/** What is taken along and brought back: the plan as a file, formulas to paste, the details of an error. */
import { readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { accountsCsv, HOSTILE } from '../support/browser/accounts';
import { button, eachOnAPage, fileOf, meddle, openBook, openSidebar, page, shoot, tabsOf } from '../support/browser/harness';

eachOnAPage({ limit: 120_000 });

const exported = async (sidebar: FrameLocator): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(sidebar, 'Download plan.json').click()]);
  return readFileSync(await download.path(), 'utf8');
};
/** What a copy left, pasted where the person would paste it. */
const pasted = async (): Promise<string> => {
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    box.id = 'paste';
    document.body.prepend(box);
    box.focus();
  });
  await page.keyboard.press('Control+V');
  const text = await page.locator('#paste').inputValue();
  await page.locator('#paste').evaluate((box) => box.remove());
  return text;
};

test('an exported plan, imported into another file, is the same plan there', async () => {
  let sidebar = await openSidebar(page);
  await button(sidebar, 'Take along').click();
  const plan = await exported(sidebar);
  await openBook(page, 'Accounts.csv', accountsCsv(240));
  sidebar = await openSidebar(page);
  await button(sidebar, 'Skip the questions').click();
  await button(sidebar, 'Take along').click();
  await sidebar.getByLabel('Import plan.json').setInputFiles(fileOf('plan.json', plan));
  await sidebar.getByRole('heading', { name: 'Your plan' }).waitFor();
  expect(await tabsOf(page)).toEqual(expect.arrayContaining(['Plan ICP', 'Plan Segments', 'Plan Rules']));
  await button(sidebar, 'Take along').click();
  expect(JSON.parse(await exported(sidebar))).toEqual(JSON.parse(plan));
});

test('a file that is no plan is refused with its reason, and the plan stays', async () => {
  const sidebar = await openSidebar(page);
  await button(sidebar, 'Take along').click();
  const before = await exported(sidebar);
  const choose = (text: string): Promise<void> => sidebar.getByLabel('Import plan.json').setInputFiles(fileOf('plan.json', text));
  await choose('{"format": 1, ');
  await sidebar.getByText('plan.json is no JSON file. Choose a plan.json that was exported here.').waitFor();
  await choose('{"format": 1, "icp": [{"Field": "Industry", "Operator": 5, "Weight": "x"}]}');
  await sidebar.getByRole('alert').waitFor();
  await shoot(page, '70-refused-plan');
  await button(sidebar, 'Close').click();
  expect(await exported(sidebar)).toBe(before);
});

test('the native look-up comes first, then ICP_SCORE; Copy puts them on the clipboard, with semicolons where the locale wants them', async () => {
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('heading', { name: 'Your plan' }).waitFor();
  await button(sidebar, 'Take along').click();
  const formulas = (): Promise<string[]> =>
    sidebar.locator('textarea.code').evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).value));
  expect((await formulas()).map((formula) => /^=\w+/.exec(formula)?.[0])).toEqual([
    '=XLOOKUP',
    '=XLOOKUP',
    '=XLOOKUP',
    '=ICP_SCORE',
  ]);
  await button(sidebar, 'Copy: Tier beside each account').click();
  await sidebar.getByText('Copied.').waitFor();
  expect(await pasted()).toBe(
    '=XLOOKUP(A2, INDEX(Scores!$A:$Z, 0, MATCH("Account key", Scores!$2:$2, 0)), INDEX(Scores!$A:$Z, 0, MATCH("Tier", Scores!$2:$2, 0)), "")',
  );
  // The same file in a spreadsheet whose decimals have commas.
  await meddle(sidebar, 'send(function (reply) { succeed(reply.replace(\'"locale":"en_US"\', \'"locale":"de_DE"\')); });');
  await button(sidebar, 'Plan').click();
  await button(sidebar, /Data/).click();
  await sidebar.getByLabel('Industry').selectOption({ index: 1 });
  await button(sidebar, 'Discard').click();
  await sidebar.getByText(/not saved/).waitFor({ state: 'detached' });
  await button(sidebar, 'Take along').click();
  await button(sidebar, 'Copy: Live fit score').click();
  await sidebar.getByText('Copied.').waitFor();
  expect(await pasted()).toMatch(/^=ICP_SCORE\(Accounts!A1:[A-Z]+241; 'Plan ICP'!A:K; DATE\(\d{4}; \d+; \d+\)\)$/);
  expect((await formulas())[0]).toBe(
    '=XLOOKUP(A2; INDEX(Scores!$A:$Z; 0; MATCH("Account key"; Scores!$2:$2; 0)); INDEX(Scores!$A:$Z; 0; MATCH("Tier"; Scores!$2:$2; 0)); "")',
  );
});

test('the details of an error can be copied, and hold nothing of the lists', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(240));
  const sidebar = await openSidebar(page);
  await meddle(
    sidebar,
    `if (kind === 'planStep') fail({ message: 'Cell "Sample 12" of Accounts: sample12.example' }); else send(succeed);`,
  );
  await button(sidebar, 'Show my tiers').click();
  await sidebar.getByText('What you typed here is kept.').waitFor();
  await shoot(page, '71-error');
  await button(sidebar, 'Copy details').click();
  const details = await pasted();
  expect(details).toMatch(/^Segment Planner \d+\.\d+\.\d+\nfailed, asked for planStep, view run\n/);
  expect(details).toContain('240 accounts, 7 columns, 0 contacts');
  expect(details).toContain('Cell […] of [tab]: […]');
  for (const name of [...HOSTILE, 'Sample', 'sample', 'Software', 'Germany']) expect(details).not.toContain(name);
  await shoot(page, '72-details');
});
