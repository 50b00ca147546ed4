/** Wrong arguments: one sentence that names the formula, the argument, what it is and what is allowed. */
import { FORMULAS } from '../../src/functions/catalog';
import { SAMPLE_ACCOUNTS, SAMPLE_ICP, SAMPLE_RULES } from '../../src/functions/catalog/samples';
import type { FormulaName } from '../../src/functions/formula';
import { runFormula } from '../../src/functions/runFormula';

/** A formula with arguments as the bundle's stubs hand them over. */
function call(name: FormulaName, ...values: unknown[]): unknown {
  const { parameters } = FORMULAS.find((formula) => formula.name === name)!;
  return runFormula(name, parameters.map((p) => `${p.name}${p.isOptional ? '?' : ''}`).join(' '), values);
}
const A = SAMPLE_ACCOUNTS;
const P = SAMPLE_ICP;
const R = SAMPLE_RULES;

type Case = readonly [name: FormulaName, values: readonly unknown[], sentence: RegExp];
const CASES: readonly Case[] = [
  ['TAM_VALUE', [], /^TAM_VALUE: "account_count" is missing\. Give account_count, average_contract_value, share\.$/],
  ['TAM_VALUE', ['many', 5], /^TAM_VALUE: "account_count" is "many"\. Give a number of 0 or more\.$/],
  ['TAM_VALUE', [-1, 5], /^TAM_VALUE: "account_count" is -1\. Give a number of 0 or more\.$/],
  ['TAM_VALUE', [5, 5, '120%'], /^TAM_VALUE: "share" is "120%"\. Give a share from 0 % to 100 %/],
  ['TAM_VALUE', [[[1, 2]], 5], /^TAM_VALUE: "account_count" is a range of 1 × 2 cells\. Give one cell/],
  ['TAM_VALUE', [1e308, 12_000], /^TAM_VALUE: "account_count" is 1e\+308, and that × 12000 is no number a cell can hold\. /],
  ['ICP_SHARE', ['x', 5], /^ICP_SHARE: "icp_count" is "x"\./],
  [
    'OUTREACH_PLAN',
    [1, 1, 2, 1, 1, 1, 'twice'],
    /^OUTREACH_PLAN: "rounding" is "twice"\. Give one of: article, each step, none\.$/,
  ],
  [
    'ICP_SCORE',
    [A, [['Field'], ['x']]],
    /^ICP_SCORE: "icp_rules" is a range whose first row lacks "Operator", "Value"\. Include the header row/,
  ],
  ['ICP_SCORE', [A, P, 'soon'], /^ICP_SCORE: "as_of" is "soon"\. Give a date, e\.g\. DATE\(2026,1,31\)\.$/],
  ['ICP_SCORE', [A, P, '', 'intent'], /^ICP_SCORE: "basis" is "intent"\. Give one of: fit, signal, all rules\.$/],
  [
    'ICP_SCORE',
    [A, [...P.slice(0, 2), ['Bad', '', 'Industry', 'equals', 'x', '']]],
    /^ICP_SCORE: icp_rules!D3: "equals" is no operator\. Use one of: is, /,
  ],
  [
    'ICP_SCORE',
    [A, [P[0]!, ['', '', 'Moon', 'is', 'x', '']]],
    /^ICP_SCORE: icp_rules!C2: No rule that weighs has a column in accounts/,
  ],
  ['ICP_SCORE', [[['Account name']], P], /^ICP_SCORE: accounts!A2: There are headers but no rows below them\./],
  [
    'ICP_SCORE',
    [
      A,
      P,
      '',
      '',
      [
        ['Setting', 'Value'],
        ['Tier 1 from', 200],
      ],
    ],
    /^ICP_SCORE: settings!B2: "200" is no value of "Tier 1 from"\./,
  ],
  ['ICP_TIER', [[['Fit'], ['12 points']]], /^ICP_TIER: "scores" is "12 points"\. Give scores/],
  ['ICP_TIER', ['high'], /^ICP_TIER: "scores" is "high"\. Give scores from 0 to 100/],
  ['ICP_TIER', [[['Fit'], [90], ['high']]], /^ICP_TIER: "scores" is "high"\. Give scores from 0 to 100/],
  ['ICP_TIER', [50, 200], /^ICP_TIER: "tier1" is 200\. Give a score from 0 to 100\.$/],
  ['ICP_TIER', [[[50]], 70, 90], /^ICP_TIER: "tier1" is part of 70, 90, 50, which do not fall\. Give falling cuts/],
  ['ICP_EXPLAIN', [A, ''], /^ICP_EXPLAIN: /],
  ['SEGMENT_SCORE', [11, 5, 'High', 'High', 'Low'], /^SEGMENT_SCORE: "fit" is 11\. Give a number from 1 to 10\.$/],
  [
    'SEGMENT_SCORE',
    [5, 5, 'Highest', 'High', 'Low'],
    /^SEGMENT_SCORE: "reachable_buyers" is "Highest"\. Give one of: High, Medium, Low\.$/,
  ],
  [
    'SEGMENT_SCORE',
    [5, 5, 'High', 'High', 'Low', [[1, 2, 3]]],
    /^SEGMENT_SCORE: "weights" is "1, 2, 3"\. Give five numbers of 0 or more, not all 0: /,
  ],
  [
    'SEGMENT_SCORE',
    [5, 5, 'High', 'High', 'Low', [[0, 0, 0, 0, 0]]],
    /^SEGMENT_SCORE: "weights" is "0, 0, 0, 0, 0"\. Give five numbers of 0 or more, not all 0: /,
  ],
  ['SEGMENT_COUNT', [A, R, 'Banks'], /^SEGMENT_COUNT: "segment" is "Banks"\. Give one of: Fintech, DACH teams\.$/],
  [
    'SEGMENT_COVERAGE',
    [A, R, 'Phones'],
    /^SEGMENT_COVERAGE: "field" is "Phones", which is no column of accounts\. Give one of its headers\.$/,
  ],
  [
    'SEGMENT_ASSIGN',
    [A, [R[0]!, ['X', 'Moon', 'is', 'x', '']]],
    /^SEGMENT_ASSIGN: segment_rules!B2: The rule "Moon is x" for X cannot be checked/,
  ],
  [
    'SEGMENT_ASSIGN',
    [A, [R[0]!, ['X', 'Hiring', 'within last', 3, '']]],
    /^SEGMENT_ASSIGN: "as_of" is missing, and the rule "Hiring within last 3" counts back from it\. Give a date, e\.g\. DATE\(2026,1,31\)\.$/,
  ],
  ['TAM_FUNNEL', [A, [R[0]!, ['TAM', 'Hiring', 'within last', 3, '']], P], /^TAM_FUNNEL: "as_of" is missing, and the rule /],
  [
    'SEGMENT_FUNNEL',
    [A, [P[0]!, ['', '', 'Hiring', 'within last', 3, '']]],
    /^SEGMENT_FUNNEL: "as_of" is missing, and the rule /,
  ],
  ['SEGMENT_CHECK', [-5, '', '', '', ''], /^SEGMENT_CHECK: "count" is -5\./],
  ['SEGMENT_CHECK', [5, '', '', '', 'Fierce'], /^SEGMENT_CHECK: "competition" is "Fierce"\. Give one of: High, Medium, Low\.$/],
  ['RATE_RANGE', [5, 3], /^RATE_RANGE: "successes" is 5, more than the 3 trials\. /],
  ['RATE_RANGE', [1.5, 3], /^RATE_RANGE: "successes" is 1\.5\. Give a whole number of 0 or more\.$/],
  ['RATE_RANGE', [1, 1e308], /^RATE_RANGE: "trials" is 1e\+308\. Give a whole number of 0 or more\.$/],
  ['RATE_RANGE', [1, 3, 1], /^RATE_RANGE: "confidence" is 100 %\. Give a share between 0 % and 100 %, e\.g\. 95%\.$/],
  ['CLEAN_DOMAIN', [], /^CLEAN_DOMAIN: "range" is missing\. Give range\.$/],
  ['CLEAN_NUMBER', ['1.250', 'German'], /^CLEAN_NUMBER: "locale" is "German"\. Give a locale such as de-DE\.$/],
  ['CLEAN_NUMBER', [[['LOADING…']]], /^CLEAN_NUMBER: "range" holds cells that are still loading\. /],
  ['ICP_TIER', ['loading...'], /^ICP_TIER: "scores" holds cells that are still loading\. /],
  ['CLEAN_NUMBER', [[['Loading...']]], /^CLEAN_NUMBER: "range" holds cells that are still loading\. /],
];

