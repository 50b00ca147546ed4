/** What the docs take from the product is current: the README's table of formulas and the schema of plan.json. */
import { spawnSync } from 'node:child_process';

jest.setTimeout(60_000);

describe('docs/formulas.mjs', () => {
  it('has nothing to rewrite', () => {
    const { status, stderr } = spawnSync(process.execPath, ['docs/formulas.mjs', '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
