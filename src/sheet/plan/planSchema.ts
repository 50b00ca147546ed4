/** The schema of `plan.json`. Built on first use: formulas load the whole script and never need it. */
import * as z from 'zod/mini';
import type { Problem } from '../problem';
import { clipped } from '../problem';
import type { JsonRow, PlanJson } from './planJson';
import { PLAN_KEYS, PLAN_TABS, tooManyRows, type PlanKey } from './tabs';

/** What a cell of any spreadsheet program holds as a number; a larger one would become text. */
const LARGEST_NUMBER = 9.99e307;

let built: ReturnType<typeof buildSchema> | undefined;

function buildSchema() {
  const cell = z.union([z.string().check(z.maxLength(50_000)), z.number(), z.boolean()]);
  const rows = (key: PlanKey) =>
    z.optional(z.array(z.strictObject(Object.fromEntries(PLAN_TABS[key].headers.map((header) => [header, z.optional(cell)])))));
  return z.strictObject({ format: z.literal(1), ...Object.fromEntries(PLAN_KEYS.map((key) => [key, rows(key)])) });
}

/** The schema of plan.json, built on first use. */
export function planSchema(): ReturnType<typeof buildSchema> {
  return (built ??= buildSchema());
}

/** JSON Schema (draft 2020-12) of `plan.json`. @public published as docs/plan.schema.json */
export function planJsonSchema(): unknown {
  return z.toJSONSchema(planSchema());
}

/** The plan, or every way in which the value is none, each with its path. */
export function parsePlanJson(value: unknown): { readonly plan?: PlanJson; readonly problems: readonly Problem[] } {
  const overlong = PLAN_KEYS.flatMap((key) => overlongRows(value, key));
  if (overlong.length > 0) return { problems: overlong };
  const parsed = planSchema().safeParse(value);
  if (parsed.success) {
    const plan: PlanJson = parsed.data;
    const problems = PLAN_KEYS.flatMap((key) => (plan[key] ?? []).flatMap((row, index) => tooLarge(key, row, index)));
    return problems.length === 0 ? { plan, problems } : { problems };
  }
  return { problems: parsed.error.issues.slice(0, 20).map((issue) => problemOf(value, issue)) };
}

/** Asked first: a schema takes long over a million rows. */
function overlongRows(value: unknown, key: PlanKey): readonly Problem[] {
  const rows = valueAt(value, [key]);
  const said = Array.isArray(rows) ? tooManyRows(key, rows.length) : undefined;
  return said === undefined ? [] : [{ ...refusalAt([key]), found: '', ...said }];
}

function tooLarge(key: PlanKey, row: JsonRow, index: number): readonly Problem[] {
  return Object.entries(row).flatMap(([header, cell]) => {
    if (typeof cell !== 'number' || Math.abs(cell) <= LARGEST_NUMBER) return [];
    const found = String(cell);
    const message = `${found} is more than a cell holds.`;
    const fix = `Write a number up to ${LARGEST_NUMBER}.`;
    return [{ ...refusalAt([key, index, header]), found, message, fix }];
  });
}

/** A refusal of what stands at a path of the JSON. */
function refusalAt(path: readonly PropertyKey[]): Pick<Problem, 'code' | 'severity' | 'at' | 'count'> {
  const parts = path.map((part) => (typeof part === 'number' ? `row ${part + 1}` : String(part)));
  return { code: 'PLAN_JSON', severity: 'refusal', at: ['plan.json', ...parts].join(' › '), count: 1 };
}

function problemOf(value: unknown, issue: z.core.$ZodIssue): Problem {
  const found = clipped(shownJson(valueAt(value, issue.path)));
  const base = { ...refusalAt(issue.path), found };
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${clipped(key)}"`).join(', ');
    return {
      ...base,
      found: keys,
      message: `It holds ${keys}, which the plan does not know.`,
      fix: `Use only: ${allowedKeys(issue.path)}.`,
    };
  }
  if (issue.path[0] === 'format') return { ...base, message: `The format is ${found}.`, fix: 'Only "format": 1 is known here.' };
  return { ...base, message: `${found} is not what belongs here.`, fix: fixFor(issue.path.length) };
}

function allowedKeys(path: readonly PropertyKey[]): string {
  const key = PLAN_KEYS.find((candidate) => candidate === path[0]);
  return key === undefined ? ['format', ...PLAN_KEYS].join(', ') : PLAN_TABS[key].headers.join(', ');
}

function fixFor(depth: number): string {
  if (depth === 0) return 'A plan is an object with "format": 1 and arrays of rows such as "icp".';
  if (depth === 1) return 'Write an array of rows, each an object keyed by the headers.';
  return depth === 2 ? 'Write an object keyed by the headers.' : 'Write text, a number, true or false.';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, part) : undefined),
    value,
  );
}

function shownJson(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
