/** The page in Chromium, with a tiny add-on in dist: menu, sidebar, formulas, files, toasts, keyboard. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Download, FrameLocator, Page } from 'playwright-core';
import { addressOf } from '../../../workbench/core/document/a1';
import { launchChromium } from '../../support/browser/chromium';
import { openWorkbook } from '../../support/workbench/files/openWorkbook';
import { rawXlsx } from '../../support/workbench/files/rawXlsx';
import { builtProject } from '../../support/workbench/page/fixture';

jest.setTimeout(30_000);

let root: string;
let server: ChildProcess;
let origin: string;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  root = await builtProject();
  ({ server, origin } = await started(root));
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser.close();
  server.kill();
  rmSync(root, { recursive: true });
});

beforeEach(async () => {
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, acceptDownloads: true });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  // The first listener switches interception on, which takes a moment; a chooser opened before that would be lost.
  page.on('filechooser', () => undefined);
  await page.goto(origin);
  await page.waitForSelector('body[data-ready]');
}, 30_000);

afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

async function started(folder: string): Promise<{ server: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, [join(folder, 'build/serve.mjs'), '--port', String(20_000 + (process.pid % 20_000))]);
  return new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += String(part);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found !== null) done({ server: child, origin: found[0] });
    });
    child.stderr.on('data', (part: Buffer) => fail(new Error(String(part))));
  });
}

const choose = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) await page.getByRole('menuitem', { name, exact: true }).click();
};

const openSidebar = async (): Promise<FrameLocator> => {
  await choose('Extensions', 'Segment Planner', 'Open planner');
  return page.frameLocator('.sidebar-frame');
};

const tabs = async (): Promise<string[]> => (await page.locator('.o-sheet-name').allTextContents()).map((text) => text.trim());

const type = async (text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

/** Clicks a cell of the canvas until the name box says it is selected; a click during a redraw can get lost. */
const select = async (column: number, row: number): Promise<void> => {
  const address = addressOf(row + 1, column + 1);
  const selected = async (): Promise<boolean> =>
    page
      .waitForFunction(
        (wanted) => document.querySelector<HTMLInputElement>('.o-named-range-selector input')?.value === wanted,
        address,
        {
          timeout: 1000,
        },
      )
      .then(
        () => true,
        () => false,
      );
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await page.mouse.click(48 + column * 96 + 40, (await gridTop()) + 26 + row * 23 + 12);
    if (await selected()) return;
  }
  throw new Error(`${address} cannot be selected`);
};

/** The grid is drawn on a canvas; the formula bar tells what the selected cell holds. */
const expectCell = async (column: number, row: number, text: string): Promise<void> => {
  await select(column, row);
  await page.locator('.o-topbar-composer').getByText(text, { exact: true }).waitFor({ timeout: 5000 });
};

const gridTop = async (): Promise<number> => (await page.locator('.o-grid').boundingBox())?.y ?? 0;

const bookOf = async (download: Download): Promise<Awaited<ReturnType<typeof openWorkbook>>> =>
  openWorkbook(download.suggestedFilename(), readFileSync(await download.path()));

const saved = async (act: () => Promise<void>): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
};

test('it opens the planned sample and says which build runs', async () => {
  expect(await page.title()).toBe('Sample accounts – Segment Planner workbench');
  expect(await tabs()).toEqual(['Accounts', 'Scores', 'Contacts']);
  expect(await page.locator('#foot code').textContent()).toMatch(/^[0-9a-f]{12}$/);
  await expectCell(1, 2, '250');
});

test('by the name localhost the sidebar opens as well', async () => {
  await page.goto(origin.replace('127.0.0.1', 'localhost'));
  await page.waitForSelector('body[data-ready]');
  const frame = await openSidebar();
  await frame.locator('body *').first().waitFor();
});

test('the sidebar is the bundle’s page in a sandboxed frame of another origin', async () => {
  const sidebar = await openSidebar();
  await sidebar.getByRole('button').waitFor();
  const frame = page.locator('.sidebar-frame');
  expect(await frame.getAttribute('sandbox')).toBe(
    'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox',
  );
  expect(await frame.getAttribute('allow')).toBeNull();
  expect(new URL((await frame.getAttribute('src')) ?? '').origin).not.toBe(origin);
  expect((await frame.boundingBox())?.width).toBeGreaterThan(298);
  const inside = await sidebar.locator('body').evaluate(() => {
    const refused = (look: () => unknown): boolean => {
      try {
        look();
        return false;
      } catch {
        return true;
      }
    };
    return [refused(() => window.localStorage), refused(() => window.parent.document.body), 'google' in window];
  });
  expect(inside).toEqual([true, true, true]);
});

test('a click in the sidebar runs the bundle, and its tab appears live', async () => {
  const sidebar = await openSidebar();
  await sidebar.getByRole('button').waitFor();
  await select(1, 1);
  await type('999');
  await sidebar.getByRole('button', { name: 'Plan everything' }).click();
  await sidebar.getByText('done: 2 accounts read.').waitFor();
  await page.getByText('Planned.').waitFor();
  await page.locator('.o-sheet', { hasText: 'Scores' }).click();
  await expectCell(1, 1, '999');
});

