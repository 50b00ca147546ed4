/** Plans with one thing wrong, and what is said of each: the code, the cell, what stood there and how to fix it. */
import { RULE, refusalsOf, type PlanRows } from './plans';

export const icp = (row: object): PlanRows => ({ icp: [RULE, { ...RULE, ...row }] });
export const rule = (row: object): PlanRows => ({ icp: [RULE], rules: [{ For: 'TAM', ...RULE, ...row }] });
export const segment = (...rows: object[]): PlanRows => ({
  icp: [RULE],
  segments: rows.map((row) => ({ Segment: 'Banks', ...row })),
});
export const setting = (name: string, value: string | number): PlanRows => ({
  icp: [RULE],
  settings: [{ Setting: name, Value: value }],
});
export const item = (...rows: object[]): PlanRows => ({ icp: [RULE], tam: rows as never });
export const override = (row: object): PlanRows => ({ icp: [RULE], overrides: [row as never] });

export type Case = readonly [what: string, plan: PlanRows, code: string, at: string, found: string, fix: RegExp];

/** Each plan is refused for this alone, in one sentence. */
export function refusedFor(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, plan, code, at, found, fix) => {
    const [refusal, ...others] = refusalsOf(plan);
    expect(refusal).toMatchObject({ code, at, found, severity: 'refusal', count: 1 });
    expect(refusal?.fix).toMatch(fix);
    expect(refusal?.message).toMatch(/^[^\n]+\.$/);
    expect(others).toEqual([]);
  });
}
