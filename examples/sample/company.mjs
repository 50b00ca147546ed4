/** What the source says about a company, and a made-up business behind it: stage, people, last round. Nothing here is printed as is. */
import { chanceOf } from './chance.mjs';

/** Months since year 0 of the month in which the sample ends, and its last day with a made-up date. */
export const LAST_MONTH = 2026 * 12 + 10;
export const LAST_DAY = 15;
/** Companies that stopped or were bought raised no round after this month. */
const LAST_MONTH_OF_CLOSED = 2025 * 12 + 5;

const START_MONTHS = { W: 0, X: 3, S: 5, F: 8 };
// prettier-ignore
const NOT_COUNTRIES = new Set([
  'Remote', 'Partly Remote', 'Fully Remote', 'America / Canada', 'Europe', 'South Asia', 'Southeast Asia', 'East Asia',
  'Central Asia', 'Latin America', 'Africa', 'Middle East and North Africa', 'Oceania', 'Unspecified',
]);

/** Odds of each stage by age in months, youngest first. */
// prettier-ignore
const STAGES_BY_AGE = [
  { below: 16, odds: [['Pre-seed', 40], ['Seed', 58], ['Series A', 2]] },
  { below: 28, odds: [['Pre-seed', 15], ['Seed', 71], ['Series A', 13], ['Series B', 1]] },
  { below: 44, odds: [['Pre-seed', 10], ['Seed', 69], ['Series A', 15], ['Series B', 5], ['Series C', 1]] },
  { below: 999, odds: [['Pre-seed', 8], ['Seed', 56], ['Series A', 20], ['Series B', 12], ['Series C', 4]] },
];

/** People from and to, months from the first funding to the round, and revenue per head in thousands from and to. */
const STAGE_FACTS = {
  'Pre-seed': { people: [2, 8], roundAfter: 0, perHead: [0, 40] },
  Seed: { people: [3, 35], roundAfter: 2, perHead: [20, 110] },
  'Series A': { people: [12, 90], roundAfter: 10, perHead: [60, 170] },
  'Series B': { people: [55, 320], roundAfter: 22, perHead: [90, 220] },
  'Series C': { people: [190, 1400], roundAfter: 34, perHead: [120, 260] },
};

export const batchYear = (batch) => 2000 + Number(batch.slice(1));

/** The first place that is a country, in the source's words; undefined when the source names none. */
export const countryOf = ({ regions }) => regions.find((region) => !NOT_COUNTRIES.has(region));

/** Squared, so that most companies stand near the low end. */
function skewed(chance, [from, to]) {
  const part = chance.below(1000);
  return from + Math.floor(((to - from) * part * part) / 1_000_000);
}

function roundMonth(chance, from, to) {
  const earliest = Math.min(Math.max(from, to - 40), to);
  return earliest + chance.below(to - earliest + 1);
}

/** Made-up facts: { stage, people, revenue in thousands of dollars, roundMonth, roundDay }. */
export function inventBusiness({ slug, batch, status }) {
  const chance = chanceOf(`${slug}/business`);
  const began = batchYear(batch) * 12 + START_MONTHS[batch[0]];
  const stage = chance.weighted(STAGES_BY_AGE.find(({ below }) => LAST_MONTH - began < below).odds);
  const facts = STAGE_FACTS[stage];
  const people = skewed(chance, facts.people);
  const last = status === 'Active' ? LAST_MONTH : LAST_MONTH_OF_CLOSED;
  const month = roundMonth(chance, began + facts.roundAfter, last);
  const day = 1 + chance.below(month === LAST_MONTH ? LAST_DAY : 28);
  const [low, high] = facts.perHead;
  return { stage, people, revenue: people * (low + chance.below(high - low + 1)), roundMonth: month, roundDay: day };
}
