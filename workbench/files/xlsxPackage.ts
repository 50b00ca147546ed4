/** An XLSX file's parts before they are parsed: number formats by number, so that no format decides a value, and how far cells reach. */
import { columnNumber } from '../core/document/a1';
import { BUILT_IN_FORMATS } from './builtInFormats';
import { Unreadable } from './unreadable';
import { readEntry, withEntries, zipEntries } from './zip';
import type { ZipEntry } from './zip';

/** Most that is read of one tab, as XLSX and Google have it. */
const MAX_ROWS = 1_048_576;
/** Characters of a title in a sentence. */
const MOST_SHOWN = 100;
const MAX_COLUMNS = 16_384;
const MAX_CELLS = 10_000_000;

export interface XlsxPackage {
  /** The archive, its styles naming each number format by its number, in quotes: hucre takes no cell for a date by it. */
  readonly bytes: Uint8Array;
  /** Number formats by that number; 0 is General. */
  readonly formats: ReadonlyMap<number, string>;
}

/** Looks at the parts that decide how much memory a workbook takes. Throws a sentence for cells outside of any tab. */
export async function openPackage(name: string, bytes: Uint8Array): Promise<XlsxPackage> {
  const entries = zipEntries(bytes) ?? [];
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const formats = new Map<number, string>();
  const replaced = new Map<string, Uint8Array>();
  for (const { type, path, title } of await relationsOf(bytes, entries)) {
    const entry = byName.get(path);
    if (entry === undefined) continue;
    if (type === 'worksheet') {
      const xml = await textOf(bytes, entry);
      assertExtent(name, title, xml);
      const fitted = withSingleLinks(withoutReadings(xml));
      if (fitted !== xml) replaced.set(path, new TextEncoder().encode(fitted));
    } else replaced.set(path, new TextEncoder().encode(withNumberedFormats(await textOf(bytes, entry), formats)));
  }
  return { bytes: replaced.size === 0 ? bytes : withEntries(bytes, entries, replaced), formats };
}

interface Relation {
  readonly type: 'worksheet' | 'styles';
  readonly path: string;
  /** Of a tab, as people see it. */
  readonly title: string;
}

