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
