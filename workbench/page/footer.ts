/** The footer: which build runs here, and what running it here cannot show about Google. */
import { byId, element } from './dom';

/** Kept honest and short: whoever relies on the workbench should know where it ends. */
const LIMITS = [
  'Signing in, the consent screen, and what Google shows someone who has not enabled the add-on.',
  'Real speed and quotas: calls cost imagined time here, measured against the published limits.',
  'Google’s exact error sentences, and how it reads typed dates and numbers in every locale.',
  'Several people editing at once, version history, protections of other accounts.',
  'The whole of Sheets: the grid is another engine, without QUERY, LET or LAMBDA, with charts of its own.',
  'HtmlService’s real filter and permissions; its sandbox keywords and comment stripping are imitated.',
];

/** Fills the footer with the build's hash and a list of limits that closes on Escape or a click beside it. */
export function fillFooter(bundleHash: string): void {
  const build = element(
    'span',
    { title: 'SHA-256 over Code.js, Sidebar.html and appsscript.json' },
    'dist ',
    element('code', {}, bundleHash),
    ' — exactly the files that go to Google',
  );
  const list = element('ul', {}, ...LIMITS.map((limit) => element('li', {}, limit)));
  const limits = element(
    'details',
    { class: 'limits' },
    element('summary', {}, 'What this cannot show'),
    element('div', {}, element('p', {}, 'The workbench proves nothing about:'), list),
  );
  byId('foot').replaceChildren(build, element('span', { class: 'grow' }), limits);
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !limits.contains(event.target)) limits.open = false;
  });
  limits.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') limits.open = false;
  });
}
