/** Encodings of files: Unicode by its marks and zeros, old ones by their letters, and what is refused. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { decodeBytes } from '../../../src/sheet/table/decode';
import { encoded } from '../../support/encodings';

const bytesOf = (text: string, encoding: BufferEncoding): Uint8Array => new Uint8Array(Buffer.from(text, encoding));
const text = 'Näme,Stadt\r\nAcme €,Zürich\r\n北京,😀\r\n';

it.each([
  ['UTF-8', bytesOf(text, 'utf8')],
  ['UTF-8', bytesOf(`\ufeff${text}`, 'utf8')],
  ['UTF-16LE', bytesOf(`\ufeff${text}`, 'utf16le')],
  ['UTF-16LE', bytesOf(text, 'utf16le')],
  ['UTF-16BE', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())],
  ['UTF-16BE', new Uint8Array(Buffer.from(text, 'utf16le').swap16())],
])('%s is read for certain', (encoding, bytes) => {
  expect(decodeBytes(bytes)).toEqual({ text, encoding, note: undefined });
});

/** Lists as people export them, a few lines each. */
const LISTS = {
  'Windows-1252': [
    'Firma;Ort\r\nMüller & Söhne;Köln\r\nCafé “Été”;Besançon – 5 €',
    'Firma,Ort\nAcme™,„Škoda“\nL’Oréal,€uro',
    'Empresa,Ciudad\nCompañía,León\nNiño,São Paulo',
    'Navn,By\nBjørn,Århus\nÆble,Tromsø',
  ],
  'Mac Roman': ['Firma;Beschäftigte\r\nMüller & Söhne;Köln\r\nWeiß;Österreich', 'Société,Ville\nÉtoile,Besançon\nCôté,Orléans'],
  'Windows-1251': ['Компания;Отрасль\r\nРомашка;Розничная торговля\r\nООО Берёза;Москва', 'Name,City\nТурция,Київ'],
  'KOI8-R': ['Компания;Отрасль\r\nРомашка;Розничная торговля\r\nБереза;Москва'],
  Shift_JIS: ['会社名,業種,従業員数\r\n株式会社アルダー,ソフトウェア,120\r\nバーチ合同会社,製造業,45', '社名,国\n田中,日本'],
  'EUC-JP': ['会社名,業種,従業員数\r\n株式会社アルダー,ソフトウェア,120\r\nバーチ合同会社,製造業,45'],
  'EUC-KR': ['회사명,업종,직원수\r\n주식회사 한빛,소프트웨어,120\r\n바다,제조업,45'],
  'Windows-1250': [
    'Firma;Miasto\r\nŻabka Polska;Łódź\r\nPaństwowe Zakłady;Częstochowa\r\nMała Spółka;Gdańsk',
    'Společnost,Město\nŠkoda Plzeň,Plzeň\nČeské dráhy,Ústí nad Labem\nPříbram s.r.o.,Jiříkov',
    'Cég;Város\nMagyar Fűtő Kft.;Győr\nErdőgép Zrt.;Székesfehérvár',
    'Tvrtka,Grad\nKončar d.d.,Zagreb\nČistoća,Šibenik\nGrađenje,Đakovo',
  ],
  'Windows-1254': ['Şirket;Şehir\r\nYıldız Holding;İstanbul\r\nTürk Telekom;Muğla\r\nDoğuş;Eskişehir'],
  'Windows-1253': ['Εταιρεία;Κλάδος\r\nΕλληνικά Πετρέλαια;Ενέργεια\r\nΑθηναϊκή Ζυθοποιία;Τρόφιμα', 'Name,City\nΑλουμίνιον,Αθήνα'],
  'Windows-1255': ['שם החברה,ענף,עיר\r\nבנק הפועלים,בנקאות,תל אביב\r\nטבע תעשיות,תרופות,ירושלים', 'Name,City\nאגד,חיפה'],
  'Windows-1256': ['اسم الشركة,القطاع\nأرامكو السعودية,الطاقة'],
  Big5: ['公司名稱,產業,員工人數\r\n台灣積體電路製造股份有限公司,半導體,73000\r\n鴻海精密工業,電子,800000\r\n統一超商,零售,9000'],
  GB18030: [
    '公司名称,行业,城市\r\n朱镕基科技有限公司,软件,北京\r\n上海堃霆制造,工业,上海\r\n深圳市喆玥电子商务有限公司,零售,深圳',
  ],
  GBK: ['公司名称,行业,员工人数\r\n北京科技有限公司,软件,120\r\n上海制造,工业,45'],
};

describe.each(Object.entries(LISTS))('%s', (encoding, lists) => {
  it.each(lists)('is told from the others by %j', (list) => {
    const read = decodeBytes(encoded(list, encoding));
    expect([read.encoding, read.text]).toEqual([encoding, list]);
    expect(read.note).toBe(
      `The file does not name its encoding; it was read as ${encoding}. If letters look wrong, save it as CSV in UTF-8.`,
    );
  });
});

