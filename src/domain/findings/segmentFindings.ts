/** Findings on segments: messages before volume, fit without reach, slices without buying context (S0.34, S0.36, S1.33). Pure. */
import type { Check } from '../checklist';
import { planCheck } from '../checklist';
import { counted, shownNumber, shownShare } from '../figure';
import type { Market } from '../market';
import type { MarketInputs, Settings } from '../plan';
import type { SegmentResult } from '../segmentResults';
import { offenders } from './ruleFindings';
import { cited } from './ruleSets';

/** What every list has and no buying context is in (S4.3). */
const GENERIC = ['industry', 'employees', 'annual revenue', 'country', 'state', 'city'];

export function segmentFindings(segments: readonly SegmentResult[], settings: Settings): readonly Check[] {
  if (segments.length === 0) return [];
  return [messageCheck(segments), reachCheck(segments, settings), contextCheck(segments)];
}

/** No message is written for a lane whose size fails (S0.34, S0.40). */
function messageCheck(segments: readonly SegmentResult[]): Check {
  const early = segments.filter(({ segment, checks }) => {
    const hasMessage = segment.painPoint !== '' && segment.offerAngle !== '';
    return hasMessage && checks.some(({ id, status }) => id === 'size' && status === 'Fail');
  });
  return offenders(
    'message before volume',
    early.map(({ segment, matches }) => `${segment.name}: ${counted(matches, 'account')}`),
    'Size is settled before the message (S0.34, S0.40)',
    'Loosen a rule, or merge it first.',
  );
}

/** A segment that fits and cannot be reached is not viable (S0.36, S1.3, S1.17). */
function reachCheck(segments: readonly SegmentResult[], { cuts, coverageLow }: Settings): Check {
  const found = segments.flatMap(({ segment, meanFit, coverage, reachable }) => {
    const reach = Math.min(coverage ?? 1, reachable ?? 1);
    return meanFit !== null && meanFit * 100 >= cuts[1] && reach < coverageLow
      ? [`${segment.name}: mean fit ${shownShare(meanFit)}, reached ${shownShare(reach)}`]
      : [];
  });
  const rule = `Fit is not reach: from a mean fit of ${shownNumber(cuts[1])} % on, ${shownShare(coverageLow)} can be reached (S0.36, S1.3)`;
  return offenders('fit without reach', found, rule, 'Enrich them, or find other decision makers (S1.17).');
}

/** Industry alone, or what every list has, says nothing of buying (S1.33, S4.3). */
function contextCheck(segments: readonly SegmentResult[]): Check {
  const found = segments.flatMap(({ segment: { name, rules } }) => {
    const fields = rules.map(({ field }) => field.trim().toLowerCase());
    if (fields.length === 0 || !fields.every((field) => GENERIC.includes(field))) return [];
    const isIndustry = fields.every((field) => field === 'industry');
    return [`${name}: ${isIndustry ? 'industry only' : 'industry, size and place only'} (${rules.map(cited).join(', ')})`];
  });
  const rule = 'Segments have buying context (S1.33, S4.3)';
  return offenders('buying context', found, rule, 'Add a rule on stack, stage, hiring or a trigger.');
}

/** A goal above the customers expected is sized against the market instead (S2.19, S3.38); nothing without both numbers. */
export function targetCheck({ som, tam }: Market, { revenueTarget }: MarketInputs): readonly Check[] {
  if (revenueTarget === undefined || som.value === null) return [];
  const isAbove = revenueTarget > som.value;
  const actual = `Target ${shownNumber(revenueTarget)}, SOM ${shownNumber(som.value)}`;
  const status = !isAbove ? 'Pass' : tam.value !== null && revenueTarget > tam.value ? 'Fail' : 'Check';
  const rule = 'The revenue target lies within the SOM, not the TAM (S2.19, S3.38)';
  return [planCheck('target above som', status, actual, rule, 'Lower it, or widen what you serve and win.')];
}
