/** Everything the page fetches once from its own server. */
import type { Bundle } from '../core/realm/bundle';
import type { WorkbookData } from '../core/document/workbookData';

export interface Site {
  readonly frameOrigin: string;
  readonly bundleHash: string;
  readonly bundle: Bundle;
  readonly workbook: WorkbookData;
  /** The workbook holds results, to be shown with the planner. */
  readonly isPlanned: boolean;
  /** The engine's templates, as XML. */
  readonly templates: string;
}

/** Build hash, bundle, workbook and templates from the server. @throws Error when one of them does not arrive. */
export async function fetchSite(): Promise<Site> {
  const paths = [
    '/start.json',
    '/workbook.json',
    '/dist/Code.js',
    '/dist/Sidebar.html',
    '/dist/appsscript.json',
    '/engine/o_spreadsheet.xml',
  ];
  const [start = '', workbook = '', code = '', sidebar = '', manifest = '', templates = ''] = await Promise.all(
    paths.map(fetchText),
  );
  // Both come from the server this page was built with.
  const facts = JSON.parse(start) as Pick<Site, 'frameOrigin' | 'bundleHash' | 'isPlanned'>;
  return { ...facts, bundle: { code, sidebar, manifest }, workbook: JSON.parse(workbook) as WorkbookData, templates };
}

async function fetchText(path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${(await answer.text()).trim()}`);
  return answer.text();
}
