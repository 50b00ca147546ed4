/** Starts the page: fetches what it needs, shows the sample workbook, and listens for the page's keys. */
import { byId, element } from './dom';
import { fillFooter } from './footer';
import { Page } from './page';
import { fetchSite } from './site';
import { addUtilityStyles } from './utilityStyles';

async function start(): Promise<void> {
  addUtilityStyles();
  const site = await fetchSite();
  const page = new Page(site);
  fillFooter(site.bundleHash);
  byId('planner').addEventListener('click', () => {
    void page.startAddOn();
  });
  byId('open').addEventListener('click', () => {
    page.open();
  });
  byId('save').addEventListener('click', () => {
    page.save();
  });
  window.addEventListener(
    'keydown',
    (event) => {
      onKey(event, page);
    },
    { capture: true },
  );
  await page.show(site.workbook);
  if (site.isPlanned) await page.showPlanned();
  document.body.dataset.ready = 'yes';
}

/** The page's keys, before the browser and the grid see them. */
function onKey(event: KeyboardEvent, page: Page): void {
  if (event.altKey && event.key === 'Enter' && isReading(event.target) && page.followLink()) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const key = event.key.toLowerCase();
  if (key !== 'o' && key !== 's') return;
  event.preventDefault();
  event.stopPropagation();
  if (key === 'o') page.open();
  else page.save();
}

/** In the grid and no cell is being edited, where the same keys begin a new line. The engine then hides its editor. */
function isReading(target: EventTarget | null): boolean {
  const editor = target instanceof Element ? target.closest<HTMLElement>('.o-grid .o-grid-composer') : null;
  return editor?.style.opacity === '0';
}

start().catch((error: unknown) => {
  const sentence = error instanceof Error ? error.message : String(error);
  byId('spreadsheet').replaceChildren(
    element('p', { class: 'fatal', role: 'alert' }, `The workbench could not start: ${sentence}`),
  );
});
