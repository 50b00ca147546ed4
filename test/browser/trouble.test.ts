/** What goes wrong, and what the page makes of it: silence, lost replies, wrong accounts, latency, other people's edits. */
import { readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { accountsCsv } from '../support/browser/accounts';
import { button, eachOnAPage, heading, meddle, openBook, openSidebar, page, shoot } from '../support/browser/harness';

eachOnAPage({ limit: 150_000 });

const goToRun = async (): Promise<FrameLocator> => {
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'Your plan');
  await button(sidebar, /Results/).click();
  await heading(sidebar, 'Results');
  return sidebar;
};

test('a lost reply asks how things stand before anything is sent again', async () => {
  const sidebar = await goToRun();
  await meddle(sidebar, "send(function (reply) { succeed(kind === 'planStep' ? null : reply); });");
  await button(sidebar, 'Update results').click();
  await sidebar.getByText('The answer was lost on its way.').waitFor();
  await sidebar.getByText('The work may be done all the same.').waitFor();
  await shoot(page, '30-lost');
  await button(sidebar, 'Look at what happened').click();
  await sidebar.getByText(/The run of .* is complete\./).waitFor();
  await shoot(page, '31-recovered');
});

test('a wrong account and a refusal are explained with one action', async () => {
  const sidebar = await goToRun();
  await meddle(sidebar, "if (kind === 'planStep') fail({ message: 'PERMISSION_DENIED' }); else send(succeed);");
  await button(sidebar, 'Update results').click();
  await sidebar.getByText('Google answered for another account than the one that opened this file.').waitFor();
  await sidebar
    .getByText('With several accounts signed in, Google may take one that has no right to this file. Nothing was changed.')
    .waitFor();
  await sidebar.getByText('Open the file in a window where only your account is signed in.').waitFor();
  await shoot(page, '32-account');
});

test('silence is noticed after 15 seconds, and the answer may still come', async () => {
  const sidebar = await goToRun();
  await meddle(sidebar, "if (kind === 'planStep') setTimeout(function () { send(succeed); }, 17000); else send(succeed);");
  // The page's seconds pass at once.
  await page.clock.install();
  await button(sidebar, 'Update results').click();
  await sidebar.getByRole('progressbar').waitFor();
  expect(await sidebar.getByText(/Still no answer/).count()).toBe(0);
  await page.clock.fastForward(15_000);
  await sidebar.getByText(/Still no answer/).waitFor();
  await shoot(page, '33-silent');
  await page.clock.fastForward(2_000);
  await sidebar.getByText(/Written: Summary/).waitFor();
});

test('with 0.3 to 1.5 s of latency and replies out of order the counts are those of what was typed last', async () => {
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'Your plan');
  await meddle(
    sidebar,
    'var wait = window.slow = window.slow === 1500 ? 300 : 1500; setTimeout(function () { send(succeed); }, wait);',
  );
  await button(sidebar, /ICP/).click();
  const rule = sidebar.locator('details', { hasText: 'In North America, the UK or DACH' });
  await rule.locator('summary').click();
  for (const value of ['DACH', 'Nordics', 'NA; DACH']) {
    await rule.getByLabel('Value').fill(value);
    await page.waitForTimeout(650);
  }
  await page.waitForTimeout(3000);
  const typed = await rule.locator('summary .hint').last().textContent();
  await page.waitForTimeout(1000);
  expect(await rule.locator('summary .hint').last().textContent()).toBe(typed);
  await button(sidebar, 'Save').click();
  await sidebar.getByText('Saved to the plan tabs.').waitFor();
});

