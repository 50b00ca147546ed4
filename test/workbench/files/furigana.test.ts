/** XLSX texts with furigana: a cell holds the text alone, wherever the text is kept and whatever prefix the file's tags have. */
import type { CellData } from '../../../workbench/core/document/workbookData';
import { readXlsxFile } from '../../../workbench/files/xlsxRead';
import { xlsxParts, zipOf } from '../../support/workbench/files/rawXlsx';

const READING = '<rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1" type="noConversion"/>';
const RICH = '<r><rPr><b/></rPr><t>東京</t></r><r><t xml:space="preserve"> 本社</t></r>';

async function cellsOf(sheetData: string, shared = ''): Promise<Record<string, CellData>> {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
  const relation = `<Relationship Id="rIdT" Type="${type}" Target="sharedStrings.xml"/></Relationships>`;
  const parts = xlsxParts([{ xml: `<sheetData>${sheetData}</sheetData>` }]).map((part) =>
    part.name.endsWith('workbook.xml.rels')
      ? { ...part, content: String(part.content).replace('</Relationships>', relation) }
      : part,
  );
  const content = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${shared}</sst>`;
  const { book } = await readXlsxFile('list.xlsx', zipOf([...parts, { name: 'xl/sharedStrings.xml', content }]), 'list');
  return book.sheets[0]?.cells ?? {};
}

const inline = (xml: string): string => `<row r="1"><c r="A1" t="inlineStr"><is>${xml}</is></c><c r="B1"><v>7</v></c></row>`;
const SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';

it('reads a shared string without its reading', async () => {
  const cells = await cellsOf(SHARED, `<si><t>東京</t>${READING}</si><si>${RICH}${READING}</si>`);
  expect(cells).toMatchObject({ A1: { value: '東京' }, B1: { value: '東京 本社' } });
});

it('reads an inline string without its reading', async () => {
  expect(await cellsOf(inline(`<t>東京</t>${READING}`))).toMatchObject({ A1: { value: '東京' }, B1: { value: 7 } });
  expect(await cellsOf(inline(`${RICH}${READING}${READING}`))).toMatchObject({ A1: { value: '東京 本社' } });
});

it('keeps a text that names the tag, and a reading of no text', async () => {
  expect(await cellsOf(inline('<t>&lt;rPh&gt;x&lt;/rPh&gt;</t><rPh sb="0" eb="1"/>'))).toMatchObject({
    A1: { value: '<rPh>x</rPh>' },
  });
});
