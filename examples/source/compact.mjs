/** Makes yc-companies.json from the source's own file: `node examples/source/compact.mjs yc_companies.json`. See SOURCE.md. */
import { readFileSync, writeFileSync } from 'node:fs';

const BATCHES = new Set(['S21', 'W22', 'S22', 'W23', 'S23', 'W24', 'S24', 'F24', 'W25', 'X25', 'S25', 'F25', 'W26']);
const ABOUT_FOUNDERS = /^highlight/;

/** The fields the sample uses, in a fixed order. */
function compact({ slug, name, oneLiner, batch, status, primaryIndustry, industries, badges, regions }) {
  const companyBadges = badges.filter((badge) => !ABOUT_FOUNDERS.test(badge));
  return { slug, name, oneLiner, batch, status, primaryIndustry, industries, badges: companyBadges, regions };
}

const { version, companies } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const lines = companies.filter(({ batch }) => BATCHES.has(batch)).map((company) => JSON.stringify(compact(company)));
const text = `{"version":${JSON.stringify(version)},"companies":[\n${lines.join(',\n')}\n]}\n`;
writeFileSync(new URL('yc-companies.json', import.meta.url), text);
