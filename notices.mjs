/** What the licenses of bundled packages ask for: their names in NOTICE, their texts in each file that holds their code. */
import { readdirSync, readFileSync } from 'node:fs';

const LICENSES = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', '0BSD', 'Unlicense'];
/** Data under a license that asks to be named where it goes. */
const SUFFIXES =
  'Its public suffixes are packed from the Public Suffix List, https://publicsuffix.org/list (Mozilla Public License 2.0).';
const BEGIN = '--- Packages in the add-on; `npm run build -- --notice` writes this list ---';
const END = '--- End of the list ---';

/** The folder of the package that a bundled file belongs to, e.g. `node_modules/zod`; undefined for a file of this project. */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/** What a bundled file counts as: its package by name, or itself. */
export function partOf(path) {
  return packageFolder(path)?.replace(/^.*node_modules\//, '') ?? path;
}

/**
 * The packages with code in a bundle, by name. `inputs` is what esbuild's metafile lists for an output.
 * Throws where a license is not one of those we may ship, or its text is missing.
 */
export function bundledPackages(inputs) {
  const holding = Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0);
  const folders = new Set(holding.map(packageFolder).filter((folder) => folder !== undefined));
  return [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readPackage(folder) {
  const { name, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  if (!LICENSES.includes(license))
    throw new Error(`${name} has the license ${license}; only ${LICENSES.join(', ')} can be bundled. Use another package.`);
  const file = readdirSync(folder).find((entry) => /^(?:un)?licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${folder} has no license file; its text must be shipped. Use another package.`);
  return { name, license, ...readLicense(readFileSync(`${folder}/${file}`, 'utf8')) };
}

/** Copyright lines, and the text without them, its title, rules and line breaks, so that equal texts are equal strings. */
function readLicense(text) {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const isTitle = (line) => line.length < 40 && /licen[cs]e/i.test(line);
  const isCopyright = (line) => /^Copyright\b.*(?:\d{4}|<https?:)/i.test(line);
  const paragraphs = lines
    .filter((line) => !isCopyright(line))
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/[-=]{3,}|\s+/g, ' ').trim())
    .filter((paragraph, index) => paragraph !== '' && !(index === 0 && isTitle(paragraph)));
  return { copyright: lines.filter(isCopyright), text: paragraphs.join('\n\n') };
}

/** NOTICE with its list of packages made current. `files` maps a file of dist/ to the packages in it. Throws when the marks are missing. */
export function currentNotice(notice, files) {
  const start = notice.indexOf(BEGIN);
  const end = notice.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error(`NOTICE has no list of packages; put these two lines in it:\n${BEGIN}\n${END}`);
  const packages = new Map([...files.values()].flat().map((each) => [each.name, each]));
  const lines = [...packages.keys()].sort().map((name) => {
    const inFiles = [...files.keys()].filter((file) => files.get(file).some((each) => each.name === name));
    return `- ${credit(packages.get(name))} In ${inFiles.join(' and ')}.`;
  });
  return `${notice.slice(0, start)}${[BEGIN, ...lines].join('\n')}\n${notice.slice(end)}`;
}

/** What a file must carry of its packages' licenses: who has the copyright, and each text once. Throws when it would end a comment. */
export function licenseTexts(packages) {
  const groups = new Map();
  for (const each of packages) groups.set(each.text, [...(groups.get(each.text) ?? []), each]);
  const texts = [...groups].map(([text, group]) => `${group.map((each) => `${credit(each)}\n`).join('')}\n${text}`);
  const comment = ['It contains code of others:', ...texts, SUFFIXES].join('\n\n');
  const mark = /\*\/|--|<[?!]/.exec(comment);
  if (mark)
    throw new Error(
      `The license text of a bundled package holds "${mark[0]}", which ends a comment. Take it out in notices.mjs.`,
    );
  return comment;
}

function credit({ name, license, copyright }) {
  return [`${name}: ${license}.`, ...copyright.map((line) => `${line.replace(/\.$/, '')}.`)].join(' ');
}
