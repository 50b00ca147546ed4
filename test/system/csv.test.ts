/** The written CSV as another program reads it: LibreOffice, told to run formulas, finds none whatever it splits lines at. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatCsv, readCsvText } from '../../src/sheet/table/csv';

jest.setTimeout(120_000);

const BEFORE = [
  '',
  ' ',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\u0001',
  '"',
  "'",
  'Acme,',
  'Acme;',
  'Acme\t',
  'Acme\n',
  'Acme|',
  'x;"',
];
const SIGNS = ['=', '+', '-', '@', '﹦', '＝', '＋', '－', '＠', '﹢', '﹣', '﹫'];
const TEXTS = BEFORE.flatMap((before) =>
  SIGNS.flatMap((sign) => [`${before}${sign}1+1`, `${before}${sign}1+1;x`, `${before}${sign}1+1"`]),
);
const ROWS = [
  ['No', 'Text', 'After'],
  ...TEXTS.map((text, index) => [`r${index}`, text, 'z']),
  ...TEXTS.map((text) => [text, 'a', 'b']),
];

describe('LibreOffice opens a written CSV', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planner-csv-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Cells that are formulas in a CSV split at a character code. */
  function formulasIn(csv: string, separator: number): number {
    writeFileSync(join(folder, 'list.csv'), csv);
    const args = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      // Separator, quote, UTF-8, first row; the last `true` lets formulas run.
      `--infilter=Text - txt - csv (StarCalc):${separator},34,76,1,,0,false,true,false,false,false,-1,true`,
      ...['--convert-to', 'fods', '--outdir', folder, join(folder, 'list.csv')],
    ];
    const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return (readFileSync(join(folder, 'list.fods'), 'utf8').match(/table:formula=/g) ?? []).length;
  }

  it.each([
    ['a comma', 44],
    ['a semicolon', 59],
    ['a tab', 9],
  ])('split at %s: no formula', (_name, separator) => {
    expect(formulasIn(formatCsv(ROWS), separator)).toBe(0);
  });

  it('and would find formulas without the guard', () => {
    expect(formulasIn('=1+1,a\nb;=2+2,c\n', 44)).toBe(1);
    expect(formulasIn('=1+1,a\nb;=2+2,c\n', 59)).toBeGreaterThan(0);
  });

  it('while import gives back the same cells', () => {
    expect(readCsvText(formatCsv(ROWS)).rows).toEqual(ROWS);
  });
});
