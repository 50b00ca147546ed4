/** Looks of the tabs: readable on every fill, words that the readers take, links that lead to the proof. */
import { GENERATED_TABS, type Block, type GeneratedKind } from '../../../src/sheet/ownTabs/block';
import { renderBlocks } from '../../../src/sheet/render/blocks';
import { FILLS, INK, type ColorRule } from '../../../src/sheet/render/tabFormat';
import { linksOf, linkUrl } from '../../../src/sheet/render/links';
import { planFormat } from '../../../src/sheet/render/planFormat';
import { generatedFormat, reviewFormat } from '../../../src/sheet/render/generatedFormat';
import { TIER_FILLS } from '../../../src/sheet/tierColors';
import { reviewColumns } from '../../../src/sheet/review/reviewRows';
import { PLAN_KEYS, PLAN_TABS } from '../../../src/sheet/plan/tabs';
import type { Cell } from '../../../src/sheet/grid';
import { ACCOUNTS, reviewedOf, runOf, SEGMENTS } from '../../support/sheet/render/runs';

const kinds = Object.keys(GENERATED_TABS) as GeneratedKind[];
const blocks = renderBlocks(reviewedOf(runOf(ACCOUNTS, SEGMENTS)), [], new Set(kinds));
const blockOf = (kind: GeneratedKind): Block => blocks.find((block) => block.kind === kind)!;

