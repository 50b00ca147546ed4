/** Evidence at every look: its laws, its width beside a plain interval, and how often twelve looks at chance alone claim anything. */
import fc from 'fast-check';
import {
  discoveries,
  evidenceAgainst,
  evidenceAgainstRatio,
  evidenceBeyond,
  evidenceBeyondRatio,
  isShown,
  trialsToTell,
  trialsToTellApart,
  type Counts,
} from '../../../src/domain/stats/evidence';
import { rateRange } from '../../../src/domain/stats/rates';

const LEVEL = 0.05;
const aRate = fc.double({ min: 0.005, max: 0.995, noNaN: true });

/** Chances of 0 … n successes, each from the one before. */
function binomial(n: number, p: number): readonly number[] {
  const chances = [(1 - p) ** n];
  for (let x = 0; x < n; x += 1) chances.push(((chances[x] ?? 0) * (n - x) * p) / ((x + 1) * (1 - p)));
  return chances;
}

/** Uniform numbers of 0–1, the same each time (Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Rates that the counts do not rule out at any look: the confidence sequence. */
function sequenceRange({ successes, trials }: Counts, level: number): { readonly low: number; readonly high: number } {
  const share = successes / trials;
  const edge = (end: number): number => {
    const isOut = (rate: number): boolean => evidenceAgainst({ successes, trials }, rate) >= -Math.log(level);
    if (!isOut(end)) return end;
    let [out, within] = [end, share];
    for (let step = 0; step < 50; step += 1) {
      const middle = (out + within) / 2;
      if (isOut(middle)) out = middle;
      else within = middle;
    }
    return within;
  };
  return { low: edge(0), high: edge(1) };
}

describe('evidence against a rate', () => {
  it('is 1 in the mean when the rate is the true one, whatever the rate and the count (law)', () => {
    fc.assert(
      fc.property(aRate, fc.integer({ min: 1, max: 60 }), (rate, trials) => {
        const mean = binomial(trials, rate).reduce(
          (sum, chance, successes) => sum + chance * Math.exp(evidenceAgainst({ successes, trials }, rate)),
          0,
        );
        expect(mean).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is none without trials, and endless against a rate that the counts make impossible', () => {
    expect(evidenceAgainst({ successes: 0, trials: 0 }, 0.2)).toBeCloseTo(0, 12);
    expect(evidenceAgainst({ successes: 1, trials: 5 }, 0)).toBe(Infinity);
    expect(evidenceAgainst({ successes: 4, trials: 5 }, 1)).toBe(Infinity);
    expect(evidenceAgainst({ successes: 0, trials: 5 }, 0)).toBe(0);
  });

  it('speaks for one side only', () => {
    const counts = { successes: 60, trials: 200 };
    expect(evidenceBeyond(counts, 0.2, 'above')).toBe(evidenceAgainst(counts, 0.2));
    expect(evidenceBeyond(counts, 0.2, 'below')).toBe(0);
  });
});

describe('a confidence sequence', () => {
  it('holds the rate seen and lies within 0 and 1; more of the same narrows it (law)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const successes = Math.round(share * trials);
        const { low, high } = sequenceRange({ successes, trials }, LEVEL);
        expect([0 <= low, low <= successes / trials, successes / trials <= high, high <= 1]).toEqual([true, true, true, true]);
        const more = sequenceRange({ successes: 4 * successes, trials: 4 * trials }, LEVEL);
        expect(more.high - more.low).toBeLessThan(high - low + 1e-12);
      }),
    );
  });

  it.each([
    [100, 10],
    [400, 40],
    [2000, 300],
  ])('of %d trials is 1.4 to 1.8 times as wide as the plain interval', (trials, successes) => {
    const [plain, all] = [rateRange(successes, trials)!, sequenceRange({ successes, trials }, LEVEL)];
    const times = (all.high - all.low) / (plain.high - plain.low);
    expect(times).toBeGreaterThan(1.4);
    expect(times).toBeLessThan(1.8);
  });

  it('misses the true rate in some month of a year in fewer than 5 % of years, where plain intervals miss in more than 10 %', () => {
    const next = seeded(11);
    const YEARS = 2000;
    let [missed, plainMissed] = [0, 0];
    for (let year = 0; year < YEARS; year += 1) {
      let [successes, trials, isOut, isPlainOut] = [0, 0, false, false];
      for (let month = 0; month < 12; month += 1) {
        for (let person = 0; person < 60; person += 1) successes += next() < 0.1 ? 1 : 0;
        trials += 60;
        const plain = rateRange(successes, trials)!;
        isOut ||= evidenceAgainst({ successes, trials }, 0.1) >= -Math.log(LEVEL);
        isPlainOut ||= plain.low > 0.1 || plain.high < 0.1;
      }
      missed += isOut ? 1 : 0;
      plainMissed += isPlainOut ? 1 : 0;
    }
    expect(missed / YEARS).toBeLessThan(LEVEL);
    expect(plainMissed / YEARS).toBeGreaterThan(0.1);
  });
});

