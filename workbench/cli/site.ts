/** What the two servers serve: the page with its libraries and the bundle, and the empty frame for the sidebar. */
import type { Resource, Resources } from './server';

const JS = 'text/javascript; charset=utf-8';
const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';

export interface SitePaths {
  /** The project's folder; the page's HTML and CSS, build, dist and node_modules lie in it. */
  readonly root: URL;
}

/** What the page is reported at its start. */
export interface StartFacts {
  readonly frameOrigin: string;
  readonly bundleHash: string;
}

/** Everything the page's server serves, by path; `root` is the project's folder, `start` and `workbook` are asked at each request. */
export function pageResources({ root }: SitePaths, start: () => StartFacts, workbook: () => string): Resources {
  const file = (type: string, path: string): Resource => ({ type, content: new URL(path, root) });
  return new Map([
    ['/', file(HTML, 'workbench/page/index.html')],
    ['/page.css', file(CSS, 'workbench/page/page.css')],
    ['/page.js', file(JS, 'build/page.js')],
    // The engine stays in files of its own, as it was published: its license (LGPL) lets anyone put another version there.
    ['/engine/owl.iife.js', file(JS, 'node_modules/@odoo/owl/dist/owl.iife.js')],
    ['/engine/o_spreadsheet.iife.js', file(JS, 'node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.iife.js')],
    ['/engine/o_spreadsheet.css', file(CSS, 'node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.css')],
    ['/engine/o_spreadsheet.xml', file('text/xml; charset=utf-8', 'node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.xml')],
    ['/dist/Code.js', file(TEXT, 'dist/Code.js')],
    ['/dist/Sidebar.html', file(TEXT, 'dist/Sidebar.html')],
    ['/dist/appsscript.json', file(JSON_TYPE, 'dist/appsscript.json')],
    ['/start.json', { type: JSON_TYPE, content: () => JSON.stringify(start()) }],
    ['/workbook.json', { type: JSON_TYPE, content: workbook }],
  ]);
}

/** The two files that the sidebar's frame is made of, by path. */
export function frameResources({ root }: SitePaths): Resources {
  return new Map([
    ['/', { type: HTML, content: new URL('workbench/page/frame.html', root) }],
    ['/frame.js', { type: JS, content: new URL('build/frame.js', root) }],
  ]);
}

/** The page loads nothing from elsewhere; owl and the script realm compile code, hence `unsafe-eval`. */
export function pageHeaders(frameOrigin: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self' 'unsafe-eval'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      `frame-src 'self' ${frameOrigin}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}

/** Stricter than Google: a sidebar that loads anything remote fails here, where it can be seen. */
export function frameHeaders(pageOrigins: readonly string[]): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self' 'unsafe-inline'",
      "style-src 'unsafe-inline'",
      'img-src data: blob:',
      `frame-ancestors ${pageOrigins.join(' ')}`,
    ].join('; '),
    'referrer-policy': 'no-referrer',
  };
}
