/** Everybody can use it: by keyboard alone, checked by axe-core on every view, and with names that try to be more than names. */
import { readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { accountsCsv, HOSTILE } from '../support/browser/accounts';
import { button, eachOnAPage, fileOf, heading, meddle, openBook, openSidebar, page, shoot } from '../support/browser/harness';

eachOnAPage({ limit: 240_000 });

const steps = (sidebar: FrameLocator) => sidebar.getByRole('navigation', { name: 'Steps' }).getByRole('button');

/** Problems of the view as it stands, every fold open. */
async function faultsOf(sidebar: FrameLocator): Promise<readonly string[]> {
  const body = sidebar.locator('body');
  await body.evaluate(
    (_, source) => {
      document.querySelectorAll('details').forEach((each) => (each.open = true));
      if (!('axe' in window)) (0, eval)(source);
    },
    readFileSync('node_modules/axe-core/axe.min.js', 'utf8'),
  );
  return body.evaluate(async () => {
    interface Axe {
      run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    }
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const small = [...document.querySelectorAll('button, summary, select, textarea, input:not([type=checkbox])')]
      .filter(({ clientHeight }) => clientHeight > 1 && clientHeight < 22)
      .map((element) => `small: ${element.outerHTML.slice(0, 80)}`);
    const wide = document.documentElement.scrollWidth > 300 ? ['wider than 300 pixels'] : [];
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
      ...small,
      ...wide,
    ];
  });
}

const check = async (sidebar: FrameLocator, view: string): Promise<void> =>
  expect([view, ...(await faultsOf(sidebar))]).toEqual([view]);

test('axe-core finds nothing on any view of a plan, and every target has 24 pixels', async () => {
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'Your plan');
  await check(sidebar, 'home');
  await button(sidebar, /Data/).click();
  for (let position = 0; position < 6; position += 1) {
    await steps(sidebar).nth(position).click();
    await check(sidebar, `step ${position + 1}`);
  }
  await button(sidebar, 'Update results').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await check(sidebar, 'written');
  await button(sidebar, 'Explain').click();
  await sidebar.getByLabel('Account, domain or sheet row').fill('avoice');
  await check(sidebar, 'explained');
  await button(sidebar, 'What if').click();
  await sidebar.getByLabel('30 to 500 people').press('End');
  await check(sidebar, 'what if');
  await button(sidebar, 'Take along').click();
  await check(sidebar, 'take along');
});

test('axe-core finds nothing where there is no list, on the first questions, a CSV file, an empty plan and an error', async () => {
  await openBook(page, 'Empty.csv', 'Nothing\n');
  const sidebar = await openSidebar(page);
  await check(sidebar, 'no list');
  await button(sidebar, 'Import a CSV file').click();
  await sidebar.getByLabel('CSV file').setInputFiles(fileOf('one.csv', 'only\n'));
  await check(sidebar, 'bad CSV');
  await sidebar.getByLabel('CSV file').setInputFiles(fileOf('list.csv', accountsCsv(60, false)));
  await button(sidebar, 'Import 60 rows').waitFor();
  await check(sidebar, 'CSV');
  await button(sidebar, 'Import 60 rows').click();
  await heading(sidebar, 'First tiers in three answers');
  await check(sidebar, 'names');
  await sidebar.getByLabel('I can tell by').selectOption('pick');
  await sidebar.getByLabel('Average contract value').fill('much');
  await check(sidebar, 'picks');
  await button(sidebar, 'Skip the questions').click();
  await button(sidebar, 'Plan').click();
  await sidebar.getByText('There is no profile yet, so nothing can be scored.').waitFor();
  await shoot(page, '60-no-profile');
  await check(sidebar, 'empty plan');
  await meddle(sidebar, "if (kind === 'selection') fail({ message: 'PERMISSION_DENIED' }); else send(succeed);");
  await button(sidebar, 'Explain').click();
  await button(sidebar, 'Explain the selected row').click();
  await sidebar.getByText(/Google answered for another account/).waitFor();
  await check(sidebar, 'error');
  await button(sidebar, 'Copy details').click();
  await sidebar.getByText(/Copied\.|Selected/).waitFor();
  await check(sidebar, 'details');
});

