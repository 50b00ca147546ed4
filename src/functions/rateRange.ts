/** RATE_RANGE: a rate with the range it may really lie in. */
import { CONFIDENCE, rateRange } from '../domain/stats/rates';
import type { FormulaBody } from './formula';

/** The rate and the ends of its Wilson interval, as shares; '' without trials. @throws Error for more successes than trials. */
export const rateTable: FormulaBody = (given) => {
  const successes = given.count('successes');
  const trials = given.count('trials');
  const confidence = given.share('confidence') ?? CONFIDENCE;
  if (confidence === 0 || confidence === 1)
    given.fail('confidence', `${confidence * 100} %`, 'Give a share between 0 % and 100 %, e.g. 95%.');
  if (successes === undefined || trials === undefined || trials === 0) return '';
  if (successes > trials)
    given.fail('successes', `${successes}, more than the ${trials} trials`, 'Give at most as many successes as trials.');
  const range = rateRange(successes, trials, confidence);
  return range === null
    ? ''
    : [
        ['Rate', 'Low', 'High'],
        [range.rate, range.low, range.high],
      ];
};
