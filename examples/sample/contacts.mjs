/** Rows of contacts.csv: invented people at an invented address under the reserved domain ending `.example`. */
import { chanceOf } from './chance.mjs';
import { countryOf, inventBusiness } from './company.mjs';

// prettier-ignore
const GROWN_TITLES = [
  ['Chief Revenue Officer', 7], ['VP of Sales', 12], ['Head of Sales', 10], ['VP of Revenue Operations', 4],
  ['Director of Revenue Operations', 7], ['RevOps Manager', 9], ['Sales Operations Manager', 8],
  ['Sales Development Manager', 9], ['Account Executive', 11], ['VP of Marketing', 6], ['Head of Growth', 6],
  ['Chief Technology Officer', 5], ['VP of Engineering', 4], ['Head of People', 3], ['Chief Executive Officer', 6],
];
// prettier-ignore
const YOUNG_TITLES = [
  ['Co-founder and CEO', 34], ['Co-founder and CTO', 24], ['Founding Account Executive', 10], ['Head of Growth', 9],
  ['Head of Sales', 7], ['Founding Engineer', 11], ['Chief of Staff', 5],
];

/** Accounts with contacts, of 100, and addresses that a check confirmed, of 100: better at home and in regulated markets. */
function findability(company, isGrown) {
  const country = countryOf(company);
  if (country === 'United States of America' || country === 'Canada') {
    const verified = company.primaryIndustry === 'Fintech' ? 72 : 62;
    return { found: isGrown ? 95 : 70, verified };
  }
  return country === 'United Kingdom' ? { found: isGrown ? 80 : 54, verified: 40 } : { found: isGrown ? 60 : 34, verified: 34 };
}

function emailStatus(chance, verified) {
  const rest = 100 - verified;
  return chance.weighted([
    ['verified', verified * 10],
    ['catch-all', rest * 5],
    ['guessed', rest * 3],
    ['', rest * 2],
  ]);
}

/** Titles and states of address of the company's contacts, none to five. */
function inventContacts(company) {
  const chance = chanceOf(`${company.slug}/contacts`);
  const isGrown = /Series/.test(inventBusiness(company).stage);
  const { found, verified } = findability(company, isGrown);
  if (company.status === 'Inactive' || !chance.happens(found)) return [];
  // prettier-ignore
  const counts = isGrown ? [[1, 10], [2, 22], [3, 28], [4, 22], [5, 18]] : [[1, 50], [2, 35], [3, 15]];
  return Array.from({ length: chance.weighted(counts) }, () => ({
    title: chance.weighted(isGrown ? GROWN_TITLES : YOUNG_TITLES),
    status: emailStatus(chance, verified),
  }));
}

/** All contact rows, keyed by header, numbered through in the companies' order. */
export function contactRows(companies) {
  return companies
    .flatMap((company) => inventContacts(company).map((contact) => ({ slug: company.slug, ...contact })))
    .map(({ slug, title, status }, index) => {
      const number = String(index + 1).padStart(4, '0');
      return {
        'Account ID': slug,
        'Full name': `Sample Person ${number}`,
        Title: title,
        Email: `person${number}@${slug}.example`,
        'Email status': status,
        Phone: '',
        Note: 'synthetic: no such person',
      };
    });
}