test('the whole story can be told by keyboard alone, and the focus follows every view', async () => {
  await openBook(page, 'Accounts.csv', accountsCsv(240));
  const sidebar = await openSidebar(page);
  await heading(sidebar, 'First tiers in three answers');
  const focused = (): Promise<string> =>
    sidebar.locator('body').evaluate(() => {
      const at = document.activeElement;
      const label = (at as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return label ?? at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    });
  const tabTo = async (name: string): Promise<void> => {
    for (let press = 0; press < 90 && !(await focused()).startsWith(name); press += 1) await page.keyboard.press('Tab');
    expect((await focused()).slice(0, name.length)).toBe(name);
  };
  const use = async (name: string): Promise<void> => {
    await tabTo(name);
    await page.keyboard.press('Enter');
  };
  const arrives = async (name: string): Promise<void> => {
    await heading(sidebar, name);
    expect(await focused()).toBe(name);
  };
  expect(await focused()).toBe('First tiers in three answers');
  await tabTo('Average contract value');
  await page.keyboard.type('12k');
  await use('Show my tiers');
  await sidebar.getByText(/Written: Summary/).waitFor();
  expect(await focused()).toBe('Results');
  await sidebar.locator('body').evaluate(() => window.scrollTo(0, 0));
  for (let press = 0; press < 40 && (await focused()) !== 'Plan'; press += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await arrives('Your plan');
  await use('1Data');
  await arrives('Data');
  await use('Next: Market');
  await arrives('Market');
  await use('Next: ICP');
  await arrives('Ideal customer profile');
  await use('IndustryIndustry in');
  await tabTo('Importance');
  await page.keyboard.press('ArrowDown');
  await use('Save');
  await sidebar.getByText('Saved to the plan tabs.').waitFor();
  await use('Next: Segments');
  await arrives('Segments');
  await use('Add a segment');
  for (let press = 0; press < 40 && (await focused()) !== 'Name'; press += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Builders');
  await use('Add a rule');
  for (let press = 0; press < 40 && (await focused()) !== 'Value'; press += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Software');
  await tabTo('Pain point');
  await use('Next: Check');
  await arrives('Check');
  await use('Next: Results');
  await arrives('Results');
  await use('Update results');
  await sidebar.getByText(/Written: Summary.*Segments/).waitFor();
  for (let press = 0; press < 150 && (await focused()) !== 'Explain'; press += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await arrives('Explain an account');
  await tabTo('Account, domain or sheet row');
  await page.keyboard.type('sample12.example');
  await sidebar.getByRole('heading', { name: 'Rule by rule' }).waitFor();
  for (let press = 0; press < 40 && (await focused()) !== 'What if'; press += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await arrives('What if');
  await tabTo('Industry');
  await page.keyboard.press('ArrowRight');
  for (let press = 0; press < 40 && (await focused()) !== 'Apply'; press += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await sidebar.getByText('Saved to the plan tabs.').waitFor();
  for (let press = 0; press < 40 && (await focused()) !== 'Take along'; press += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await arrives('Take along');
  const [download] = await Promise.all([page.waitForEvent('download'), use('Download CSV')]);
  expect(download.suggestedFilename()).toMatch(/for HubSpot\.csv$/);
});

test('hostile names in headers, cells, files, rules, segments and tabs are text on every view and add no element', async () => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  const [image = '', script = '', proto = '', template = ''] = HOSTILE;
  const csv = accountsCsv(240)
    .replace('Employees', `"${script.replace(/"/g, '""')}"`)
    .replaceAll('Software', image);
  await openBook(page, 'Accounts.csv', 'Nothing\n');
  const sidebar = await openSidebar(page);
  await button(sidebar, 'Import a CSV file').click();
  await sidebar.getByLabel('CSV file').setInputFiles(fileOf(`${image.replace('/', '')}.csv`, csv));
  await button(sidebar, 'Import 240 rows').click();
  await heading(sidebar, 'First tiers in three answers');
  await button(sidebar, 'Skip the questions').click();
  await button(sidebar, 'Take along').click();
  const rule = { Type: 'Score', Importance: 'High', Active: 'Yes', Why: script };
  const plan = {
    format: 1,
    icp: [
      { ...rule, Rule: image, Field: 'Industry', Operator: 'in', Value: image },
      { ...rule, Rule: proto, Field: 'Country', Operator: 'is', Value: template },
    ],
    segments: [image, proto, template].map((name) => ({
      Segment: name,
      'Pain point': script,
      'Buyer roles': image,
      'Offer angle': script,
    })),
    rules: [image, proto, 'TAM'].map((name) => ({
      For: name,
      Field: 'Industry',
      Operator: 'is not',
      Value: script,
      Type: 'Include',
    })),
    personas: [{ Persona: script, Role: 'Champion', Titles: image }],
  };
  await sidebar.getByLabel('Import plan.json').setInputFiles(fileOf('plan.json', JSON.stringify(plan)));
  await heading(sidebar, 'Your plan');
  const looks = async (): Promise<void> => {
    const strange = await sidebar.locator('body').evaluate(() => {
      document.querySelectorAll('details').forEach((each) => (each.open = true));
      const known =
        'A,B,BASE,BODY,BUTTON,DATALIST,DD,DETAILS,DIV,DL,DT,FIELDSET,FOOTER,H1,H2,H3,HEAD,HEADER,HTML,I,INPUT,LABEL,LEGEND,LI,MAIN,META,NAV,OL,OPTION,P,PROGRESS,SECTION,SELECT,SMALL,SPAN,STYLE,SUMMARY,TABLE,TBODY,TD,TEXTAREA,TH,THEAD,TITLE,TR,UL'.split(
          ',',
        );
      return [...document.querySelectorAll('*')]
        .filter(
          (element) =>
            !(known.includes(element.tagName) || (element.tagName === 'SCRIPT' && element.parentElement === document.body)) ||
            element.getAttributeNames().some((name) => name.startsWith('on')),
        )
        .map((element) => element.outerHTML.slice(0, 100));
    });
    expect(strange).toEqual([]);
  };
  await looks();
  await button(sidebar, /Data/).click();
  for (let position = 0; position < 6; position += 1) {
    await steps(sidebar).nth(position).click();
    await looks();
  }
  await button(sidebar, 'Update results').click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await shoot(page, '61-hostile-written');
  await looks();
  await button(sidebar, 'Explain').click();
  for (const name of HOSTILE) {
    await sidebar.getByLabel('Account, domain or sheet row').fill(name);
    await looks();
  }
  await shoot(page, '62-hostile-explained');
  for (const name of ['What if', 'Take along']) {
    await button(sidebar, name).click();
    await looks();
  }
  expect(dialogs).toEqual([]);
});