describe('a wrong argument', () => {
  it.each(CASES)('%s %#', (name, values, sentence) => {
    expect(() => call(name, ...values)).toThrow(sentence);
  });

  it('is told in one line, however long or odd what was given is', () => {
    const odd = `x\n${'y'.repeat(10_000)}`;
    for (const [name, values] of [
      ['TAM_VALUE', [odd, 1]],
      ['SEGMENT_COUNT', [A, R, odd]],
      ['ICP_SCORE', [A, P, odd]],
      ['ICP_TIER', [[[`${odd}1`]]]],
    ] as const) {
      let message = '';
      try {
        call(name, ...values);
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message).toMatch(new RegExp(`^${name}: [^\\n]{1,400}$`));
    }
  });
});

describe('a required argument', () => {
  const required = FORMULAS.flatMap(({ name, parameters }) =>
    parameters.filter((p) => !p.isOptional).map((p, index) => [name, p.name, index] as const),
  );
  it.each(required)('of %s that is left out is named: %s', (name, parameter, index) => {
    expect(() => call(name, ...Array.from({ length: index }, () => 1))).toThrow(`${name}: "${parameter}" is missing.`);
  });
});

describe('names that objects are born with', () => {
  const accounts = [
    ['Account name', '__proto__', 'constructor'],
    ['constructor', 'x', 4],
    ['__proto__', 'y', 6],
  ];

  it('name segments, fields and accounts like any other', () => {
    const rules = [
      ['For', 'Field', 'Operator', 'Value'],
      ['__proto__', '__proto__', 'is', 'x'],
      ['constructor', 'Account name', 'is', '__proto__'],
    ];
    expect(call('SEGMENT_ASSIGN', accounts, rules)).toEqual([['Segment'], ['__proto__'], ['constructor']]);
    expect(call('SEGMENT_COUNT', accounts, rules, 'constructor')).toBe(1);
    expect(() => call('SEGMENT_COUNT', accounts, rules, 'toString')).toThrow('"segment" is "toString"');
  });

  it('name rules', () => {
    const icp = [
      ['Rule', 'Field', 'Operator', 'Value'],
      ['hasOwnProperty', 'constructor', 'at least', 5],
    ];
    expect(call('ICP_BREAKDOWN', accounts, icp)).toEqual([
      ['Account key', 'Score', 'hasOwnProperty'],
      ['constructor', 0, 0],
      ['__proto__', 100, 100],
    ]);
  });
});

