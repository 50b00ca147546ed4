/** XLSX files made part by part, so that a part can say what no writer would. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Size the directory claims, instead of the true one. */
  readonly claims?: number;
  /** General purpose flags: 1 says that the entry is encrypted. */
  readonly flags?: number;
}

/** A ZIP of deflated entries whose directory may claim other sizes than the truth. */
export function zipOf(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims, flags = 0 } of entries) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(flags, 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(checksum(raw), 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(claims ?? raw.length, 22);
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(checksum(raw), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims ?? raw.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(header, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** Node before 20.15 has no such function. */
function checksum(bytes: Uint8Array): number {
  return (crc32 as typeof crc32 | undefined)?.(bytes) ?? 0;
}

export interface RawTab {
  readonly name?: string;
  /** What stands in `<worksheet>`: `<cols>`, `<sheetData>`, `<mergeCells>` … in any order. */
  readonly xml: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook; `styles` is what stands in `<styleSheet>`. */
export function xlsxParts(tabs: readonly RawTab[], styles = '', more = ''): RawEntry[] {
  const sheets = tabs.map(
    ({ name }, index) => `<sheet name="${name ?? `Tab${index + 1}`}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const relations = tabs.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return [
    { name: '[Content_Types].xml', content: `<Types xmlns="${PACKAGE}/content-types"/>` },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${more}<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` },
    ...tabs.map(({ xml }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${xml}</worksheet>`,
    })),
  ];
}

/** A workbook of these tabs. */
export function rawXlsx(tabs: readonly RawTab[], styles = '', more = ''): Buffer {
  return zipOf(xlsxParts(tabs, styles, more));
}

/** Styles whose cell format number n (`s="n"`) shows numbers by the n-th of these, a code or a built-in number. */
export function stylesOf(formats: readonly (string | number)[]): string {
  const escaped = (code: string): string => code.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const own = formats.flatMap((format, index) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>`] : [],
  );
  const used = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 200 + index : format}" applyNumberFormat="1"/>`,
  );
  return `<numFmts>${own.join('')}</numFmts><cellXfs>${used.join('')}</cellXfs>`;
}
