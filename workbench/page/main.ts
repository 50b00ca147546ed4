/** Starts the page: fetches what it needs, shows the sample workbook, and listens for the page's two keys. */
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
    page.startAddOn();
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
  document.body.dataset.ready = 'yes';
}

/** The page's two keys, before the browser and the grid see them. */
function onKey(event: KeyboardEvent, page: Page): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const key = event.key.toLowerCase();
  if (key !== 'o' && key !== 's') return;
  event.preventDefault();
  event.stopPropagation();
  if (key === 'o') page.open();
  else page.save();
}

start().catch((error: unknown) => {
  const sentence = error instanceof Error ? error.message : String(error);
  byId('spreadsheet').replaceChildren(
    element('p', { class: 'fatal', role: 'alert' }, `The workbench could not start: ${sentence}`),
  );
});
