/** What is reported of a recognized column's cells. */
import { problemOf, readGrid } from '../../support/sheet/lists/lists';

describe('a website on a host that many companies share', () => {
  it.each([
    ['https://www.linkedin.com/company/acme', 'linkedin.com'],
    ['facebook.com/acme.bakery', 'facebook.com'],
    ['acme.wixsite.com/home', 'wixsite.com'],
    ['https://sites.google.com/view/acme', 'google.com'],
    ['acme.blogspot.de', 'blogspot.de'],
  ])('such as %s is told as what it is, once, and is no unusable cell', (page, host) => {
    const read = readGrid([
      ['Account name', 'Website'],
      ['Acme', page],
      ['Bolt', 'bolt.io'],
      ['Core', 'core.com'],
      ['Dune', page],
    ]);
    const problem = problemOf(read, 'WEBSITE_ON_SHARED_HOST');
    expect(problem).toMatchObject({ severity: 'problem', at: 'Accounts!B2', found: page, count: 2 });
    expect(problem?.message).toContain(`such as ${host};`);
    expect(problemOf(read, 'CELLS_UNUSABLE')).toBeUndefined();
    expect(read.lists.accounts.keys).toEqual(['acme', 'bolt.io', 'core.com', 'dune']);
  });

  it('is not what free mail and words without a dot are', () => {
    const read = readGrid([
      ['Account name', 'Website'],
      ['Acme', 'gmail.com'],
      ['Bolt', 'soon'],
      ['Core', 'core.com'],
    ]);
    expect(problemOf(read, 'CELLS_UNUSABLE')).toMatchObject({ at: 'Accounts!B2', count: 2 });
    expect(problemOf(read, 'WEBSITE_ON_SHARED_HOST')).toBeUndefined();
  });
});