test('with replies that take 0.3 to 1.5 s and overtake one another the story ends as it does at once', async () => {
  const latency =
    'var turn = window.turn = ((window.turn || 0) * 7 + 3) % 13; send(function (reply) { setTimeout(function () { succeed(reply); }, 300 + 100 * turn); });';
  const told = async (isSlow: boolean): Promise<readonly (string | null)[]> => {
    await openBook(page, 'Accounts.csv', accountsCsv(240));
    const sidebar = await openSidebar(page);
    await heading(sidebar, 'First tiers in three answers');
    if (isSlow) await meddle(sidebar, latency);
    await button(sidebar, 'Show my tiers').click();
    await sidebar.getByText(/Written: Summary/).waitFor();
    await button(sidebar, 'Plan').click();
    await button(sidebar, /ICP/).click();
    const rule = sidebar.locator('details', { hasText: 'Country in' });
    await rule.locator('summary').click();
    for (const value of ['France; DACH', 'EMEA', 'DACH']) {
      await rule.getByLabel('Value').fill(value);
      await page.waitForTimeout(600);
    }
    await button(sidebar, 'Save').click();
    await sidebar.getByText('Saved to the plan tabs.').waitFor();
    await button(sidebar, 'Next: Segments').click();
    await button(sidebar, 'Add a segment').click();
    await button(sidebar, 'Add a rule').click();
    await sidebar.getByLabel('Value').fill('Software');
    await button(sidebar, 'Next: Check').click();
    await button(sidebar, 'Next: Results').click();
    await button(sidebar, 'Update results').click();
    await sidebar.getByText(/Written: Summary.*Segments/).waitFor();
    const written = await sidebar.locator('.result').textContent();
    await button(sidebar, 'Explain').click();
    await button(sidebar, 'Explain the selected row').click();
    await sidebar.getByText(/^Row \d+ of Accounts|holds no account/).waitFor();
    await button(sidebar, 'Take along').click();
    const [download] = await Promise.all([page.waitForEvent('download'), button(sidebar, 'Download plan.json').click()]);
    // The two stories need not fall into the same minute.
    return [written?.replace(/\d\d:\d\d/g, '') ?? null, readFileSync(await download.path(), 'utf8')];
  };
  const slow = await told(true);
  expect(slow).toEqual(await told(false));
  expect(slow[1]).toContain('"Value": "DACH"');
});

test('a value the run would refuse says so where it is typed', async () => {
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'Your plan');
  await button(sidebar, /ICP/).click();
  const rule = sidebar.locator('details', { hasText: '30 to 500 people' });
  await rule.locator('summary').click();
  await rule.getByLabel('Value').fill('500-30');
  await sidebar.getByText(/The ends of “?"?500-30"?”? are reversed/).waitFor();
  expect(await rule.getByLabel('Value').getAttribute('aria-invalid')).toBe('true');
  await shoot(page, '34-refused');
});

test('a row that somebody changed meanwhile is shown in both versions and not overwritten', async () => {
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'Your plan');
  await button(sidebar, /ICP/).click();
  const rule = sidebar.locator('details', { hasText: '30 to 500 people' });
  await rule.locator('summary').click();
  await rule.getByLabel('Value').fill('40-400');
  // Another user edits the same row in the tab; the server learns of it behind the page's back.
  await sidebar.locator('body').evaluate(async () => {
    const { run } = (
      window as unknown as {
        google: { script: { run: { withSuccessHandler(f: (v: string) => void): { serve(r: string): void } } } };
      }
    ).google.script;
    const call = (request: object) => new Promise<string>((done) => run.withSuccessHandler(done).serve(JSON.stringify(request)));
    const { value } = JSON.parse(await call({ kind: 'exportPlan' })) as { value: { plan: { icp: Record<string, unknown>[] } } };
    const before = value.plan.icp.find(({ Value }) => Value === '30-500');
    await call({ kind: 'savePlan', key: 'icp', changes: [{ before, after: { ...before, Value: '20-200' } }] });
  });
  await button(sidebar, 'Save').click();
  await sidebar.getByText('Another user changed these rows meanwhile, so they were not saved.').waitFor();
  await sidebar
    .getByText(/20-200/)
    .first()
    .waitFor();
  await shoot(page, '35-conflict');
  await button(sidebar, 'Take what the tab says').click();
  await sidebar.getByText('Employees (synthetic) between 20-200').waitFor();
});
