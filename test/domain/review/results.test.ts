/** Results: pooling, intervals, diagnosis, before and after, suggestions; and that noise suggests nothing. */
import fc from 'fast-check';
import { fitMoves } from '../../../src/domain/lanes/fitMove';
import { segmentResults } from '../../../src/domain/lanes/segmentResults';
import { computeAccounts } from '../../../src/domain/segments/run';
import { againstRange, diagnose } from '../../../src/domain/review/diagnosis';
import { monthName, monthNamed, monthOf } from '../../../src/domain/review/month';
import { withOwnRates } from '../../../src/domain/review/ownRates';
import { periodChange } from '../../../src/domain/review/periods';
import { inPool, poolOf, poolRates, type ResultRow } from '../../../src/domain/review/results';
import { reviewSegments, type SegmentReview } from '../../../src/domain/review/suggestion';
import { CLAIM_LEVEL, claimsOf } from '../../../src/domain/review/claims';
import { trialsToTell, trialsToTellApart } from '../../../src/domain/stats/evidence';
import { improvement, tierGuide } from '../../../src/domain/score/tierGuide';
import { dayOf } from '../../../src/domain/facts/day';
import { reviewVariants } from '../../../src/domain/review/variants';
import { rateRange } from '../../../src/domain/stats/rates';
import { AS_OF, bound, lists, plan, rule, segment, test as asked } from '../../support/domain/build';

const MAY = monthNamed('2026-05')!;
const row = (rest: Partial<ResultRow>): ResultRow => ({
  month: MAY,
  segment: 'A',
  tier: undefined,
  variant: '',
  contacted: 100,
  replies: null,
  meetings: null,
  opportunities: null,
  won: null,
  bounced: null,
  ...rest,
});
const [, tier2] = tierGuide();

