/** SEGMENT_CHECK: the five checks before a segment is launched. */
import { DEFAULT_SETTINGS } from '../domain/rules/settings';
import { checkSegment } from '../domain/lanes/segmentCheck';
import { isBlank } from '../sheet/parse/blank';
import { textOfCell } from '../sheet/plan/planTable';
import type { Arguments } from './arguments/arguments';
import type { FormulaBody } from './formula';

/** Five rows of check, status, what was found and the fix; what is not given is Not known. */
export const segmentCheck: FormulaBody = (given) => {
  const smallSegment = given.positive('min_count') ?? DEFAULT_SETTINGS.smallSegment;
  const coverageWanted = given.share('min_coverage') ?? DEFAULT_SETTINGS.coverageWanted;
  const checks = checkSegment(
    {
      segment: '',
      accounts: given.positive('count') ?? null,
      coverage: given.share('coverage') ?? null,
      painPoint: text(given, 'pain_point'),
      buyerRoles: [text(given, 'buyer_roles')].filter((role) => role !== ''),
      competition: given.level('competition'),
    },
    {
      smallSegment,
      smallestSegment: smallSegment / 2,
      coverageWanted,
      coverageLow: Math.min(DEFAULT_SETTINGS.coverageLow, coverageWanted),
    },
  );
  return [['Check', 'Status', 'Actual', 'Fix'], ...checks.map(({ id, status, actual, fix }) => [id, status, actual, fix])];
};

function text(given: Arguments, name: string): string {
  const cell = given.cell(name, 'a text') ?? '';
  return isBlank(cell) ? '' : textOfCell(cell);
}
