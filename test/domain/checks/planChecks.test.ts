/** Checks of the whole plan do not send a team two ways at once. */
import { planChecks } from '../../../src/domain/checks/planChecks';
import { outreachSupply } from '../../../src/domain/market/capacity';
import { sizeMarket } from '../../../src/domain/market/market';
import { computeAccounts } from '../../../src/domain/segments/run';
import { lists, plan, rule, test as asked } from '../../support/domain/build';

/** Checks of 100 accounts, so many of them in the ICP, where 200 are wanted. */
function checksOf(ideal: number) {
  const runResult = computeAccounts(
    lists({ Industry: Array.from({ length: 100 }, (_, index) => (index < ideal ? 'Software' : 'Retail')) }),
    plan({ icp: [rule('Industry', asked('in', 'Software'))], market: { ...plan({}).market, accountsWanted: 200 } }),
  );
  const { counts, icp, plan: read } = runResult;
  const market = sizeMarket(
    { listed: counts.listed, icp: icp.accounts, confirmed: icp.confirmed, possible: icp.possible },
    read.market,
    read.settings,
  );
  const supply = outreachSupply(null, { unit: 'accounts', count: null }, read.settings);
  const checks = planChecks({ runResult, market, segments: [], book: null, supply });
  return new Map(checks.map((check) => [check.id, check.fix]));
}

it('an ICP that is broad already is to be tightened, and not relaxed for more accounts', () => {
  const fixes = checksOf(40);
  expect(fixes.get('icp share')).toBe('Tighten the weightiest rule.');
  expect(fixes.get('accounts wanted')).toBe('Extend the list, or want fewer: the ICP is broad already.');
  expect(fixes.get('tier 1 share')).toMatch(/^Tighten/);
});

it('a narrow ICP is loosened for more accounts', () => {
  const fixes = checksOf(4);
  expect(fixes.get('icp share')).toMatch(/^Loosen/);
  expect(fixes.get('accounts wanted')).toMatch(/^Relax/);
  expect(fixes.get('tier 1 share')).toMatch(/^Loosen/);
});
