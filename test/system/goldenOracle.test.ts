/** The golden cases are what an independent reading of docs/MODEL.md in another language makes of them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASES, asOfOf, placeOf } from '../golden/cases';

jest.setTimeout(60_000);

function python(script: string, ...args: string[]): { readonly status: number | null; readonly text: string } {
  const run = spawnSync('python3', ['-B', join('test/oracle', script), ...args], { encoding: 'utf8' });
  return { status: run.status, text: `${run.stdout}${run.stderr}` };
}

describe('the oracle agrees with the golden case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  it.each(CASES)('%s', (name) => {
    const [json, scores] = [join(folder, `${name}.json`), join(folder, `${name}.csv`)];
    const contacts = placeOf(name, 'contacts.csv');
    const people = existsSync(contacts) ? ['--contacts', contacts] : [];
    const given = [placeOf(name, 'accounts.csv'), '--plan', placeOf(name, 'plan.json'), ...people, '--as-of', asOfOf(name)];
    expect(python('reading.py', ...given, '--json', json, '--scores', scores)).toEqual({ status: 0, text: '' });
    const ours = [placeOf(name, 'report.json'), placeOf(name, 'scores.csv')];
    expect(python('compare.py', json, scores, ...ours)).toEqual({ status: 0, text: '' });
  });
});
