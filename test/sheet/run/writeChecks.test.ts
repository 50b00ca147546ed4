/** What checks name is followed by its cells, at most three of them, and titles are asked for only there. */
import { planCheck } from '../../../src/domain/facts/check';
import { citations, cited, phrase } from '../../../src/domain/facts/phrase';
import { sourceOf } from '../../../src/sheet/address';
import { writeChecks } from '../../../src/sheet/run/writeChecks';

const rule = (row: number) => ({ name: `R${String(row)}`, source: sourceOf({ tab: 5, row, column: 1 }) });
const textOf = (actual: Parameters<typeof planCheck>[2], asked: number[] = []): string =>
  writeChecks([planCheck('size', 'Check', actual, 'rule', 'fix')], (id) => {
    asked.push(id);
    return 'Rules';
  })[0]!.actual;

describe('a check', () => {
  it('names the cell behind the rule it cites', () => {
    expect(textOf(phrase`${cited(rule(2))} at 60 %`)).toBe('R2 (Rules!A2) at 60 %');
  });

  it('names the first three cells of many', () => {
    expect(textOf(phrase`Lane${citations([2, 3, 4].map(rule))}: 1`)).toBe('Lane (Rules!A2, Rules!A3, Rules!A4): 1');
    expect(textOf(phrase`Lane${citations([2, 3, 4, 5].map(rule))}: 1`)).toBe('Lane (Rules!A2, Rules!A3, Rules!A4, …): 1');
  });

  it('without a source asks for no title', () => {
    const asked: number[] = [];
    expect(textOf(phrase`${cited({ name: 'Typed' })} at 60 %`, asked)).toBe('Typed at 60 %');
    expect(textOf('plain', asked)).toBe('plain');
    expect(asked).toEqual([]);
  });
});
