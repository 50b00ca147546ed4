/** The articles' worked examples that are rules over accounts, as cells of a plan and through the formulas. */
import { criteriaLibrary } from '../../src/domain/rules/criteria';
import type { Cell, Grid } from '../../src/sheet/grid';
import { FORMULAS } from '../../src/functions/catalog';
import type { FormulaName } from '../../src/functions/formula';
import { runFormula } from '../../src/functions/runFormula';

function call(name: FormulaName, ...values: unknown[]): unknown {
  const { parameters } = FORMULAS.find((formula) => formula.name === name)!;
  return runFormula(name, parameters.map((p) => `${p.name}${p.isOptional ? '?' : ''}`).join(' '), values);
}

const icp = (...rules: readonly (readonly Cell[])[]): Grid => [
  ['Field', 'Operator', 'Value', 'Importance', 'Dimension'],
  ...rules,
];
const bounds = (...rules: readonly (readonly Cell[])[]): Grid => [['For', 'Field', 'Operator', 'Value', 'Type'], ...rules];
const scores = (accounts: Grid, rules: Grid, asOf: Cell = ''): unknown[] =>
  (call('ICP_SCORE', accounts, rules, asOf) as unknown[][]).slice(1).map(([score]) => score);
const assigned = (accounts: Grid, rules: Grid, asOf: Cell = ''): unknown[] =>
  (call('SEGMENT_ASSIGN', accounts, rules, '', asOf) as unknown[][]).slice(1).map(([segment]) => segment);

describe('the market', () => {
  const ENTERPRISES: Grid = [
    ['Account name', 'Employees'],
    ...[900, 1000, 1200, 3000, 5000, 8000].map((n) => [`Firm of ${n}`, n]),
  ];

  it('S0.9: a cybersecurity market of more than 1,000 employees loses its next buyers when it is cut at 5,000', () => {
    const count = (least: number): unknown =>
      call('SEGMENT_COUNT', ENTERPRISES, bounds(['Market', 'Employees', 'at least', least, '']), 'Market');
    expect([count(1001), count(5001)]).toEqual([4, 1]);
    const funnel = call('SEGMENT_FUNNEL', ENTERPRISES, bounds(['Market', 'Employees', 'at least', 5001, ''])) as unknown[][];
    expect(funnel[1]!.slice(0, 7)).toEqual(['Market', 'Employees at least 5001', 6, 1, 5, 0, 5]);
  });

  it('S0.32: a market of companies with 100 employees has nothing outside its profile', () => {
    const list: Grid = [
      ['Account name', 'Employees'],
      ['One', 100],
      ['Two', 100],
      ['Three', 99],
    ];
    const inMarket = call('SEGMENT_COUNT', list, bounds(['Market', 'Employees', 'is', 100, '']), 'Market');
    const inProfile = scores(list, icp(['Employees', 'is', 100, 'High', ''])).filter((score) => score === 100).length;
    expect([inMarket, inProfile, call('ICP_SHARE', inProfile, inMarket)]).toEqual([2, 2, 1]);
  });

  it('S2.5: sizing by an ICP that is a tenth of the market misses 90 % of it', () => {
    const share = call('ICP_SHARE', 10_000, 100_000) as number;
    expect(share).toBe(0.1);
    expect(call('TAM_VALUE', 100_000, 12_000, '90%')).toBe(
      Number(call('TAM_VALUE', 100_000, 12_000)) - Number(call('TAM_VALUE', 100_000, 12_000, share)),
    );
  });

  it('S0.21, S0.26: industry and size first, a count, then the tech stack and a count', () => {
    const list: Grid = [
      ['Account name', 'Industry', 'Employees', 'Technologies'],
      ['A', 'Software', 120, 'Salesforce; Slack'],
      ['B', 'Software', 80, 'HubSpot'],
      ['C', 'Software', 9, 'Salesforce'],
      ['D', 'Retail', 120, 'Salesforce'],
      ['E', 'Software', 300, ''],
    ];
    const market = bounds(['TAM', 'Industry', 'is', 'Software', ''], ['TAM', 'Employees', 'at least', 50, '']);
    const steps = call(
      'TAM_FUNNEL',
      list,
      market,
      icp(['Technologies', 'is', 'Salesforce', 'High', 'Technographic']),
    ) as unknown[][];
    expect(steps.slice(1).map(([, before, after, mismatch, blank]) => [before, after, mismatch, blank])).toEqual([
      [5, 4, 1, 0],
      [4, 3, 1, 0],
      [3, 1, 1, 1],
    ]);
  });
});

