/** Two counts of one market: the first is used, the second is compared with it (S2.7). */
import { compareSources } from '../../../src/domain/market/market';
import { sourcesCheck } from '../../../src/domain/market/marketCheck';
import { ProblemCollector } from '../../../src/sheet/plan/closedList';
import { planTableOf } from '../../../src/sheet/plan/planTable';
import { readMarket } from '../../../src/sheet/plan/readMarket';

function read(...rows: readonly (readonly [string, number, string])[]) {
  const findings = new ProblemCollector();
  const grid = [['Item', 'Value', 'Source'], ...rows];
  return {
    inputs: readMarket(planTableOf('tam', { tab: 'Plan TAM', grid }), findings),
    codes: findings.problems.map(({ code }) => code),
  };
}

describe('two sources of the market (S2.7)', () => {
  it('two sources are both read where each is named, and the first counts', () => {
    const { inputs, codes } = read(['Companies in the market', 40_000, 'Census'], ['Companies in the market', 100_000, 'Vendor']);
    expect(codes).toEqual([]);
    expect([inputs.companiesInMarket, inputs.companiesSecondSource]).toEqual([40_000, 100_000]);
  });

  it('two sources are refused where the second names no source of its own, or a third comes', () => {
    expect(read(['Companies in the market', 1, 'Census'], ['Companies in the market', 2, 'census']).codes).toEqual([
      'ITEM_TWICE',
    ]);
    expect(read(['Companies in the market', 1, ''], ['Companies in the market', 2, 'Vendor']).codes).toEqual(['ITEM_TWICE']);
    const third = read(
      ['Companies in the market', 1, 'A'],
      ['Companies in the market', 2, 'B'],
      ['Companies in the market', 3, 'C'],
    );
    expect(third.codes).toEqual(['ITEM_TWICE']);
  });

  it('agree below 3 times, want an explanation up to 5 times, and contradict above', () => {
    const statusOf = (second: number): string => sourcesCheck(compareSources(10_000, second)).status;
    expect([29_999, 30_000, 50_000, 50_001].map(statusOf)).toEqual(['Pass', 'Check', 'Check', 'Fail']);
  });
});
