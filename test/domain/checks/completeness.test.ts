/** The criteria library and the checks on a profile. */
import type { Dimension, RuleType } from '../../../src/domain/rules/rule';
import {
  checkProfile,
  dimensionsCheck,
  firmographicOnlyCheck,
  isPersonField,
  missingDimensions,
  personFieldsCheck,
  separationCheck,
} from '../../../src/domain/checks/completeness';
import { criteriaLibrary } from '../../../src/domain/rules/criteria';
import { DIMENSIONS, IMPORTANCE_WEIGHTS, OPERATORS } from '../../../src/domain/rules/rule';

const rule = (dimension: Dimension, type: RuleType = 'Score', field = 'Industry') => ({ name: field, field, dimension, type });
const counts = (name: string, matches: number, mismatches: number, unknown = 0) => ({ rule: name, matches, mismatches, unknown });

describe('criteriaLibrary', () => {
  it('S3.14: eighteen criteria in four groups, each with an example and where to find it', () => {
    expect(criteriaLibrary()).toHaveLength(18);
    const perDimension = DIMENSIONS.map((dimension) => criteriaLibrary().filter((each) => each.dimension === dimension).length);
    expect(perDimension).toEqual([5, 4, 5, 4]);
    expect(new Set(criteriaLibrary().map((each) => each.rule)).size).toBe(18);
    for (const { whereToFind, why } of criteriaLibrary()) expect(whereToFind.length * why.length).toBeGreaterThan(0);
  });

  it('is written in the plan’s grammar', () => {
    for (const { operator, importance, value } of criteriaLibrary()) {
      expect(OPERATORS).toContain(operator);
      expect(Object.keys(IMPORTANCE_WEIGHTS)).toContain(importance);
      expect(value === '').toBe(['is known', 'is true'].includes(operator));
    }
  });

  it('S3.10–S3.13: has the articles’ importance', () => {
    expect(criteriaLibrary().map(({ importance }) => importance)).toEqual([
      ...['High', 'Critical', 'High', 'Medium', 'Medium'],
      ...['High', 'Very high', 'Medium', 'Medium'],
      ...['Very high', 'High', 'High', 'Critical', 'Very high'],
      ...['High', 'Medium', 'Medium', 'Medium'],
    ]);
  });

  it('S2.13: names no person’s field and covers all dimensions', () => {
    expect(criteriaLibrary().filter(({ field }) => isPersonField(field))).toEqual([]);
  });
});

describe('dimensions', () => {
  it('S2.9: names the dimensions nobody asks about', () => {
    expect(missingDimensions([rule('Firmographic'), rule('Situational', 'Must')])).toEqual(['Technographic', 'Behavioral']);
    expect(dimensionsCheck([rule('Firmographic')])).toMatchObject({
      status: 'Check',
      actual: 'No Technographic, no Behavioral, no Situational rule',
    });
    expect(dimensionsCheck(DIMENSIONS.map((dimension) => rule(dimension)))).toMatchObject({ status: 'Pass', fix: '' });
  });

  it('S2.9: an Exclude does not fill a dimension', () => {
    expect(missingDimensions([rule('Technographic', 'Exclude')])).toEqual(DIMENSIONS);
  });

  it('S4.4: finds a profile of firmographic rules only', () => {
    expect(firmographicOnlyCheck([rule('Firmographic'), rule('Firmographic', 'Must')]).status).toBe('Check');
    expect(firmographicOnlyCheck([rule('Firmographic'), rule('Behavioral')]).status).toBe('Pass');
    expect(firmographicOnlyCheck([rule('Technographic')]).status).toBe('Pass');
    expect(firmographicOnlyCheck([]).status).toBe('Pass');
  });
});

describe('person fields', () => {
  it.each([
    'Title',
    'Job Title',
    'Seniority',
    'Email',
    'e-mail',
    'Contact: Phone',
    'LinkedIn URL',
    'first_name',
    'Persona',
    'Decision Maker',
  ])('S2.13: %s is a person’s', (field) => expect(isPersonField(field)).toBe(true));

  it.each([
    'Verified emails',
    'Last contacted',
    'Account owner',
    'Account name',
    'Company phone',
    'Subtitle',
    'Industry',
    'Open roles',
    'Entitlements',
  ])('%s is an account’s', (field) => expect(isPersonField(field)).toBe(false));

  it('S2.13: names each such field once', () => {
    const rules = [rule('Firmographic', 'Score', 'Title'), rule('Firmographic', 'Must', 'Title'), rule('Firmographic')];
    expect(personFieldsCheck(rules)).toMatchObject({ status: 'Fail', actual: 'Title' });
    expect(personFieldsCheck([rule('Firmographic')]).status).toBe('Pass');
  });
});

describe('separation', () => {
  it('S0.29: a rule that all known accounts meet, or none, separates nothing', () => {
    const check = separationCheck([counts('Region', 40, 0, 60), counts('Funding', 0, 1200), counts('Industry', 3, 4)]);
    expect(check).toMatchObject({
      status: 'Check',
      actual: 'Region (all of 40 known accounts); Funding (none of 1,200 known accounts)',
    });
  });

  it('does not judge a rule by unknown accounts or by one', () => {
    expect(separationCheck([counts('Region', 0, 0, 100)]).status).toBe('Not known');
    expect(separationCheck([counts('Region', 1, 0, 100)]).status).toBe('Pass');
  });
});

describe('checkProfile', () => {
  it('gives four checks of the whole plan', () => {
    const checks = checkProfile([rule('Firmographic')], [counts('Industry', 1, 1)]);
    expect(checks.map(({ id }) => id)).toEqual(['dimensions', 'firmographic only', 'person fields', 'separation']);
    expect(checks.every(({ segment }) => segment === '')).toBe(true);
  });
});
