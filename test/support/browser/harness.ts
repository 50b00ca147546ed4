/** The built add-on in Chromium: the workbench's page with the sidebar in its sandboxed frame, as people see it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { serveShortSample } from './sample';

export interface Served {
  readonly origin: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** What a page begins with: the sample's first accounts, planned, or the whole of it as `npm start` serves it. */
type Sample = 'short' | 'whole';

/** Serves what `npm run build` made, on a free port. */
export async function serve(sample: Sample = 'short'): Promise<Served> {
  const root = process.env.PLANNER_ROOT ?? process.cwd();
  const [server, browser] = await Promise.all([
    sample === 'whole' ? startCommand(root) : serveShortSample(pathToFileURL(`${root}/`)),
    launchChromium(),
  ]);
  return {
    origin: server.origin,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** `npm start` on a free port. */
async function startCommand(root: string): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, [join(root, 'build/serve.mjs'), '--port', String(port)]);
  return { origin: await originOf(child), close: () => Promise.resolve(void child.kill()) };
}

/** A page of the workbench on the planned sample; what it complains about ends up in `complaints`. */
export async function openPage({ browser, origin }: Served, complaints: string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, acceptDownloads: true });
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The frame has no right to the clipboard, as in Google; the page then copies in the old way.
    if (message.type() === 'error' && !message.text().includes('The Clipboard API has been blocked'))
      complaints.push(message.text());
  });
  page.on('dialog', (dialog) => void dialog.accept());
  page.on('filechooser', () => undefined);
  await page.goto(origin);
  await page.waitForSelector('body[data-ready]', { timeout: 60_000 });
  return page;
}

/** The page of the test that runs; see `eachOnAPage`. */
export let page: Page;

interface PageSettings {
  /** A test's time, in milliseconds. */
  readonly limit: number;
  /** A wait's time where it is not the usual one, in milliseconds. */
  readonly patience?: number;
  readonly sample?: Sample;
}

/** Serves the workbench for the tests of a file and opens each one a page of its own, which may complain of nothing. */
export function eachOnAPage({ limit, patience, sample }: PageSettings): void {
  let served: Served;
  let complaints: string[];
  jest.setTimeout(limit);
  beforeAll(async () => {
    served = await serve(sample);
  }, 90_000);
  afterAll(() => served.close());
  beforeEach(async () => {
    complaints = [];
    page = await openPage(served, complaints);
    if (patience !== undefined) page.setDefaultTimeout(patience);
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });
}

/** A button of the sidebar: with this very name, or with one that matches. */
export const button = (sidebar: FrameLocator, name: string | RegExp): Locator =>
  sidebar.getByRole('button', { name, exact: typeof name === 'string' });

/** Waits for the view of this title. */
export const heading = (sidebar: FrameLocator, name: string): Promise<void> =>
  sidebar.getByRole('heading', { level: 1, name }).waitFor();

export async function openSidebar(page: Page): Promise<FrameLocator> {
  for (const name of ['Extensions', 'Segment Planner', 'Open planner'])
    await page.getByRole('menuitem', { name, exact: true }).click();
  const sidebar = page.frameLocator('.sidebar-frame');
  await sidebar.getByRole('heading', { level: 1 }).waitFor();
  return sidebar;
}

/** Opens a file of one's own in place of the sample. */
export async function openBook(page: Page, name: string, text: string): Promise<void> {
  await openFile(page, fileOf(name, text));
  await page.waitForFunction(() => document.querySelectorAll('.o-sheet').length === 1);
}

export async function openFile(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Open' }).click()]);
  await chooser.setFiles(path);
}

/** A file that holds this in a folder of its own. */
export function fileOf(name: string, text: string | Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'planner-')), name);
  writeFileSync(file, text);
  return file;
}

/** Goes to a tab and to a cell of it, by mouse and arrow keys as people do. */
export async function selectCell(page: Page, tab: string, row: number, column = 1): Promise<void> {
  await page.locator('.o-sheet').filter({ hasText: tab }).first().click();
  await page.locator('.o-grid-overlay').click({ position: { x: 60, y: 8 } });
  await page.keyboard.press('Control+Home');
  for (let press = 1; press < row; press += 1) await page.keyboard.press('ArrowDown');
  for (let press = 1; press < column; press += 1) await page.keyboard.press('ArrowRight');
}

export const tabsOf = async (page: Page): Promise<string[]> =>
  (await page.locator('.o-sheet-name').allTextContents()).map((text) => text.trim());

/** Pictures of a run, kept where SHOTS says. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.locator('.sidebar-frame').screenshot({ path: join(folder, `${name}.png`) });
}

/** The same of the whole page. */
export async function shootPage(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Delays, drops or spoils what the server answers; the page knows nothing of it. Each call is reported the request's kind. */
export async function meddle(sidebar: FrameLocator, script: string): Promise<void> {
  await sidebar.locator('body').evaluate((_, body) => {
    const { script: host } = (window as unknown as { google: { script: { run: Runner } } }).google;
    interface Runner {
      withSuccessHandler(handler: (value: unknown) => void): Runner;
      withFailureHandler(handler: (error: unknown) => void): Runner;
      serve(request: string): void;
    }
    const words = window as unknown as { meddled: (...args: unknown[]) => void };
    const real = host.run;
    // The page's policy forbids evaluation, not scripts in the page.
    const element = document.createElement('script');
    element.textContent = `window.meddled = function (kind, send, succeed, fail) { ${body} };`;
    document.head.append(element);
    const wrap = (onSuccess: (value: unknown) => void, onFailure: (error: unknown) => void): Runner => ({
      withSuccessHandler: (handler) => wrap(handler, onFailure),
      withFailureHandler: (handler) => wrap(onSuccess, handler),
      serve: (request) => {
        const send = (then: (value: unknown) => void): void =>
          real.withSuccessHandler(then).withFailureHandler(onFailure).serve(request);
        words.meddled((JSON.parse(request) as { kind: string }).kind, send, onSuccess, onFailure);
      },
    });
    host.run = wrap(
      () => undefined,
      () => undefined,
    );
  }, script);
}

function originOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += String(part);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found !== null) done(found[0]);
    });
    child.stderr?.on('data', (part: Buffer) => fail(new Error(String(part))));
  });
}