describe('profiles', () => {
  it('S0.12: technology, 50–200 employees, a recent Series B', () => {
    const list: Grid = [
      ['Account name', 'Industry', 'Employees', 'Funding stage', 'Last funding date'],
      ['Fits', 'Technology', 200, 'Series B', '2026-03-01'],
      ['Too large', 'Technology', 201, 'Series B', '2026-03-01'],
      ['Long ago', 'Technology', 50, 'Series B', '2024-03-01'],
      ['None of it', 'Retail', 49, 'Seed', ''],
    ];
    const rules = icp(
      ['Industry', 'is', 'Technology', 'Medium', ''],
      ['Employees', 'between', '50-200', 'Medium', ''],
      ['Funding stage', 'is', 'Series B', 'Medium', ''],
      ['Last funding date', 'within last', 12, 'Medium', ''],
    );
    expect(scores(list, rules, '2026-06-15')).toEqual([100, 75, 75, 0]);
  });

  it('S0.13, S0.14: three attributes at once leave one company as a gate, and rank all four as a score', () => {
    const list: Grid = [
      ['Account name', 'Technologies', 'Title hired', 'Country'],
      ['All', 'Salesforce', 'CTO', 'US'],
      ['Two', 'Salesforce', 'CTO', 'FR'],
      ['One', 'Salesforce', 'CFO', 'FR'],
      ['None', 'HubSpot', 'CFO', 'FR'],
    ];
    const rules = icp(
      ['Technologies', 'is', 'Salesforce', 'Medium', ''],
      ['Title hired', 'is', 'CTO', 'Medium', ''],
      ['Country', 'is', 'US', 'Medium', ''],
    );
    const steps = call('TAM_FUNNEL', list, bounds(), rules) as unknown[][];
    expect(steps.at(-1)![2]).toBe(1);
    expect(scores(list, rules)).toEqual([100, 66.6667, 33.3333, 0]);
  });

  it('S3.10–S3.13: every threshold of the eighteen criteria is met at its end and failed beyond it', () => {
    const ends: Readonly<Record<string, readonly [met: Cell, failed: Cell]>> = {
      Industry: ['Fintech', 'Retail'],
      'Company size': [500, 501],
      Revenue: ['$100M', '$100.1M'],
      Geography: ['Switzerland', 'France'],
      'Funding stage': ['Series C', 'Seed'],
      'Stack signal': ['Intercom; Slack', 'Slack'],
      'Competitor tool': ['Salesloft', 'Slack'],
      'Integration fits': ['Slack', 'Teams'],
      'Technology maturity': [10, 9],
      'Hiring sales': [3, 2],
      'Headcount growth': ['20%', '19.9%'],
      'Recent funding': ['2025-06-15', '2025-06-14'],
      'Pricing page visits': [3, 2],
      'Content engagement': ['yes', 'no'],
      Season: ['Q4', 'Q3'],
      Regulation: ['GDPR deadline', 'none due'],
      'Market event': ['merger', ''],
      'Economic conditions': ['stable', 'shrinking'],
    };
    const library = criteriaLibrary();
    expect(library.map(({ rule }) => rule)).toEqual(Object.keys(ends));
    for (const { rule, field, operator, value, importance, dimension } of library) {
      const list: Grid = [
        ['Account name', field],
        ['Met', ends[rule]![0]],
        ['Failed', ends[rule]![1]],
      ];
      const rules = icp([field, operator, value, importance, dimension]);
      const basis = dimension === 'Behavioral' || dimension === 'Situational' ? 'signal' : 'fit';
      expect([rule, call('ICP_SCORE', list, rules, '2026-06-15', basis)]).toEqual([
        rule,
        [[basis === 'fit' ? 'Fit' : 'Signal'], [100], [0]],
      ]);
    }
  });

  it('S4.3: “tech with 200 and more employees” gives different buyers one score; a stage tells them apart', () => {
    const list: Grid = [
      ['Account name', 'Industry', 'Employees', 'Funding stage'],
      ['Young', 'Tech', 250, 'Series B'],
      ['Listed', 'Tech', 90_000, 'Public'],
    ];
    const lump = icp(['Industry', 'is', 'Tech', 'High', ''], ['Employees', 'at least', 200, 'High', '']);
    expect(scores(list, lump)).toEqual([100, 100]);
    expect(scores(list, [...lump, ['Funding stage', 'is', 'Series B', 'High', 'Situational']])).toEqual([100, 100]);
    const signal = call('ICP_SCORE', list, [...lump, ['Funding stage', 'is', 'Series B', 'High', 'Situational']], '', 'signal');
    expect(signal).toEqual([['Signal'], [100], [0]]);
  });
});

