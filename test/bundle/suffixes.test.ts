/** The packed public suffixes: what they hold of the list they come from, and that the committed file is what the installed list gives. */
import { readFileSync } from 'node:fs';
import { getPublicSuffix } from 'tldts';
import { suffixLabels } from '../../src/sheet/parse/publicSuffix';

interface Suffixes {
  readonly listedRules: (folder: string) => readonly { labels: readonly string[]; mark: number; isException: boolean }[];
  readonly suffixFile: () => { readonly path: string; readonly text: string };
}

const { listedRules, suffixFile } = jest.requireActual<Suffixes>('../../suffixes.mjs');
const ICANN = 1;

/** Rules of ICANN in ASCII, as labels from the left; a wildcard stands for the label `any`, exceptions are left out. */
function listedSuffixes(): readonly (readonly string[])[] {
  return listedRules('node_modules/tldts')
    .filter(({ mark, isException }) => (mark & ICANN) !== 0 && !isException)
    .map(({ labels }) => labels.map((label) => (label === '*' ? 'any' : label)).reverse())
    .filter((labels) => labels.every((label) => /^[a-z0-9-]+$/.test(label)));
}

const isTown = (labels: readonly string[]): boolean => (labels.at(-1) === 'jp' && labels.length > 2) || labels.at(-1) === 'no';

describe('the packed public suffixes', () => {
  it('are what suffixes.mjs makes of the installed list', () => {
    const { path, text } = suffixFile();
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('give the suffix of every rule of ICANN but the towns of Japan and Norway', () => {
    const rules = listedSuffixes().filter((labels) => !isTown(labels));
    const wrong = rules.filter((labels) => {
      const host = ['acme', ...labels];
      return suffixLabels(host) !== (getPublicSuffix(host.join('.')) ?? '').split('.').length;
    });
    console.log(
      `suffixes: ${rules.length - wrong.length} of ${rules.length} rules agree, ${listedSuffixes().filter(isTown).length} towns are left out`,
    );
    expect(wrong).toEqual([]);
    expect(rules.length).toBeGreaterThan(4000);
  });

  it.each([
    ['an exception', 'acme.www.ck', 1],
    ['a wildcard', 'acme.anything.ck', 2],
    ['a town of Norway', 'acme.oslo.no', 1],
    ['a town of Japan', 'acme.chiyoda.tokyo.jp', 2],
    ['no rule', 'acme.example', 1],
    ['one label', 'com', 1],
  ])('count the labels of %s', (_, host, length) => {
    expect(suffixLabels(host.split('.'))).toBe(length);
  });
});