/** Sheets and styles, wherever the file keeps them. */
async function relationsOf(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Relation[]> {
  const relations: Relation[] = [];
  for (const entry of entries) {
    const [, folder, part] = /^(.*?)_rels\/([^/]+)\.rels$/.exec(entry.name) ?? [];
    if (folder === undefined || entry.size > MAX_RELATIONS_BYTES) continue;
    const xml = await textOf(bytes, entry);
    const source = entries.find(({ name }) => name === `${folder}${part ?? ''}`);
    const titles = await titlesIn(bytes, /\/worksheet["']/.test(xml) ? source : undefined);
    for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
      const type = /\/(worksheet|styles)$/.exec(attributeOf(tag, 'Type') ?? '')?.[1];
      const target = attributeOf(tag, 'Target') ?? '';
      if (type === 'worksheet' || type === 'styles') {
        const title = titles.get(attributeOf(tag, 'Id') ?? '') ?? '';
        relations.push({ type, path: resolved(folder, target), title });
      }
    }
  }
  return relations;
}

/** Titles of tabs by the relation that leads to each; empty for a part that is no list of tabs. */
async function titlesIn(bytes: Uint8Array, part: ZipEntry | undefined): Promise<ReadonlyMap<string, string>> {
  if (part === undefined || part.size > MAX_RELATIONS_BYTES) return new Map();
  const tags = (await textOf(bytes, part)).matchAll(/<(?:\w+:)?sheet\s(?:"[^"]*"|'[^']*'|[^>"'])*>/g);
  return new Map([...tags].map(([tag]) => [attributeOf(tag, '\\w+:id') ?? '', attributeOf(tag, 'name') ?? ''] as const));
}

const MAX_RELATIONS_BYTES = 10_000_000;

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

async function textOf(bytes: Uint8Array, entry: ZipEntry): Promise<string> {
  return new TextDecoder().decode((await readEntry(bytes, entry)) ?? new Uint8Array());
}

/** The reader fills a tab up to its last row and column, however few cells stand in it. */
function assertExtent(name: string, title: string, xml: string): void {
  let rows = 0;
  let columns = 0;
  for (const [, letters = '', digits = ''] of xml.matchAll(/<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']([A-Za-z]{1,9})([0-9]{1,9})["']/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
  }
  if (columns > MAX_COLUMNS || rows > MAX_ROWS) throw new Unreadable(`${name}: ${tooFar(title, rows, columns)}`);
  if (rows * columns > MAX_CELLS) {
    const size = `${grouped(rows)} rows and ${grouped(columns)} columns`;
    throw new Unreadable(
      `${name}: the tab "${shortened(title)}" reaches over ${size} and at most ${grouped(MAX_CELLS)} cells are read; delete what stands far below or far right of the list.`,
    );
  }
}

/** A link over several cells stays on the first one: the reader knows links of one cell. */
function withSingleLinks(xml: string): string {
  return xml.replace(/(<(?:\w+:)?hyperlink\s(?:"[^"]*"|'[^']*'|[^>"'])*?\bref=["'][^"':]*):[^"']*/g, '$1');
}

/** The reader joins furigana to the text of a cell that holds its own string; of shared strings it leaves them out. */
function withoutReadings(xml: string): string {
  return xml.replace(
    /<((?:\w+:)?rPh)(?:\s[^<>]*)?(?:\/>|(?<!\/)>\s*(?:<(?:\w+:)?t(?:\s[^<>]*)?(?:\/>|(?<!\/)>[^<]*<\/(?:\w+:)?t\s*>))?\s*<\/\1\s*>)/g,
    '',
  );
}

function tooFar(title: string, rows: number, columns: number): string {
  const [reach, cap] =
    columns > MAX_COLUMNS
      ? [`${grouped(columns)} columns`, `${grouped(MAX_COLUMNS)} columns`]
      : [`${grouped(rows)} rows`, `${grouped(MAX_ROWS)} rows`];
  return `the tab "${shortened(title)}" has ${reach} and a tab of XLSX at most ${cap}; split the list or export it again.`;
}

/** A title may be as long as its maker likes; its beginning tells which tab is meant. */
function shortened(title: string): string {
  return title.length > MOST_SHOWN ? `${title.slice(0, MOST_SHOWN - 1)}…` : title;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** The styles with a format in quotes for each number that cells use; `formats` gets what the numbers stand for. */
export function withNumberedFormats(xml: string, formats: Map<number, string>): string {
  const [all = '', listed = ''] = /<(?:\w+:)?numFmts\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?numFmts>)/.exec(xml) ?? [];
  const own = new Map<number, string>();
  for (const [tag] of listed.matchAll(/<(?:\w+:)?numFmt\s(?:"[^"]*"|'[^']*'|[^>"'])*>/g))
    own.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? '');
  for (const [, id = '0'] of xml.matchAll(/\snumFmtId\s*=\s*["'](\d{1,9})["']/g)) {
    const code = own.get(Number(id)) ?? BUILT_IN_FORMATS.get(Number(id));
    if (code !== undefined && Number(id) !== 0) formats.set(Number(id), code);
  }
  const numbered = [...formats.keys()].map((id) => `<numFmt numFmtId="${id}" formatCode="&quot;${id}&quot;"/>`);
  const without = all === '' ? xml : xml.replace(all, () => '');
  return without.replace(
    /<(?:\w+:)?styleSheet\b(?:"[^"]*"|'[^']*'|[^>"'])*>/,
    (root) => `${root}<numFmts>${numbered.join('')}</numFmts>`,
  );
}

/** Value of an attribute, entities resolved. */
function attributeOf(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return (double ?? single)?.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(quot|amp|lt|gt|apos));/gi,
    (whole, hex?: string, decimal?: string, named?: string) => {
      if (named !== undefined) return ENTITIES[named] ?? whole;
      const point = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };
