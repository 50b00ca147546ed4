/** Packs the Public Suffix List, as `tldts` has it, into the text that src/sheet/parse/suffixData.ts holds; the build writes that file and fails with `--check` where it is stale. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FILE = 'src/sheet/parse/suffixData.ts';
/** Marks of a rule in tldts: on the list of ICANN, on the list of private owners. */
const ICANN = 1;
const PRIVATE = 2;
/** Upper-case letters stand for the labels that cost most; domains in the list are in lower case. */
const CODES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The path and the current text of the generated file. */
export function suffixFile() {
  const { version, folder } = tldts();
  const root = keptRules(listedRules(folder));
  const labels = costlyLabels(root);
  const text = [...root].map(([label, node]) => `${label} ${packChildren(node, labels)}`).join('/');
  if (/['\\]/.test(text)) throw new Error('A public suffix holds a quote or a backslash; quote it in suffixes.mjs.');
  return {
    path: FILE,
    text: [
      `/** Public suffixes of two labels and more, packed by suffixes.mjs from the Public Suffix List (MPL-2.0) in tldts ${version}; not written by hand. */`,
      '',
      '/** Labels that A, B, C … stand for. */',
      `export const SUFFIX_LABELS = '${labels.join(' ')}';`,
      '',
      '/** Top-level domains, each with the labels below it: `~` is no suffix itself, `*` any label, `!` none, brackets hold the labels below a label. */',
      `export const SUFFIX_RULES = '${text}';`,
      '',
    ].join('\n'),
  };
}

function tldts() {
  const require = createRequire(import.meta.url);
  const folder = dirname(dirname(dirname(require.resolve('tldts'))));
  return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
}

/** Every rule of the list: its labels from the top-level domain down, its mark, and whether it is an exception. */
export function listedRules(folder) {
  const source = readFileSync(join(folder, 'dist/es6/src/data/trie.js'), 'utf8').replaceAll('export const', 'const');
  const arrays = 'nodeFlags, edgeStart, edgeLength, edgeChild, labelText, rulesRoot, exceptionsRoot';
  const trie = new Function(`${source.replace(/^\/\/#.*$/m, '')}; return { ${arrays} };`)();
  const offsets = [];
  let offset = 0;
  for (const length of trie.edgeLength) {
    offsets.push(offset);
    offset += length;
  }
  const rules = [];
  const visit = (node, path, isException) => {
    for (let edge = trie.edgeStart[node]; edge < trie.edgeStart[node + 1]; edge += 1) {
      const labels = [...path, trie.labelText.substr(offsets[edge], trie.edgeLength[edge])];
      const child = trie.edgeChild[edge];
      if (trie.nodeFlags[child] !== 0) rules.push({ labels, mark: trie.nodeFlags[child], isException });
      visit(child, labels, isException);
    }
  };
  visit(trie.rulesRoot, [], false);
  visit(trie.exceptionsRoot, [], true);
  return rules.sort((a, b) => (a.labels.join('.') < b.labels.join('.') ? -1 : 1));
}

/** The rules that companies meet, as nested maps `label → { isSuffix, isException, below }`, by top-level domain. */
function keptRules(rules) {
  const topLevel = new Set(rules.filter(({ labels }) => labels.length === 1).map(({ labels }) => labels[0]));
  const root = new Map();
  for (const { labels, mark, isException } of rules)
    if (labels.length > 1 && isKept(mark, labels, topLevel)) addRule(root, labels, isException);
  leaveOutTowns(root);
  return root;
}

/**
 * Leaves out the labels that one country alone has where it has more than 500: Norway's 690 towns, which would cost a formula 7 kB and below
 * which hardly a company registers. `acme.oslo.no` is then known by `oslo.no`.
 */
function leaveOutTowns(root) {
  const countries = new Map();
  for (const { below } of root.values()) for (const label of below.keys()) countries.set(label, (countries.get(label) ?? 0) + 1);
  for (const { below } of root.values()) {
    if (below.size <= 500) continue;
    for (const label of [...below.keys()]) if (countries.get(label) === 1) below.delete(label);
  }
}

/**
 * Of ICANN's rules all in ASCII but Japan's towns (1,700 of them, below which few companies register; `acme.tokyo.jp` is one's own),
 * of private owners' those that register names as a country does: `uk.com`, `com.de`, `africa.com`. Other private ones are hosts of anyone's
 * pages, which identify no account.
 */
function isKept(mark, path, topLevel) {
  const [country, label] = [path[0], path.at(-1)];
  if (!path.every((each) => /^[a-z0-9*-]+$/.test(each))) return false;
  if ((mark & ICANN) !== 0) return country !== 'jp' || path.length === 2;
  return (mark & PRIVATE) !== 0 && path.length === 2 && (/^[a-z]{2,3}$/.test(label) || topLevel.has(label));
}

function addRule(root, path, isException) {
  let nodes = root;
  let node;
  for (const label of path) {
    node = nodes.get(label) ?? { isSuffix: false, isException: false, below: new Map() };
    nodes.set(label, node);
    nodes = node.below;
  }
  if (isException) node.isException = true;
  else node.isSuffix = true;
}

function costlyLabels(root) {
  const costs = new Map();
  const count = (nodes) => {
    for (const [label, { below }] of nodes) {
      costs.set(label, (costs.get(label) ?? 0) + label.length - 1);
      count(below);
    }
  };
  for (const { below } of root.values()) count(below);
  const byCost = ([a, costA], [b, costB]) => costB - costA || (a < b ? -1 : 1);
  return [...costs]
    .filter(([label]) => label.length > 1)
    .sort(byCost)
    .slice(0, CODES.length)
    .map(([label]) => label);
}

function packChildren({ below }, labels) {
  return [...below]
    .map(([label, node]) => {
      const code = labels.includes(label) ? CODES[labels.indexOf(label)] : label;
      const mark = node.isException ? '!' : node.isSuffix ? '' : '~';
      return `${mark}${code}${node.below.size > 0 ? `(${packChildren(node, labels)})` : ''}`;
    })
    .sort()
    .join(' ');
}
