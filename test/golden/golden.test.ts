/**
 * Golden cases through the built add-on: each folder's scores and report as they were agreed on.
 * `UPDATE_GOLDEN=1` writes them again, for the diff to be reviewed; test/system holds them against the oracle.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CASES, outcomeOf, placeOf } from './cases';

jest.setTimeout(60_000);

const isUpdate = process.env.UPDATE_GOLDEN === '1';

describe('golden cases', () => {
  it('exist in the folder', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(8);
  });

  it.each(CASES)('%s gives its expected scores and report', async (name) => {
    const { scores, report } = await outcomeOf(name);
    const [scoresFile, reportFile] = [placeOf(name, 'scores.csv'), placeOf(name, 'report.json')];
    if (isUpdate) {
      writeFileSync(scoresFile, scores);
      writeFileSync(reportFile, report);
    }
    expect(existsSync(scoresFile) && existsSync(reportFile)).toBe(true);
    expect(scores).toBe(readFileSync(scoresFile, 'utf8'));
    expect(JSON.parse(report)).toEqual(JSON.parse(readFileSync(reportFile, 'utf8')));
  });
});
