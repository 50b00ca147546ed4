/** What to do next, the most useful first: at most three, each with the view where it is done. */
import { counted } from '../../src/domain/facts/figure';
import type { View } from '../state';
import type { Figures } from './figures';
import type { Live } from './live';

export interface NextStep {
  readonly text: string;
  readonly view: View;
}

const MOST = 3;
const NEEDS_DATA = 4;

/** What keeps numbers from being right stands before what makes them better, and before what they are for. */
export function nextSteps(figures: Figures, live: Live): readonly NextStep[] {
  const { leftOut, segments, tiers, market } = figures;
  const rules = leftOut.filter(({ kind }) => kind === 'rule').length;
  const failing = segments.filter(({ verdict }) => verdict === 'Fail').length;
  const unscored = tiers[NEEDS_DATA] ?? 0;
  const steps: (NextStep | false)[] = [
    rules > 0 && { text: `Choose columns for ${counted(rules, 'rule')}`, view: 'data' },
    !live.runResult.profile.hasSignalRule && { text: 'Add a signal: who is hiring or raised money', view: 'icp' },
    segments.length === 0 && market.icp.accounts > 0 && { text: 'Split the ICP into segments', view: 'segments' },
    failing > 0 && { text: `Fix ${counted(failing, 'segment')} that ${failing === 1 ? 'fails' : 'fail'}`, view: 'check' },
    market.icp.accounts > 0 && { text: 'Export the best to HubSpot, Apollo, Outreach …', view: 'take' },
    unscored > 0 && { text: `Fill in data of ${counted(unscored, 'account')}`, view: 'take' },
    { text: 'Try other weights', view: 'whatIf' },
    { text: 'Look at why an account has its tier', view: 'explain' },
  ];
  return steps.filter((step): step is NextStep => step !== false).slice(0, MOST);
}
