/** Checks on the market: what its numbers say and where they contradict each other. Pure. */
import type { Check, Status } from '../facts/check';
import type { Market, ShareVerdict, compareSources } from './market';
import type { Settings } from '../rules/settings';
import { planCheck } from '../facts/check';
import { counted, shownNumber, shownShare } from '../facts/figure';
import { ARTICLE_CAPTURE_SHARE, BUDGET_CUTS } from './market';

const SHARE_STATUS: Readonly<Record<ShareVerdict, Status>> = {
  alarm: 'Fail',
  narrow: 'Check',
  healthy: 'Pass',
  broad: 'Check',
  'no filter': 'Fail',
  'not judged': 'Not known',
};

const SHARE_FIX: Readonly<Record<ShareVerdict, string>> = {
  alarm: 'Loosen the rule that removes most; see whether the list holds the market.',
  narrow: 'Loosen the rule that removes most, or tighten the TAM bounds.',
  healthy: '',
  broad: 'Tighten the weightiest rule.',
  'no filter': 'Add rules: half of the list or more counts as ideal.',
  'not judged': 'Plan on a list that was not filtered before.',
};

/** The ICP's share of the listed accounts: healthy passes, narrow and broad are Check, alarm and no filter fail (S2.2–S2.4). */
export function shareCheck({ icp, listed }: Market, cuts: Settings['icpShare']): Check {
  const rule = `The ICP is ${shownShare(cuts.narrow)} to ${shownShare(cuts.broad)} of the accounts in the market`;
  const share = icp.shareOfTam === null ? '' : ` (${shownShare(icp.shareOfTam)})`;
  const actual = `${shownNumber(icp.accounts)} of ${counted(listed, 'account')} in the market${share}: ${icp.verdict}`;
  return planCheck('icp share', SHARE_STATUS[icp.verdict], actual, rule, SHARE_FIX[icp.verdict]);
}

/** Where typed market numbers contradict each other: SAM above TAM, more accounts listed than companies. None when they agree. */
export function marketContradictions({ tam, sam, listed, listCoverage }: Market): readonly Check[] {
  const checks: Check[] = [];
  if (tam.companies !== null && sam.companies !== null && sam.companies > tam.companies) {
    const actual = `${counted(sam.companies, 'serviceable company', 'serviceable companies')} of ${shownNumber(tam.companies)}`;
    const rule = 'Serviceable companies are part of the market';
    checks.push(planCheck('market order', 'Fail', actual, rule, 'Correct Serviceable companies or Companies in the market.'));
  }
  if (listCoverage !== null && listCoverage > 1) {
    const actual = `${counted(listed, 'account')} in the list, ${counted(tam.companies ?? 0, 'company', 'companies')} in the market`;
    const rule = 'The list is part of the market; the TAM is the broadest scope';
    checks.push(planCheck('market size', 'Fail', actual, rule, 'Raise Companies in the market or narrow the TAM rules.'));
  }
  return checks;
}

/** Two sources for one number; a blank second source is not known. */
export function sourcesCheck({ ratio, verdict }: ReturnType<typeof compareSources>): Check {
  const status = { agree: 'Pass', 'explain the gap': 'Check', contradict: 'Fail', 'not judged': 'Not known' } as const;
  const actual = ratio === null ? 'One source at most' : `${shownNumber(ratio, 2)}× apart: ${verdict}`;
  const rule = 'Two sources of the market size lie less than 3× apart, never above 5×';
  return planCheck('market sources', status[verdict], actual, rule, 'Find what one source counts and the other does not.');
}

/** Note of the item Capture share. */
export function captureNote(): string {
  const { largerTeamFrom, leanTeamTo } = BUDGET_CUTS;
  return `Capture share × TAM, usually ${shownShare(ARTICLE_CAPTURE_SHARE)}. From ${shownNumber(largerTeamFrom)} a larger team, to ${shownNumber(leanTeamTo)} a lean one.`;
}
