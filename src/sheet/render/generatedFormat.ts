/** The looks of the generated tabs and of `Review`. */
import { ALL_TIERS, TIERS } from '../../domain/rules/plan';
import { SUGGESTIONS } from '../../domain/review/suggestion';
import { GENERATED_TABS, type GeneratedKind } from '../ownTabs/block';
import { LAYOUT_VERSION } from '../ownTabs/version';
import { TIER_FILLS } from '../tierColors';
import { FILLS, type ChartFormat, type ColorRule, type TabFormat } from './tabFormat';
import { HEADINGS, LEFT_OUT, NEXT_WIDTH } from './summaryLine';

/** Rows of a generated tab: stamp, headers, results. */
const HEAD = 2;

/** From white to blue between fixed ends: a color means the same score every month. */
function scale(...headers: readonly string[]): ColorRule {
  return {
    kind: 'scale',
    headers,
    low: { value: 0, fill: '#ffffff' },
    middle: { value: 50, fill: '#d2e3fc' },
    high: { value: 100, fill: '#8ab4f8' },
  };
}

function words(header: string, fills: readonly (readonly [word: string, fill: string])[]): readonly ColorRule[] {
  return fills.map(([word, fill]) => ({ kind: 'word', headers: [header], word, fill }));
}

function tiers(header: string, names: readonly string[] = ALL_TIERS): readonly ColorRule[] {
  return words(
    header,
    names.map((tier, position) => [tier, TIER_FILLS[position] ?? FILLS.weak]),
  );
}

function verdicts(header: string): readonly ColorRule[] {
  return words(header, [
    ['Pass', FILLS.good],
    ['Check', FILLS.middling],
    ['Fail', FILLS.bad],
    ['Not known', FILLS.weak],
  ]);
}

/** What the results suggest. */
function suggestions(header: string): readonly ColorRule[] {
  return words(
    header,
    SUGGESTIONS.map((word) => [word, word === 'Keep' ? FILLS.good : word === 'Pause' ? FILLS.bad : FILLS.middling]),
  );
}

function colorRulesOf(kind: GeneratedKind): readonly ColorRule[] {
  const paints: Partial<Record<GeneratedKind, readonly ColorRule[]>> = {
    summary: [
      ...words('What', [[LEFT_OUT, FILLS.middling]]),
      ...words(
        'What',
        Object.values(HEADINGS).map((heading) => [heading, FILLS.weak]),
      ),
      ...verdicts('Verdict'),
      ...tiers('What', TIERS),
    ],
    scores: [scale('Fit', 'Signal', 'Low', 'High'), ...tiers('Tier')],
    segments: [scale('Score'), ...verdicts('Verdict')],
    coverage: verdicts('Status'),
    rates: suggestions('Verdict'),
  };
  return paints[kind] ?? [];
}

const chart = (): ChartFormat => ({
  title: 'From the list to accounts that can be reached',
  labels: 'What',
  values: 'Accounts',
  at: 'Next',
  width: NEXT_WIDTH,
});

/** Of a work list of thousands of rows each stays one line tall. */
export function generatedFormat(kind: GeneratedKind): TabFormat {
  return {
    kind,
    layout: LAYOUT_VERSION,
    name: GENERATED_TABS[kind],
    nameFrom: HEAD + 1,
    head: HEAD,
    isWrapped: kind !== 'scores',
    paints: colorRulesOf(kind),
    lists: [],
    ...(kind === 'summary' ? { chart: chart() } : {}),
  };
}

/** The team's own four columns are colored and offered words, never written. */
export function reviewFormat(): TabFormat {
  return {
    kind: 'review',
    name: 'Review',
    nameFrom: HEAD + 1,
    head: HEAD,
    isWrapped: true,
    paints: [{ kind: 'due', headers: ['Next date'], fill: FILLS.bad }, ...verdicts('Verdict'), ...suggestions('Suggestion')],
    lists: [{ header: 'Decision', words: SUGGESTIONS, help: 'One of these, or what you decided in your own words.' }],
  };
}
