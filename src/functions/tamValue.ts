/** TAM_VALUE: accounts × contract value × share. */
import { product } from '../domain/figure';
import type { FormulaRun } from './formula';

export const tamValue: FormulaRun = (given) => {
  const accounts = given.positive('account_count');
  const value = given.positive('average_contract_value');
  const share = given.isGiven('share') ? given.share('share') : 1;
  return product(accounts, value, share) ?? '';
};
