/** RATE_RANGE: a rate with the range it may really lie in. */
import { CONFIDENCE, rateRange } from '../domain/rates';
import type { FormulaRun } from './formula';

export const rateTable: FormulaRun = (given) => {
  const successes = given.positive('successes');
  const trials = given.positive('trials');
  const confidence = given.isGiven('confidence') ? given.share('confidence') : CONFIDENCE;
  if (successes === undefined || trials === undefined || trials === 0) return '';
  if (successes > trials)
    given.fail('successes', `${successes}, more than the ${trials} trials`, 'Give at most as many successes as trials.');
  if (!Number.isInteger(successes) || !Number.isInteger(trials))
    given.fail('trials', 'no count of people', 'Give whole numbers.');
  if (confidence === undefined || confidence <= 0 || confidence >= 1)
    return given.fail('confidence', 'no confidence', 'Give a share between 0 % and 100 %, e.g. 95%.');
  const range = rateRange(successes, trials, confidence);
  return range === null
    ? ''
    : [
        ['Rate', 'Low', 'High'],
        [range.rate, range.low, range.high],
      ];
};