/** Uniform numbers of 0–1, the same each time (Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

describe('months', () => {
  it('are named and found again', () => {
    expect(monthName(monthOf(dayOf(2026, 5, 31)))).toBe('2026-05');
    expect(monthNamed('2026-13')).toBeUndefined();
  });
});

describe('pooling', () => {
  it('takes the last three months of results and names the one that is missing', () => {
    const rows = [row({ month: MAY - 3 }), row({ month: MAY - 2 }), row({ month: MAY })];
    const pool = poolOf(rows, 3)!;
    expect(pool).toEqual({ from: MAY - 2, to: MAY, missing: [MAY - 1] });
    expect(inPool(rows, pool)).toHaveLength(2);
    expect(poolOf([], 3)).toBeNull();
    expect(poolOf([row({})], 3)!.missing).toEqual([]);
  });

  it('leaves a blank count out of that rate alone, above and below', () => {
    const rates = poolRates([row({ contacted: 40, replies: 6 }), row({ contacted: 60, replies: null, meetings: 3 })]);
    expect(rates.contacted).toBe(100);
    expect([rates.replies!.successes, rates.replies!.trials]).toEqual([6, 40]);
    expect([rates.meetings!.successes, rates.meetings!.trials]).toEqual([3, 60]);
    expect(rates.won).toBeNull();
  });

  it('is the rate of the summed counts (law)', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.nat({ max: 500 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (pairs) => {
        const given = pairs.map(([contacted, replies]) => row({ contacted, replies: Math.min(replies, contacted) }));
        const sum = (of: (each: ResultRow) => number) => given.reduce((total, each) => total + of(each), 0);
        expect(poolRates(given).replies).toEqual(
          rateRange(
            sum(({ replies }) => replies!),
            sum(({ contacted }) => contacted),
          ),
        );
      }),
    );
  });
});

describe('diagnosis', () => {
  const told = (rows: readonly ResultRow[]) =>
    diagnose(poolRates(rows), claimsOf(['A'], rows, tier2, plan({}).settings)[0]!, tier2, CLAIM_LEVEL);
  const verdict = (contacted: number, replies: number, meetings: number) => told([row({ contacted, replies, meetings })]).verdict;

  it('S1.39: low reply asks for other filters, high reply with few meetings for a message that qualifies', () => {
    expect(verdict(500, 10, 2)).toBe('low reply');
    expect(verdict(500, 90, 4)).toBe('high reply, low meeting');
    expect(verdict(500, 90, 30)).toBe('as expected');
  });

  it('3 replies of 9 prove nothing, and it says how many more contacts would', () => {
    const { verdict: word, sentence } = told([row({ contacted: 9, replies: 0, meetings: 0 })]);
    expect(word).toBe('not shown');
    expect(sentence).toContain(`About ${trialsToTell(0, 0.08, CLAIM_LEVEL)! - 9} more contacts would tell.`);
    expect(verdict(9, 3, 0)).toBe('not shown');
    expect(told([]).verdict).toBe('no results');
  });

  it('S3.16–S3.19: below and above a range only with the whole interval', () => {
    expect(againstRange(rateRange(20, 100)!, [0.15, 0.25])).toBe('within');
    expect(againstRange(rateRange(2, 100)!, [0.15, 0.25])).toBe('below');
    expect(againstRange(rateRange(60, 100)!, [0.15, 0.25])).toBe('above');
    expect(againstRange(rateRange(1, 9)!, [0.15, 0.25])).toBe('not shown');
  });
});

describe('before and after a change of the ICP', () => {
  it('S3.15: 3.6 ×, 4.7 ×, 50 %, 51 %', () => {
    const change = periodChange(
      [row({ month: MAY - 1, contacted: 1000, replies: 50, meetings: 15 }), row({ contacted: 700, replies: 126, meetings: 49 })],
      MAY,
    )!;
    expect(change.sentence).toContain('replies 3.6 ×');
    expect(change.sentence).toContain('meetings 4.7 ×');
    const figures = periodChange(
      [row({ month: MAY - 1, cycleDays: 90, churn: 0.45 }), row({ cycleDays: 40, churn: 0.22 }), row({ cycleDays: 50 })],
      MAY,
    )!;
    expect(figures.sentence).toContain(
      'cycle 50 % shorter (means 90 → 45 days, no interval); churn 51.11 % lower (means 45 % → 22 %',
    );
    const worse = periodChange([row({ month: MAY - 1, cycleDays: 50 }), row({ cycleDays: 60 })], MAY)!;
    expect(worse.sentence).toContain('cycle 20 % longer');
    const all = improvement(
      { replyRate: 0.05, meetingRate: 0.015, cycleDays: 90, churnRate: 0.45 },
      { replyRate: 0.18, meetingRate: 0.07, cycleDays: 45, churnRate: 0.22 },
    );
    expect(all.cycleCut).toBeCloseTo(0.5, 12);
    expect(all.churnCut).toBeCloseTo(0.5111, 4);
  });

  it('compares like with like: where both lanes fall and only the mix shifts, the rise of all together is told as mix', () => {
    const [early, late] = [
      [row({ segment: 'Tech', contacted: 100, replies: 20 }), row({ segment: 'Retail', contacted: 900, replies: 18 })],
      [row({ segment: 'Tech', contacted: 900, replies: 135 }), row({ segment: 'Retail', contacted: 100, replies: 1 })],
    ];
    const at = (rows: readonly ResultRow[], month: number) => rows.map((each) => ({ ...each, month }));
    const { sentence } = periodChange([...at(early, MAY - 1), ...at(late, MAY)], MAY)!;
    // By hand: (100 · 0.15 + 900 · 0.01) ÷ (20 + 18) = 0.63; (136 ÷ 1000) ÷ (38 ÷ 1000) = 3.6.
    expect(sentence).toContain('replies no difference shown in the same mix of segments and tiers; all together 3.6 ×');
    const more = (rows: readonly ResultRow[]) =>
      rows.map((each) => ({ ...each, contacted: 20 * each.contacted, replies: 20 * each.replies! }));
    const told = periodChange([...at(more(early), MAY - 1), ...at(more(late), MAY)], MAY)!.sentence;
    expect(told).toContain('replies 0.6 × in the same mix of segments and tiers; all together 3.6 ×');
    const apart = periodChange([...at(early.slice(0, 1), MAY - 1), ...at(late.slice(1), MAY)], MAY)!.sentence;
    expect(apart).toContain('no segment was contacted on both sides, so nothing is compared');
  });

  it('shows no ratio that chance explains, and none without both sides', () => {
    const change = periodChange([row({ month: MAY - 1, contacted: 20, replies: 2 }), row({ contacted: 20, replies: 3 })], MAY)!;
    expect(change.sentence).toContain('no difference shown');
    expect(periodChange([row({})], MAY)).toBeNull();
  });
});

describe('own rates', () => {
  it('fill what is blank and leave what was typed', () => {
    const market = { ...plan({}).market, closeRate: 0.2 };
    const filled = withOwnRates(market, [row({ contacted: 200, replies: 30, meetings: 9, opportunities: 4, won: 3 })]);
    expect(filled.replyRate).toBeCloseTo(0.15, 12);
    expect(filled.meetingRate).toBeCloseTo(0.3, 12);
    expect(filled.closeRate).toBe(0.2);
    expect(withOwnRates(market, []).replyRate).toBeUndefined();
  });
});

describe('variants of a message (S0.20)', () => {
  const told = (...rows: readonly ResultRow[]) =>
    reviewVariants(rows).map(({ variant, verdict, more }) => [variant, verdict, more]);

  it('one answers better only where chance does not explain it, inside its segment', () => {
    const [a, b] = [row({ variant: 'A', contacted: 400, replies: 60 }), row({ variant: 'B', contacted: 400, replies: 20 })];
    expect(told(a, b, row({ replies: 90 }))).toEqual([
      ['A', 'better', 0],
      ['B', 'worse', 0],
    ]);
    expect(told(a, { ...b, segment: 'Other' })).toEqual([
      ['A', '', null],
      ['B', '', null],
    ]);
  });
  it('3 of 9 against 1 of 9 says how many more contacts would tell', () => {
    const [[, verdict, more] = []] = told(
      row({ variant: 'A', contacted: 9, replies: 3 }),
      row({ variant: 'B', contacted: 9, replies: 1 }),
    );
    expect([verdict, more]).toEqual(['not shown', trialsToTellApart(1 / 3, 1 / 9, 0.05)! - 9]);
    expect(told(row({ variant: 'A', replies: 9 }), row({ variant: 'B', replies: 9 }))[0]).toEqual(['A', 'not shown', null]);
  });
});

const industries = (names: readonly string[], each: number) => names.flatMap((name) => Array.from({ length: each }, () => name));

function reviewOf(names: readonly string[], each: number, rows: readonly ResultRow[], more = {}): readonly SegmentReview[] {
  const runResult = computeAccounts(
    lists({ Industry: industries(names, each) }),
    plan({
      icp: [rule('Industry', asked('is known'))],
      segments: names.map((name) => segment(name, [bound('Industry', asked('in', name))], { urgency: 5 })),
    }),
  );
  const results = segmentResults(runResult, null);
  const { overlap } = runResult.segmentation;
  const settings = runResult.plan.settings;
  return reviewSegments({
    segments: results,
    overlap,
    rows,
    history: rows,
    expected: tier2,
    settings,
    before: new Map(),
    ...more,
  });
}

describe('suggestions', () => {
  it('S1.5: the segment that answers 2 % is tightened, the one that answers 15 % kept', () => {
    const [tech, retail] = reviewOf(['Technology', 'Retail'], 200, [
      row({ segment: 'Technology', contacted: 400, replies: 60 }),
      row({ segment: 'Retail', contacted: 400, replies: 8 }),
    ]);
    expect([tech!.suggestion, retail!.suggestion]).toEqual(['Keep', 'Tighten']);
  });

  it('S1.28: a segment below the smallest is merged with the nearest, and says what the two would be', () => {
    const runResult = reviewOf(['Technology', 'Retail'], 40, []);
    expect(runResult[0]!.suggestion).toBe('Merge');
    expect(runResult[0]!.why).toContain('With Retail, the nearest by rules, it would have 80 accounts');
  });

  it('S1.4: tiers that answer clearly differently inside a segment split it', () => {
    const [only] = reviewOf(['Technology'], 200, [
      row({ segment: 'Technology', tier: 0, contacted: 300, replies: 60 }),
      row({ segment: 'Technology', tier: 1, contacted: 300, replies: 9 }),
    ]);
    expect(only!.suggestion).toBe('Split');
    expect(only!.why).toContain('Tier 1 answers 20 %');
  });

  it('S3.16, S3.17: that Tier 1 answers more often than Tier 2, as expected of each, splits nothing', () => {
    const [only] = reviewOf(['Technology'], 200, [
      row({ segment: 'Technology', tier: 0, contacted: 300, replies: 64 }),
      row({ segment: 'Technology', tier: 1, contacted: 300, replies: 26 }),
    ]);
    expect(only!.suggestion).toBe('Keep');
  });

  it('S1.6: a list that bounces by half is paused', () => {
    const [only] = reviewOf(['Technology'], 200, [row({ segment: 'Technology', contacted: 200, bounced: 130, replies: 10 })]);
    expect(only!.suggestion).toBe('Pause');
  });

  it('S1.18: coverage that fell or rose by five points is told with both measures, though the level is the same; less is not', () => {
    const before = (coverage: number) => new Map([['Technology', { coverage, reachable: null }]]);
    const runResult = computeAccounts(
      lists({
        Industry: industries(['Technology'], 200),
        'Verified emails': Array.from({ length: 200 }, (_, i) => (i < 150 ? 1 : null)),
      }),
      plan({
        icp: [rule('Industry', asked('is known'))],
        segments: [segment('Technology', [bound('Industry', asked('is known'))])],
      }),
    );
    const facts = {
      segments: segmentResults(runResult, null),
      overlap: [[200]],
      rows: [],
      history: [],
      expected: tier2,
      settings: runResult.plan.settings,
    };
    expect(reviewSegments({ ...facts, before: before(0.85) })[0]!.changes).toEqual(['Data coverage fell from 85 % to 75 %.']);
    expect(reviewSegments({ ...facts, before: before(0.69) })[0]!.changes).toEqual(['Data coverage rose from 69 % to 75 %.']);
    expect(reviewSegments({ ...facts, before: before(0.79) })[0]!.changes).toEqual([]);
  });

  it('without results nothing is suggested, Keep neither', () => {
    const [only] = reviewOf(['Technology'], 200, []);
    expect([only!.suggestion, only!.why, only!.changes]).toEqual([null, 'No results yet.', []]);
  });

  it('a segment too small that answers best is not merged into the one that is to pause', () => {
    const rows = [
      row({ segment: 'Technology', contacted: 400, replies: 60 }),
      row({ segment: 'Retail', contacted: 400, replies: 8 }),
    ];
    const [tech, retail] = reviewOf(['Technology', 'Retail'], 40, rows);
    expect([tech!.suggestion, retail!.suggestion]).toEqual(['Merge', 'Pause']);
    expect(tech!.why).toContain('None that would do resembles it');
  });

  it('bounces that rise above a fifth are told though older months keep the claim from holding', () => {
    const months = [10, 25, 30].map((bounced, index) => row({ segment: 'Technology', month: MAY - 2 + index, bounced }));
    const [only] = reviewOf(['Technology'], 200, months);
    expect(only!.changes).toEqual(['Bounces rise month by month: 10 %, 25 %, 30 %. Verify addresses before the next send.']);
    expect(reviewOf(['Technology'], 200, [...months].slice(0, 1))[0]!.changes).toEqual([]);
  });

  it('twelve looks a year at segments that answer alike suggest something in fewer than one year in twenty', () => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    const next = seeded(7);
    const drawn = (n: number, p: number) =>
      Array.from({ length: n }, () => (next() < p ? 1 : 0)).reduce<number>((a, b) => a + b, 0);
    const YEARS = process.env.PLANNER_LONG === undefined ? 60 : 10_000;
    let noisy = 0;
    for (let year = 0; year < YEARS; year += 1) {
      const history: ResultRow[] = [];
      let isNoisy = false;
      for (let month = 0; month < 12; month += 1) {
        for (const name of names) {
          const [contacted, replies] = [40, drawn(40, 0.08)];
          const meetings = drawn(replies, 0.3);
          history.push(row({ segment: name, month: MAY + month, contacted, replies, meetings, bounced: drawn(40, 0.2) }));
        }
        const claims = claimsOf(names, history, tier2, plan({}).settings);
        isNoisy ||= claims.some(
          (claim) =>
            claim.replies !== 'not shown' ||
            claim.bounces !== 'none' ||
            claim.isBetter !== null ||
            [...fitMoves(names, history, history).values()].some((move) => move !== 0),
        );
      }
      noisy += isNoisy ? 1 : 0;
    }
    process.stderr.write(`${noisy} of ${YEARS} years claim something\n`);
    expect(noisy / YEARS).toBeLessThan(0.05);
  }, 1_800_000);
});

describe('fit in the segment score (S1.18)', () => {
  it('moves by 0.1 beyond 1.25 times the others and by 0.2 beyond twice, either way, and never by chance', () => {
    const moves = (a: number, b: number, contacted = 1000) => {
      const rows = [row({ segment: 'A', contacted, replies: a }), row({ segment: 'B', contacted, replies: b })];
      return [...fitMoves(['A', 'B'], rows, rows).values()];
    };
    expect(moves(200, 50)).toEqual([0.2, -0.2]);
    expect(moves(190, 100)).toEqual([0.1, -0.1]);
    expect(moves(110, 100)).toEqual([0, 0]);
    expect(moves(20, 8, 100)).toEqual([]);
  });

  it('is an addend of its own, and fit stays within 0 and 1', () => {
    const runResult = computeAccounts(
      lists({ Industry: industries(['Technology'], 200) }),
      plan({
        icp: [rule('Industry', asked('is known'))],
        segments: [segment('Technology', [bound('Industry', asked('is known'))], { urgency: 5 })],
      }),
    );
    const of = (move: number) => segmentResults(runResult, null, { pooled: [], fitMoves: new Map([['Technology', move]]) })[0]!;
    const [told] = reviewSegments({
      segments: [of(-0.1)],
      overlap: [[200]],
      rows: [],
      history: [],
      expected: tier2,
      settings: runResult.plan.settings,
      before: new Map(),
    });
    expect(told!.changes).toEqual(['Results move fit in its score by −0.1.']);
    expect([of(0.2).meanFit, of(0.2).fitMove, of(0.2).score.score]).toEqual([1, 0.2, of(0).score.score]);
    expect(of(0).score.score! - of(-0.2).score.score!).toBeCloseTo((100 * 30 * 0.2) / 40, 9);
  });
});

it('the as-of day of the builders lies in June', () => expect(monthName(monthOf(AS_OF))).toBe('2026-06'));
