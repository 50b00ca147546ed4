/** The five checks before a segment is launched (S1.28–S1.32). Pure. */
import type { Check, SEGMENT_CHECKS, Status } from '../facts/check';
import type { Figure } from '../facts/figure';
import type { Level } from '../rules/plan';
import type { Settings } from '../rules/settings';
import { counted, shownNumber, shownShare } from '../facts/figure';

type SegmentCheckId = (typeof SEGMENT_CHECKS)[number];

export interface SegmentFacts {
  readonly segment: string;
  /** Accounts that match and are available. */
  readonly accounts: Figure;
  /** Share with a verified email, 0–1; null without contacts. */
  readonly coverage: Figure;
  readonly painPoint: string;
  readonly buyerRoles: readonly string[];
  readonly competition: Level | undefined;
}

/** Shares are 0–1. */
export type SegmentLimits = Pick<Settings, 'smallestSegment' | 'smallSegment' | 'coverageLow' | 'coverageWanted'>;

type SegmentCheck = Omit<Check, 'segment'> & { readonly id: SegmentCheckId };

/** One check for each of `SEGMENT_CHECKS`, in their order. */
export function checkSegment(facts: SegmentFacts, limits: SegmentLimits): readonly Check[] {
  const findings = [
    sizeOf(facts.accounts, limits),
    coverageOf(facts.coverage, limits),
    painPointOf(facts.painPoint),
    buyerRolesOf(facts.buyerRoles),
    competitionOf(facts.competition),
  ];
  return findings.map((finding) => ({
    ...finding,
    segment: facts.segment,
    fix: finding.status === 'Pass' ? '' : finding.fix,
  }));
}

/** More than 100 passes, 50–100 is Check, fewer than 50 fails: "above 100" is strict (S1.28, S1.19). */
function sizeOf(accounts: Figure, { smallestSegment, smallSegment }: SegmentLimits): SegmentCheck {
  return {
    id: 'size',
    status: statusOf(accounts, smallSegment, smallestSegment),
    actual: accounts === null ? 'Not counted' : counted(accounts, 'account'),
    rule: `More than ${counted(smallSegment, 'account')}; fewer than ${shownNumber(smallestSegment)} fail`,
    fix:
      accounts === null
        ? 'Count its accounts, e.g. with SEGMENT_COUNT.'
        : 'Merge it with a similar segment or loosen its narrowest rule.',
  };
}

/** More than 80 % passes, 50–80 % is Check, less than 50 % fails (S1.29, S1.6). */
function coverageOf(coverage: Figure, { coverageLow, coverageWanted }: SegmentLimits): SegmentCheck {
  const isKnown = coverage !== null;
  return {
    id: 'coverage',
    status: statusOf(coverage, coverageWanted, coverageLow),
    actual: isKnown ? `${shownShare(coverage)} of accounts have a verified email` : 'No contacts to judge by',
    rule: `More than ${shownShare(coverageWanted)} with a verified email; less than ${shownShare(coverageLow)} fails`,
    fix: isKnown
      ? 'Enrich the others, or narrow the rules toward better data.'
      : 'Add a contacts tab or a column Verified emails.',
  };
}

function painPointOf(painPoint: string): SegmentCheck {
  return {
    id: 'pain point',
    status: filled(painPoint),
    actual: painPoint.trim() || 'Blank',
    rule: 'The message answers one specific pain point',
    fix: 'Write it, or change the offer angle until there is one.',
  };
}

function buyerRolesOf(buyerRoles: readonly string[]): SegmentCheck {
  const wanted = buyerRoles.map((role) => role.trim()).filter((role) => role !== '');
  return {
    id: 'buyer roles',
    status: filled(wanted.join('')),
    actual: wanted.join('; ') || 'Blank',
    rule: 'The buyer roles are named',
    fix: 'Name the roles, personas or title words to write to.',
  };
}

function competitionOf(competition: Level | undefined): SegmentCheck {
  return {
    id: 'competition',
    status: competition === undefined ? 'Not known' : competition === 'High' ? 'Fail' : 'Pass',
    actual: competition ?? 'Blank',
    rule: 'Competition is Low or Medium',
    fix: competition === undefined ? 'Type High, Medium or Low under Competition.' : 'Find an angle the others do not use.',
  };
}

function statusOf(value: Figure, above: number, low: number): Status {
  if (value === null || Number.isNaN(value)) return 'Not known';
  if (value > above) return 'Pass';
  return value < low ? 'Fail' : 'Check';
}

function filled(text: string): Status {
  return text.trim() === '' ? 'Fail' : 'Pass';
}