/** WCAG's contrast of two colors. */
function contrast(one: string, other: string): number {
  const light = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const paints = (): readonly ColorRule[] => [...kinds.flatMap((kind) => generatedFormat(kind).paints), ...reviewFormat().paints];

describe('colors', () => {
  it('leave every text at least 4.5 times as dark as its ground, black as Sheets writes it too', () => {
    const fills = [
      ...Object.values(FILLS),
      ...TIER_FILLS,
      ...paints().flatMap((paint) =>
        paint.kind === 'scale' ? [paint.low.fill, paint.middle.fill, paint.high.fill] : [paint.fill],
      ),
    ];
    for (const fill of fills) expect(Math.min(contrast(INK, fill), contrast('#000000', fill))).toBeGreaterThanOrEqual(4.5);
    // A link is drawn in its own blue, on the fill of its tier too.
    for (const fill of [...TIER_FILLS.slice(0, 4), FILLS.middling]) expect(contrast('#1155cc', fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('of scores go from 0 over 50 to 100 whatever the month holds', () => {
    const scales = paints().filter((paint) => paint.kind === 'scale');
    expect(scales.map(({ low, middle, high }) => [low.value, middle.value, high.value])).toEqual([
      [0, 50, 100],
      [0, 50, 100],
    ]);
  });

  it('stand in columns that are there', () => {
    for (const kind of kinds) {
      const headers = blockOf(kind).columns.map(({ header }) => header);
      for (const paint of generatedFormat(kind).paints) expect(headers).toEqual(expect.arrayContaining([...paint.headers]));
    }
    const review = reviewColumns().map(({ header }) => header);
    for (const { headers } of reviewFormat().paints) expect(review).toEqual(expect.arrayContaining([...headers]));
    for (const { header } of reviewFormat().lists) expect(review).toContain(header);
  });
});

describe('drop-downs of the plan tabs', () => {
  it('are in columns of theirs, and short enough for a file', () => {
    for (const key of PLAN_KEYS)
      for (const { header, words, help } of planFormat(key, [PLAN_TABS[key].headers]).lists) {
        expect(PLAN_TABS[key].headers).toContain(header);
        expect(words.join(',').length).toBeLessThanOrEqual(255);
        expect(help).toContain(words[0]);
      }
  });

  it('offer Yes and No, levels, operators, dimensions, types, roles and tiers', () => {
    const words = PLAN_KEYS.flatMap((key) => planFormat(key, [PLAN_TABS[key].headers]).lists.flatMap((list) => list.words));
    for (const word of [
      'Yes',
      'No',
      'High',
      'within last',
      'Situational',
      'Must',
      'Include',
      'Economic buyer',
      'Tier 1',
      'Excluded',
    ])
      expect(words).toContain(word);
  });
});

describe('a review that is due', () => {
  const settings = (...rows: readonly (readonly Cell[])[]): readonly ColorRule[] =>
    planFormat('settings', [['Setting', 'Value', 'Default', 'Why'], ...rows]).paints;

  it('is coloured by a formula of that cell without separators, which differ by locale', () => {
    const [paint] = settings(
      ['Tiers by', 'fit', '', ''],
      ['ICP reviewed on', '2026-01-31', '', ''],
      ['ICP review cadence', '3', '', ''],
    );
    expect(paint).toMatchObject({ kind: 'formula', row: 3, formula: '=(B3>0)*(B3+91<TODAY())' });
  });

  it('goes by the default cadence while none is typed, and by none for a row that is not there', () => {
    expect(settings(['tam reviewed on', '', '', ''])).toMatchObject([{ formula: '=(B2>0)*(B2+91<TODAY())' }]);
    expect(settings(['Tiers by', 'fit', '', ''])).toEqual([]);
  });
});

describe('links', () => {
  const linksFrom = (kind: GeneratedKind) => linksOf(blockOf(kind), blocks);
  const text = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '');
  const cellAt = ({ kind, row, column }: { kind: GeneratedKind; row: number; column: number }): Cell | undefined =>
    blockOf(kind).rows[row - 3]?.[column - 1];

  it('hold the very text of their cell', () => {
    for (const block of blocks)
      for (const { row, column, text: shown } of linksOf(block, blocks))
        expect(row === 2 ? block.columns[column - 1]?.header : block.rows[row - 3]?.[column - 1]).toBe(shown);
  });

  it('lead from a finding to its row in Coverage, from a segment to its row, from a tier to its first account', () => {
    const links = linksFrom('summary');
    const to = (name: string) => links.find((link) => link.text === name)?.to;
    const rows = blockOf('summary').rows;
    const below = (heading: string) => rows.slice(rows.findIndex(([what]) => what === heading) + 1);
    const found = below('To do, worst first').slice(0, 5);
    for (const [what = '', , , , status] of found) {
      const target = to(text(what))!;
      expect(blockOf('coverage').rows[target.row - 3]?.slice(0, 2)).toEqual([what, status]);
    }
    expect(found.map(([, , , , status]) => status)).toEqual(expect.arrayContaining(['Fail']));
    for (const [what = ''] of below('Segments, in launch order').slice(0, 2)) expect(cellAt(to(text(what))!)).toBe(what);
    expect(cellAt(to('Tier 1')!)).toBe('Tier 1');
    expect(to('Tier 1')?.row).toBe(3);
  });

  it('lead back, and every other tab has one to the Summary', () => {
    for (const { text: name, to } of linksFrom('coverage').slice(1))
      expect([to.kind, name]).toEqual(['segments', expect.stringContaining(`${text(cellAt(to))}: `)]);
    expect(linksFrom('coverage').length).toBeGreaterThan(5);
    for (const { text: name, to } of linksFrom('segments').slice(1)) expect([to.kind, cellAt(to)]).toEqual(['summary', name]);
    for (const kind of kinds.slice(1)) expect(linksFrom(kind)[0]?.to).toEqual({ kind: 'summary', row: 1, column: 1 });
  });

  it('are never given to text that a spreadsheet could take for something else', () => {
    const names = ['=1+1', '+1', "'x", '12', 'TRUE', '-a', '@b', 'Plain name'];
    const to = (name: string) => ({ kind: 'segments', header: 'Segment', text: name }) as const;
    const links = names.map((name, row) => ({ row, column: 0, to: to(name) }));
    const block: Block = { ...blockOf('coverage'), rows: names.map((name) => [name, 'Pass', '', '', '']), links };
    const segments: Block = { ...blockOf('segments'), rows: names.map((name) => ['', name]) };
    expect(linksOf(block, [block, segments]).map(({ text }) => text)).toEqual(['What to fix first', 'Plain name']);
  });

  it('name a tab by its number and a cell', () => {
    expect(linkUrl(7, { kind: 'segments', row: 3, column: 28 })).toBe('#gid=7&range=AB3');
  });
});

it('the path from the list to reachable accounts stands where the chart looks for it, each count within the one above', () => {
  const { rows, charted } = blockOf('summary');
  const path = rows.slice(charted!.row - 3, charted!.row - 3 + charted!.rows);
  expect(path.map(([what]) => what)).toEqual(['Listed accounts', 'In the market', 'In the ICP', 'Available in a segment']);
  const counts = path.map(([, count]) => count);
  expect(counts).toEqual([...counts].sort((a, b) => Number(b) - Number(a)));
  expect(rows[charted!.row - 4]?.[0]).toBe('From the list to reachable');
});

it('every column of every result tab says what it means, those of Review too', () => {
  expect(blocks).toHaveLength(kinds.length);
  const columns = [...blocks.flatMap((block) => block.columns), ...reviewColumns()];
  expect(columns.filter(({ note }) => note === '').map(({ header }) => header)).toEqual([]);
});

it('row 1 has room for how current a tab is in the columns that stay in view', () => {
  for (const { kind, columns, frozenColumns } of blocks) {
    const room = columns.slice(0, frozenColumns).reduce((sum, { width }) => sum + width, 0);
    if (frozenColumns > 0) expect([kind, room >= 325]).toEqual([kind, true]);
  }
});

it('Summary and Coverage are no wider than a screen of 1280 pixels shows beside the sidebar', () => {
  for (const kind of ['summary', 'coverage'] as const)
    expect(blockOf(kind).columns.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(917);
});