describe('a result', () => {
  it('above 200,000 cells is refused before Sheets cuts it', () => {
    const cells = Array.from({ length: 200_001 }, () => ['acme.com']);
    expect(() => call('CLEAN_DOMAIN', cells)).toThrow(/^CLEAN_DOMAIN: the result has 200001 cells, more than 200000\. /);
    expect((call('CLEAN_DOMAIN', cells.slice(1)) as unknown[]).length).toBe(200_000);
  });

  it('of a cell is a cell, and of a range a range of its size', () => {
    expect(call('CLEAN_DOMAIN', 'www.acme.com/x')).toBe('acme.com');
    expect(
      call('CLEAN_COUNTRY', [
        ['USA', ''],
        ['', 'Wien'],
      ]),
    ).toEqual([
      ['US', ''],
      ['', expect.any(String)],
    ]);
    expect(call('ICP_TIER', 89.99)).toBe('Tier 2');
    expect(call('ICP_TIER', [[89.99]])).toBe('Tier 2');
  });
});

describe('rows of Plan Rules that a formula does not ask about', () => {
  const market = ['TAM', 'Funded', 'within last', 3, ''];
  const segment = ['Recent', 'Moon', 'within last', 3, ''];

  it('those for TAM do not stop a formula on segments', () => {
    expect(call('SEGMENT_COUNT', A, [...R, market])).toEqual(call('SEGMENT_COUNT', A, R));
  });

  it('those for segments do not stop the funnel of the market', () => {
    expect(call('TAM_FUNNEL', A, [R[0]!, segment], P)).toEqual(call('TAM_FUNNEL', A, [R[0]!], P));
  });

  it('leave the addresses of the others as they are', () => {
    expect(() => call('SEGMENT_COUNT', A, [R[0]!, market, ['X', 'Industry', 'like', 'x', '']])).toThrow(
      'SEGMENT_COUNT: segment_rules!C3: "like" is no operator.',
    );
  });
});

describe('words that mean a blank in a list', () => {
  it('round nothing where they name a rounding', () => {
    const plan = call('OUTREACH_PLAN', 5_000_000, 12_000, '20%', '40%', '30%', '15%', 'none') as [string, number][];
    expect(plan.slice(1, 3).map(([, value]) => value.toFixed(2))).toEqual(['416.67', '2083.33']);
  });

  it('are segments where segments bear them', () => {
    expect(call('SEGMENT_COUNT', A, [R[0]!, ['Unknown', 'Industry', 'is', 'Fintech', '']], 'unknown')).toBe(2);
  });
});

describe('cuts given to ICP_TIER', () => {
  it('may be equal, as in the settings: that tier stays empty', () => {
    expect(call('ICP_TIER', [[90], [70], [69]], 90, 70, 70)).toEqual([['Tier 1'], ['Tier 2'], ['Tier 4']]);
  });
});