test('google.script.run takes plain values only', async () => {
  const sidebar = await openSidebar();
  await sidebar.getByRole('button').waitFor();
  const outcomes = await sidebar.locator('body').evaluate(async () => {
    const { run } = (window as unknown as { google: { script: { run: Record<string, (...args: unknown[]) => unknown> } } }).google
      .script;
    let thrown = '';
    try {
      run.serve?.({ when: new Date(0) });
    } catch (error) {
      thrown = String(error);
    }
    const failure = await new Promise((done) => {
      const handled = run.withFailureHandler?.((error: Error) => {
        done(error.message);
      }) as typeof run;
      handled.fail?.();
    });
    return [thrown, failure, typeof run.hidden_];
  });
  expect(outcomes).toEqual([
    'TypeError: Failed due to illegal value in property: when',
    'Accounts!B1: the column Employees is missing. Add it.',
    'undefined',
  ]);
});

test('custom functions compute in the grid and spill', async () => {
  await select(4, 0);
  await type('=DOUBLE(B2:B3)');
  await type('');
  const book = await bookOf(await saved(async () => page.keyboard.press('Control+s')));
  expect(book.sheets[0]?.cells).toMatchObject({
    E1: { value: 200, note: 'Value of the formula =DOUBLE(B2:B3)' },
    E2: { value: 500 },
  });
});

test('what a menu item throws is shown and stays', async () => {
  await choose('Extensions', 'Segment Planner', 'Fail');
  await page.getByRole('alert').getByText('Accounts!B1: the column Employees is missing. Add it.').waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(await page.locator('.toast').count()).toBe(0);
});

test('menus answer to the keyboard alone', async () => {
  await page.getByRole('menuitem', { name: 'File', exact: true }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.frameLocator('.sidebar-frame').getByRole('button').waitFor();
  await page.getByRole('button', { name: 'Close sidebar' }).press('Enter');
  expect(await page.locator('#sidebar').isHidden()).toBe(true);
});

test('files are opened by content, imported beside the rest, and saved as XLSX and CSV', async () => {
  writeFileSync(join(root, 'mine.csv'), 'Name;Size\nÄrger;7\n=1+1;8\n');
  const pick = async (act: () => Promise<void>): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
    await chooser.setFiles(join(root, 'mine.csv'));
  };
  await pick(async () => choose('File', 'Import as new tabs…'));
  await page.locator('.o-sheet', { hasText: 'mine' }).click();
  expect(await tabs()).toEqual(['Accounts', 'Scores', 'Contacts', 'mine']);
  const csv = await saved(async () => choose('File', 'Download this tab as CSV'));
  expect(readFileSync(await csv.path(), 'utf8')).toBe("\uFEFFName,Size\r\nÄrger,7\r\n'=1+1,8\r\n");
  page.on('dialog', (dialog) => void dialog.accept());
  await pick(async () => page.getByRole('button', { name: 'Open' }).click());
  await page.waitForFunction(() => document.querySelectorAll('.o-sheet').length === 1);
  // As in Sheets, the formula bar shows the apostrophe that keeps such a text a text.
  await expectCell(0, 2, "'=1+1");
});

test('an unreadable file is a sentence and changes nothing', async () => {
  writeFileSync(join(root, 'bad.csv'), '%PDF-1.7');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(join(root, 'bad.csv'));
  await page.getByText('bad.csv: this is a PDF; export the list as CSV or XLSX.').waitFor();
  expect(await tabs()).toEqual(['Accounts', 'Scores', 'Contacts']);
});

describe('a file made to break its reader', () => {
  const ROWS =
    '<sheetData><row r="1"><c r="A1" t="str"><v>Account name</v></c></row><row r="2"><c r="A2" t="str"><v>Acme</v></c></row></sheetData>';
  const open = async (xml: string, names = ['List']): Promise<void> => {
    writeFileSync(join(root, 'hostile.xlsx'), rawXlsx(names.map((name) => ({ name, xml }))));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
    await chooser.setFiles(join(root, 'hostile.xlsx'));
  };

  test('opens with what makes sense, and the page goes on', async () => {
    page.on('dialog', (dialog) => void dialog.accept());
    const hostile = [
      `${ROWS}<hyperlinks><hyperlink ref="A1:C1" location="'List'!A1"/></hyperlinks>`,
      `${ROWS}<mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells><autoFilter ref="A1:XFD1048576"/>`,
      `<cols><col min="1" max="16384" hidden="1"/></cols>${ROWS}`,
      `<sheetViews><sheetView workbookViewId="0"><pane ySplit="2000000" state="frozen"/></sheetView></sheetViews>${ROWS}`,
      ROWS.replace('</row>', '<c r="D1"><f t="array" ref="D1:XFD1048576">{1,2}</f><v>1</v></c></row>'),
    ];
    for (const [index, xml] of hostile.entries()) {
      await open(xml, [`List ${index}`]);
      await page.locator('.o-sheet', { hasText: `List ${index}` }).waitFor();
      await page.locator('.o-grid-overlay').click({ position: { x: 60, y: 8 } });
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('ArrowDown');
      await page.locator('.o-topbar-composer').getByText('Acme', { exact: true }).waitFor({ timeout: 10_000 });
    }
    await open(ROWS, ['List', 'LIST']);
    await page.locator('.o-sheet', { hasText: 'LIST 2' }).waitFor();
    expect(await tabs()).toEqual(['List', 'LIST 2']);
  });

  test.each([
    ['16,385 columns', 'XFE1', 'has 16,385 columns'],
    ['18,279 columns', 'AAAA1', 'has 18,279 columns'],
    ['a cell in the last corner', 'XFD1048576', 'reaches over 1,048,576 rows'],
  ])('with %s is one sentence, and the open book stays', async (_name, position, sentence) => {
    await open(`<sheetData><row><c r="A1"><v>1</v></c><c r="${position}"><v>2</v></c></row></sheetData>`);
    await page.getByText(sentence).waitFor();
    expect(await tabs()).toEqual(['Accounts', 'Scores', 'Contacts']);
  });
});
