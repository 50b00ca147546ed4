/** Suggested segments, counted again by hand: enough available accounts each, nothing that covers nothing new, the same every time. */
import fc from 'fast-check';
import { suggestSegments, type SegmentGround, type SuggestedSegment } from '../../../src/domain/learning/suggestSegments';
import type { Cell } from '../../../src/sheet/grid';
import { readGrid } from '../../support/sheet/lists/lists';

const shown = (_: string, cell: string): string => cell;
type Row = readonly [industry: string, size: number | '', country: string];
const HEADERS = ['Account name', 'Industry', 'Employees', 'Country'];

function groundOf(rows: readonly Row[], smallest: number, more: Partial<SegmentGround> = {}): SegmentGround {
  const all = new Uint8Array(rows.length).fill(1);
  const { accounts } = readGrid([HEADERS, ...rows.map((row, i): Cell[] => [`Firm ${i}`, ...row])]).lists;
  return { accounts, names: shown, drawn: all, available: all, taken: new Uint8Array(rows.length), smallest, ...more };
}

/** By plain text and plain numbers, without the product's own matching. */
function meets(row: Row, { conditions }: SuggestedSegment): boolean {
  return conditions.every(({ field, operator, value }) => {
    const cell = row[HEADERS.indexOf(field) - 1] ?? '';
    if (operator === 'in') return cell === value;
    if (cell === '') return false;
    if (operator === 'at least') return Number(cell) >= Number(value);
    const [low = 0, high = 0] = String(value).split('-').map(Number);
    return Number(cell) >= low && Number(cell) <= high;
  });
}
const count = (rows: readonly Row[], holds: (row: Row, i: number) => boolean): number => rows.filter(holds).length;

const ROWS = Array.from({ length: 400 }, (_, i): Row => [
  ['Software', 'Retail', 'Food', 'Steel'][(i * 7) % 4]!,
  [5, 30, 120, 400][(i * 3) % 4]! + (i % 3),
  ['US', 'Germany', 'France'][i % 3]!,
]);

describe('suggested segments', () => {
  it('hold as many available accounts as they say, at least the smallest number', () => {
    const available = Uint8Array.from(ROWS, (_, i) => (i % 10 === 0 ? 0 : 1));
    const { segments } = suggestSegments(groundOf(ROWS, 50, { available }));
    expect(segments.length).toBeGreaterThanOrEqual(3);
    for (const segment of segments) {
      expect(segment.available).toBe(count(ROWS, (row, i) => available[i] === 1 && meets(row, segment)));
      expect(segment.matches).toBe(count(ROWS, (row) => meets(row, segment)));
      expect(segment.available).toBeGreaterThanOrEqual(50);
      expect(segment.conditions.length).toBeLessThanOrEqual(2);
    }
  });

  it('are none for an ICP that is too small, with the reason', () => {
    expect(suggestSegments(groundOf(ROWS.slice(0, 40), 50))).toMatchObject({
      segments: [],
      reason: 'The ICP has 40 available accounts; a segment needs 50. Widen the ICP, or lower Small segment in Plan Settings.',
    });
  });

  it('are none where all accounts are alike, or all are in a segment', () => {
    const alike = groundOf(
      ROWS.map((): Row => ['Software', 5, 'US']),
      50,
    );
    expect(suggestSegments(alike).reason).toMatch(/^No value or pair of values/);
    const taken = new Uint8Array(ROWS.length).fill(1);
    expect(suggestSegments(groundOf(ROWS, 50, { taken })).reason).toBe('Every available ICP account is in a segment already.');
  });

  it('go around what a segment of the plan has already', () => {
    const taken = Uint8Array.from(ROWS, ([industry]) => (industry === 'Software' ? 1 : 0));
    const { segments } = suggestSegments(groundOf(ROWS, 50, { taken }));
    for (const segment of segments) expect(segment.available).toBeGreaterThan(2 * segment.overlap);
    expect(segments.some(({ name }) => name.includes('Software'))).toBe(false);
  });

  it('are at most seven, each adding more than it repeats, the same every time', () => {
    const row = fc.tuple(
      fc.constantFrom('A', 'B', 'C', 'D', ''),
      fc.constantFrom(5, 30, 120, 400, ''),
      fc.constantFrom('US', 'Germany', 'France', ''),
    ) as fc.Arbitrary<Row>;
    const cases = fc.tuple(
      fc.array(row, { minLength: 20, maxLength: 120 }),
      fc.integer({ min: 3, max: 20 }),
      fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }),
    );
    fc.assert(
      fc.property(cases, ([rows, smallest, bits]) => {
        const available = Uint8Array.from(rows, (_, i) => (bits[i] ? 1 : 0));
        const found = suggestSegments(groundOf(rows, smallest, { available }));
        expect(suggestSegments(groundOf(rows, smallest, { available }))).toEqual(found);
        expect(found.segments.length).toBeLessThanOrEqual(7);
        expect(found.segments.length === 0).toBe(found.reason !== '');
        const covered = new Set<number>();
        for (const segment of found.segments) {
          const members = rows.flatMap((one, i) => (available[i] === 1 && meets(one, segment) ? [i] : []));
          expect(members.length).toBe(segment.available);
          expect(members.length).toBeGreaterThanOrEqual(smallest);
          expect(members.filter((i) => covered.has(i)).length).toBe(segment.overlap);
          expect(members.length - segment.overlap).toBeGreaterThan(segment.overlap);
          members.forEach((i) => covered.add(i));
        }
        expect(found.left).toBe(count(rows, (_, i) => available[i] === 1 && !covered.has(i)));
      }),
      { numRuns: 150 },
    );
  });
});
