/** What each formula does, by its name; the bundle holds this and not the catalog's texts. */
import { cleanCountry } from './cleanCountry';
import { cleanDomain } from './cleanDomain';
import { cleanNumber } from './cleanNumber';
import { icpBreakdown } from './icpBreakdown';
import { icpExplain } from './icpExplain';
import { icpScore } from './icpScore';
import { icpTier } from './icpTier';
import { icpShare } from './icpShare';
import { outreachTable } from './outreachPlan';
import { rateTable } from './rateRange';
import { segmentAssign } from './segmentAssign';
import { segmentCheck } from './segmentCheck';
import { segmentCount } from './segmentCount';
import { segmentCoverage } from './segmentCoverage';
import { segmentFunnel } from './segmentFunnel';
import { segmentOverlap } from './segmentOverlap';
import { segmentScore } from './segmentScore';
import { tamFunnel } from './tamFunnel';
import { tamValue } from './tamValue';
import type { FormulaName, FormulaBody } from './formula';

export const FORMULA_BODIES: Readonly<Record<FormulaName, FormulaBody>> = {
  TAM_VALUE: tamValue,
  TAM_FUNNEL: tamFunnel,
  OUTREACH_PLAN: outreachTable,
  ICP_SHARE: icpShare,
  ICP_SCORE: icpScore,
  ICP_TIER: icpTier,
  ICP_EXPLAIN: icpExplain,
  ICP_BREAKDOWN: icpBreakdown,
  SEGMENT_SCORE: segmentScore,
  SEGMENT_ASSIGN: segmentAssign,
  SEGMENT_COUNT: segmentCount,
  SEGMENT_COVERAGE: segmentCoverage,
  SEGMENT_OVERLAP: segmentOverlap,
  SEGMENT_FUNNEL: segmentFunnel,
  SEGMENT_CHECK: segmentCheck,
  RATE_RANGE: rateTable,
  CLEAN_DOMAIN: cleanDomain,
  CLEAN_NUMBER: cleanNumber,
  CLEAN_COUNTRY: cleanCountry,
};