describe('evidence against a ratio of two rates', () => {
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, share]) => ({ trials, successes: Math.round(share * trials) }));

  it('is at most what any pair of rates in that ratio leaves (law)', () => {
    fc.assert(
      fc.property(counts, counts, fc.double({ min: 0.3, max: 3, noNaN: true }), aRate, (first, second, ratio, share) => {
        const rate = share * Math.min(1, 1 / ratio);
        const pair = evidenceAgainst(first, ratio * rate) + evidenceAgainst(second, rate);
        expect(evidenceAgainstRatio(first, second, ratio)).toBeLessThanOrEqual(pair + 1e-6);
      }),
    );
  });

  it('tells 15 % from 2 % after 120 people each, and 15 % from 12 % not after 300', () => {
    const bound = -Math.log(LEVEL);
    const against = (first: number, second: number, trials: number) =>
      evidenceBeyondRatio({ successes: first, trials }, { successes: second, trials }, 1, 'above');
    expect(against(18, 2, 120)).toBeGreaterThan(bound);
    expect(against(45, 36, 300)).toBeLessThan(bound);
    expect(against(36, 45, 300)).toBe(0);
  });

  it('S1.5: 15 % against none in 20 people each tells nothing', () => {
    expect(isShown(evidenceAgainstRatio({ successes: 3, trials: 20 }, { successes: 0, trials: 20 }, 1))).toBe(false);
  });

  it('is ready at a billion people', () => {
    const [few, many] = [3, 40_000].map((successes) => ({ successes, trials: 1_000_000_000 }));
    expect(isShown(evidenceBeyondRatio(many!, few!, 1, 'above'))).toBe(true);
    expect(isShown(evidenceAgainstRatio(many!, many!, 1))).toBe(false);
  });
});

describe('the contacts that it takes', () => {
  it('grow with the square of what is to be told, and tell four times in five (simulated)', () => {
    const needed = trialsToTell(0.04, 0.08, LEVEL)!;
    expect(trialsToTell(0.06, 0.08, LEVEL)! / needed).toBeGreaterThan(3.5);
    expect(trialsToTell(0.08, 0.08, LEVEL)).toBeNull();
    expect(trialsToTellApart(0.15, 0.15, LEVEL)).toBeNull();
    const next = seeded(5);
    let told = 0;
    for (let draw = 0; draw < 1000; draw += 1) {
      let successes = 0;
      for (let person = 0; person < needed; person += 1) successes += next() < 0.04 ? 1 : 0;
      told += evidenceBeyond({ successes, trials: needed }, 0.08, 'below') >= -Math.log(LEVEL) ? 1 : 0;
    }
    expect(told / 1000).toBeGreaterThan(0.74);
    expect(told / 1000).toBeLessThan(0.88);
  });
});

describe('several claims at once', () => {
  it('hold by e-BH: of four, evidence of 80 carries one, of 40 two and of 20 all four', () => {
    const of = (...evidence: number[]) => discoveries(evidence.map(Math.log), LEVEL);
    expect(of(80, 1, 1, 1)).toEqual([true, false, false, false]);
    expect(of(79, 1, 1, 1)).toEqual([false, false, false, false]);
    expect(of(1, 40, 40, 1)).toEqual([false, true, true, false]);
    expect(of(20, 20, 20, 20)).toEqual([true, true, true, true]);
    expect(discoveries([], LEVEL)).toEqual([]);
  });

  it('are no more numerous than what each alone would claim at the same level (law)', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 12, noNaN: true }), { maxLength: 12 }), (evidence) => {
        discoveries(evidence, LEVEL).forEach((holds, index) => {
          if (holds) expect(evidence[index]).toBeGreaterThanOrEqual(-Math.log(LEVEL) - 1e-12);
        });
      }),
    );
  });
});
