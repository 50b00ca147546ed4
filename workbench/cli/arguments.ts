/** Command-line arguments of a command, or a refusal that shows how it is used. */
import { parseArgs } from 'node:util';
import { Refused, reasonOf } from './refused';

export interface Usage {
  /** One line: the command with all its options. */
  readonly line: string;
  /** Options that take a value; the others are switches. */
  readonly valued: readonly string[];
  readonly switches: readonly string[];
}

export interface Given {
  /** The one thing the command works on: a file or a formula. */
  readonly subject: string | undefined;
  readonly options: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/** `subject` may be missing: a command decides whether it needs one. */
export function readArguments(usage: Usage, args: readonly string[]): Given {
  const options = Object.fromEntries<{ readonly type: 'string' | 'boolean' }>([
    ...usage.valued.map((name) => [name, { type: 'string' as const }] as const),
    ...usage.switches.map((name) => [name, { type: 'boolean' as const }] as const),
  ]);
  try {
    const parsed = parseArgs({ args: [...joinedDash(usage, args)], options, allowPositionals: true, strict: true });
    if (parsed.positionals.length > 1) throw new Error(`One argument too many: ${parsed.positionals[1] ?? ''}`);
    const given: [string, unknown][] = Object.entries(parsed.values);
    return {
      subject: parsed.positionals[0],
      options: new Map(given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))),
      switches: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
    };
  } catch (error) {
    const reason = reasonOf(error).message.split(/\.\s|\n/)[0] ?? '';
    throw new Refused(`${reason}; use: ${usage.line}`);
  }
}

/** `--json -` as `--json=-`, which parseArgs does not take for an option without its value. */
function joinedDash(usage: Usage, args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (arg === '-' && last?.startsWith('--') === true && usage.valued.includes(last.slice(2)))
      joined[joined.length - 1] = `${last}=-`;
    else joined.push(arg);
  }
  return joined;
}

/** The subject, or a refusal. */
export function subjectOf(usage: Usage, given: Given, what: string): string {
  if (given.subject === undefined) throw new Refused(`${what} is missing; use: ${usage.line}`);
  return given.subject;
}

/** `YYYY-MM-DD` of a day that exists, or a refusal. */
export function dayArgument(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new Refused(`--as-of: "${text}" is no day; write it as YYYY-MM-DD, for example 2026-11-21.`);
  }
  return text;
}

/** An argument as a shell takes it whole, for commands that people paste. */
export function pasted(argument: string): string {
  return /^[\w./:@%+=,-]+$/.test(argument) ? argument : `'${argument.replace(/'/g, `'\\''`)}'`;
}
