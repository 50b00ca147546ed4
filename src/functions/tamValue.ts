/** TAM_VALUE: accounts × contract value × share. */
import { product } from '../domain/facts/figure';
import type { FormulaBody } from './formula';

/** Money in the unit of the contract value; '' while an argument is missing. */
export const tamValue: FormulaBody = (given) => {
  const accounts = given.positive('account_count');
  const value = given.positive('average_contract_value');
  const share = given.isGiven('share') ? given.share('share') : 1;
  const size = product(accounts, value, share);
  if (size !== null) return size;
  if (accounts === undefined || value === undefined || share === undefined) return '';
  return given.fail('account_count', `${accounts}, and that × ${value} is no number a cell can hold`, 'Give smaller numbers.');
};