describe('segments', () => {
  it('S0.17: inside a profile, those that just hired a CTO and those that look for engineers', () => {
    const list: Grid = [
      ['Account name', 'CTO since', 'Engineering openings'],
      ['New CTO', '2026-05-01', 0],
      ['Hiring', '2020-01-01', 4],
      ['Both', '2026-05-01', 2],
      ['Neither', '2020-01-01', 0],
    ];
    const lanes = bounds(
      ['New CTO', 'CTO since', 'within last', 6, ''],
      ['Hiring engineers', 'Engineering openings', 'at least', 1, ''],
    );
    expect(assigned(list, lanes, '2026-06-15')).toEqual(['New CTO', 'Hiring engineers', 'New CTO', '']);
    expect(call('SEGMENT_OVERLAP', list, lanes, '2026-06-15')).toEqual([
      ['', 'New CTO', 'Hiring engineers'],
      ['New CTO', 2, 1],
      ['Hiring engineers', 1, 2],
    ]);
  });

  it('S0.18, S0.19: US teams on Salesforce and UK teams on HubSpot share no account', () => {
    const list: Grid = [
      ['Account name', 'Country', 'Technologies'],
      ['One', 'United States', 'Salesforce'],
      ['Two', 'England', 'HubSpot, Slack'],
      ['Three', 'US', 'HubSpot'],
    ];
    const lanes = bounds(
      ['US Salesforce', 'Country', 'is', 'US', ''],
      ['US Salesforce', 'Technologies', 'is', 'Salesforce', ''],
      ['UK HubSpot', 'Country', 'is', 'UK', ''],
      ['UK HubSpot', 'Technologies', 'is', 'HubSpot', ''],
    );
    expect(assigned(list, lanes)).toEqual(['US Salesforce', 'UK HubSpot', '']);
    expect((call('SEGMENT_OVERLAP', list, lanes) as unknown[][])[1]).toEqual(['US Salesforce', 1, 0]);
  });

  it('S1.21: “all companies” takes everyone, a chief executive named John nobody much', () => {
    const list: Grid = [
      ['Account name', 'CEO'],
      ['One', 'John Smith'],
      ['Two', 'Ada King'],
      ['Three', 'Mary John-Ross'],
    ];
    const lanes = bounds(['All', 'Account name', 'is known', '', ''], ['Johns', 'CEO', 'contains', 'John Smith', '']);
    expect(call('SEGMENT_COUNT', list, lanes)).toEqual([
      ['Segment', 'Accounts'],
      ['All', 3],
      ['Johns', 1],
    ]);
  });

  it('S1.23: fintechs of Series B with 50–200 people, without those hired away or on another stack', () => {
    const list: Grid = [
      ['Account name', 'Industry', 'Funding stage', 'Employees', 'Last hire from', 'Technologies'],
      ['In', 'Fintech', 'Series B', 50, 'a bank', 'Salesforce'],
      ['Hired from a rival', 'Fintech', 'Series B', 120, 'Rival Inc', 'Salesforce'],
      ['Other stack', 'Fintech', 'Series B', 120, 'a bank', 'Mainframe'],
      ['Too large', 'Fintech', 'Series B', 201, 'a bank', 'Salesforce'],
      ['Stack unknown', 'Fintech', 'Series B', 200, '', ''],
    ];
    const lane = bounds(
      ['Lane', 'Industry', 'is', 'Fintech', 'Include'],
      ['Lane', 'Funding stage', 'is', 'Series B', 'Include'],
      ['Lane', 'Employees', 'between', '50-200', 'Include'],
      ['Lane', 'Last hire from', 'contains', 'Rival', 'Exclude'],
      ['Lane', 'Technologies', 'is', 'Mainframe', 'Exclude'],
    );
    expect(assigned(list, lane)).toEqual(['Lane', '', '', '', 'Lane']);
  });

  it('S1.15, S1.17: Series B fintech is the clear winner, mid-market retail comes last', () => {
    const totals = [
      call('SEGMENT_SCORE', 9, 8, 'High', 'High', 'Low'),
      call('SEGMENT_SCORE', 5, 3, 'Medium', 'Medium', 'High'),
      call('SEGMENT_SCORE', 8, 6, 'Low', 'High', 'Medium'),
      call('SEGMENT_SCORE', 7, 5, 'High', 'High', 'High'),
    ].map((total) => Math.round(Number(total)));
    expect(totals).toEqual([95, 45, 70, 65]);
  });

  it('S1.13, S1.20: 50 of 500 and 20 of 100 with verified emails are 10 % and 20 %, and neither is ready', () => {
    const covered = (verified: number, size: number): unknown => {
      const rows = Array.from({ length: size }, (_, index) => [`Firm ${index}`, index < verified ? 1 : 0]);
      const list: Grid = [['Account name', 'Verified emails'], ...rows];
      return (call('SEGMENT_COVERAGE', list, bounds(['All', 'Account name', 'is known', '', ''])) as unknown[][])[1]![1];
    };
    expect([covered(50, 500), covered(20, 100)]).toEqual([0.1, 0.2]);
    for (const coverage of [0.1, 0.2]) {
      const checks = call('SEGMENT_CHECK', 500, coverage, 'x', 'x', 'Low') as unknown[][];
      expect(checks[2]!.slice(0, 2)).toEqual(['coverage', 'Fail']);
    }
  });

  it('S1.5: 15 % and 2 % of 100 people each do not overlap; of three people neither is more than a guess', () => {
    const [, tech] = call('RATE_RANGE', 15, 100) as number[][];
    const [, retail] = call('RATE_RANGE', 2, 100) as number[][];
    expect(tech![1]).toBeGreaterThan(retail![2]!);
    const [, few] = call('RATE_RANGE', 1, 3) as number[][];
    expect(few![2]! - few![1]!).toBeGreaterThan(0.7);
  });
});
