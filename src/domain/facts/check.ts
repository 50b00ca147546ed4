/** Checks: one line of the readiness list, and the verdict of several. Pure. */
import type { Wording } from './phrase';

/** Worst last but for `Not known`, which weighs as `Check`. */
export const STATUSES = ['Pass', 'Check', 'Fail', 'Not known'] as const;
export type Status = (typeof STATUSES)[number];

/** What a set of checks comes to. */
export type Verdict = 'Pass' | 'Check' | 'Fail';

/** Checks of one segment before launch. */
export const SEGMENT_CHECKS = ['size', 'coverage', 'pain point', 'buyer roles', 'competition'] as const;

/** Stable words, which JSON carries too. */
export type CheckId =
  (typeof SEGMENT_CHECKS)[number] | MarketCheckId | RuleCheckId | SegmentsCheckId | ContactCheckId | LayerCheckId | ResultCheckId;

type MarketCheckId =
  | 'tam is icp'
  | 'icp share'
  | 'tier 1 share'
  | 'market order'
  | 'market size'
  | 'market sources'
  | 'target above som'
  | 'accounts wanted'
  | 'outreach supply';
type RuleCheckId =
  | 'rule count'
  | 'exclusions'
  | 'sharp filters'
  | 'must-haves'
  | 'common signals'
  | 'evidence'
  | 'dimensions'
  | 'firmographic only'
  | 'person fields'
  | 'persons as filters'
  | 'separation'
  | 'one definition';
type SegmentsCheckId =
  | 'segment count'
  | 'concentration'
  | 'hypothesis'
  | 'role titles'
  | 'message before volume'
  | 'fit without reach'
  | 'buying context'
  | 'room to test'
  | 'lanes told';
type ContactCheckId = 'mixed roles' | 'shared addresses';
type LayerCheckId = 'owners' | 'owner left' | 'reviews' | 'icp age' | 'personas older than icp';
type ResultCheckId = 'accounts worked' | 'bounces' | 'tier order' | 'conversion' | 'iteration' | 'one icp';

/** `Said` is text once the addresses of what it names are written out. */
export interface Check<Said extends Wording = string> {
  readonly id: CheckId;
  /** Name of the segment; '' for a check of the whole plan. */
  readonly segment: string;
  readonly status: Status;
  /** What was found, as people read it. */
  readonly actual: Said;
  /** What is asked, with its source: `More than 100 accounts (S1.28)`. */
  readonly rule: string;
  /** What to do; '' when the check passes. */
  readonly fix: string;
}

/** A check that may name rules and segments by their sources. */
export type CitedCheck = Check<Wording>;

/** How a check came out; undefined where it was not made. */
export function statusOf(checks: readonly Pick<Check, 'id' | 'status'>[], id: CheckId): Status | undefined {
  return checks.find((check) => check.id === id)?.status;
}

/** The worst of the checks: Fail, then Check or Not known, then Pass. No checks at all are a Pass. */
export function verdictOf(checks: readonly Pick<Check, 'status'>[]): Verdict {
  if (checks.some(({ status }) => status === 'Fail')) return 'Fail';
  return checks.some(({ status }) => status !== 'Pass') ? 'Check' : 'Pass';
}

/** A check of the whole plan; the fix is dropped when it passes. */
export function planCheck<Said extends Wording>(
  id: CheckId,
  status: Status,
  actual: Said,
  rule: string,
  fix: string,
): Check<Said> {
  return { id, segment: '', status, actual, rule, fix: status === 'Pass' ? '' : fix };
}