it('reads a German list from a Mac', () => {
  const read = decodeBytes(new Uint8Array(readFileSync('test/sheet/table/macroman.csv')));
  expect(read.encoding).toBe('Mac Roman');
  expect(read.text).toContain('Firma;Webseite;Branche;Beschäftigte;Umsatz');
});

it('counts the characters that the likely encoding cannot read', () => {
  const list = encoded('会社名,業種\n株式会社アルダー,ソフトウェア\n', 'Shift_JIS');
  const cut = Uint8Array.from([...list, 0x81]);
  expect(decodeBytes(cut).note).toMatch(/read as Shift_JIS, and 1 character could not be read/);
});

it('says of an encoding it does not know that the characters are probably wrong', () => {
  const { note, encoding } = decodeBytes(encoded('ชื่อบริษัท,อุตสาหกรรม\nปูนซิเมนต์ไทย,วัสดุ', 'Windows-874'));
  expect(encoding).toBe('Windows-1252');
  expect(note).toMatch(
    /^The encoding of the file is not known; it was read as Windows-1252, and [1-9]\d* characters are probably wrong/,
  );
});

it.each([
  ['Windows-1252', 'de fr es pt it nl sv da no fi is et'],
  ['Mac Roman', 'de fr es pt it sv'],
  ['Windows-1250', 'pl cs sk hu hr sl ro'],
  ['Windows-1254', 'tr'],
  ['Windows-1251', 'ru uk bg'],
  ['KOI8-R', 'ru'],
  ['Windows-1253', 'el'],
  ['Windows-1255', 'he'],
  ['Windows-1256', 'ar'],
  ['Shift_JIS', 'ja'],
  ['EUC-JP', 'ja'],
  ['EUC-KR', 'ko'],
  ['GBK', 'zh'],
])('of %s is told by the names of countries in %s, of which nobody thought here', (encoding, languages) => {
  for (const language of languages.split(' ')) {
    const file = `node_modules/i18n-iso-countries/langs/${language}.json`;
    const { countries } = JSON.parse(readFileSync(file, 'utf8')) as { countries: Record<string, string | string[]> };
    // Windows-1250 has Romanian letters with a cedilla only.
    const names = Object.values(countries)
      .flat()
      .map((name) => name.replace(/ș/gi, 'ş').replace(/ț/gi, 'ţ'));
    const lines: number[] = [];
    for (const name of names) {
      try {
        lines.push(...encoded(`${name}\r\n`, encoding));
      } catch {
        // A name the encoding cannot write would not stand in such a file.
      }
    }
    expect([language, decodeBytes(Uint8Array.from(lines)).encoding]).toEqual([language, encoding]);
  }
});

it('stays with Western Europe where a list mixes its languages', () => {
  const list =
    'Société;Ort\nMüller & Söhne;Köln\nCafé Besançon;Orléans\nJosé Muñoz;León\nBjørn Åse;Tromsø\nTrès Bien;Genève\nÆble;Århus';
  expect(decodeBytes(encoded(list, 'Windows-1252'))).toMatchObject({ encoding: 'Windows-1252', text: list });
});

it('refuses UTF-32 with a sentence', () => {
  const wide = (order: readonly number[], mark: boolean): Uint8Array =>
    Uint8Array.from(
      Array.from(`${mark ? '\ufeff' : ''}Name,City\nAcme,Bonn\n`).flatMap((char) => {
        const point = char.codePointAt(0)!;
        const four = [point & 255, (point >> 8) & 255, (point >> 16) & 255, 0];
        return order.map((position) => four[position]!);
      }),
    );
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
  ])
    for (const mark of [true, false]) expect(() => decodeBytes(wide(order, mark))).toThrow(/^This file is in UTF-32/);
});

it('refuses archives, workbooks and binary files with a sentence', () => {
  for (const head of [
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0],
    [0x25, 0x50, 0x44, 0x46],
    [1, 0, 0, 0, 7, 8],
  ]) {
    expect(() => decodeBytes(Uint8Array.from([...head, ...Array<number>(50).fill(65)]))).toThrow(/not (?:CSV|text)/);
  }
});

it('reads an empty file', () => expect(decodeBytes(new Uint8Array(0)).text).toBe(''));

it('gives every text in UTF-8 back, and any other run of bytes some text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (one) => {
      const written = `x${one.replace(/\0/g, '')}`;
      expect(decodeBytes(bytesOf(written, 'utf8')).text).toBe(written);
    }),
  );
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 12 }), (tail) => {
      const bytes = Uint8Array.from([65, 66, 67, 68, ...tail.map((byte) => byte || 1)]);
      let expected: string | undefined;
      try {
        expected = strict.decode(bytes);
      } catch {
        expected = undefined;
      }
      const { text: read, encoding } = decodeBytes(bytes);
      expect(encoding === 'UTF-8' ? read : undefined).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
