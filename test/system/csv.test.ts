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

  /** Files as they are written, and one as it would be without the guard. */
  const FILES = { guarded: formatCsv(ROWS), bare: '=1+1,a\nb;=2+2,c\n' };
  type Formulas = Readonly<Record<keyof typeof FILES, number>>;
  const found = new Map<number, Formulas>();

  /** Cells that are formulas in each file, split at a character code; LibreOffice is started once for each code. */
  function formulasIn(separator: number): Formulas {
    const known = found.get(separator);
    if (known !== undefined) return known;
    const paths = Object.entries(FILES).map(([name, csv]) => {
      const path = join(folder, `${name}.csv`);
      writeFileSync(path, csv);
      return path;
    });
    const args = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      // Separator, quote, UTF-8, first row; the last `true` lets formulas run.
      `--infilter=Text - txt - csv (StarCalc):${separator},34,76,1,,0,false,true,false,false,false,-1,true`,
      ...['--convert-to', 'fods', '--outdir', folder, ...paths],
    ];
    const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const countOf = (name: keyof typeof FILES): number =>
      (readFileSync(join(folder, `${name}.fods`), 'utf8').match(/table:formula=/g) ?? []).length;
    const formulas = { guarded: countOf('guarded'), bare: countOf('bare') };
    found.set(separator, formulas);
    return formulas;
  }

  it.each([
    ['a comma', 44],
    ['a semicolon', 59],
    ['a tab', 9],
  ])('split at %s: no formula', (_name, separator) => {
    expect(formulasIn(separator).guarded).toBe(0);
  });

  it('and would find formulas without the guard', () => {
    expect(formulasIn(44).bare).toBe(1);
    expect(formulasIn(59).bare).toBeGreaterThan(0);
  });

  it('while import gives back the same cells', () => {
    expect(readCsvText(formatCsv(ROWS)).rows).toEqual(ROWS);
  });
});
