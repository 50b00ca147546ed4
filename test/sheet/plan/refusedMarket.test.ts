/** What refuses a run in the items of the market and the overrides. */
import { item, override, refusedFor } from '../../support/sheet/plan/refused';

describe('the market or an override is refused for', () => {
  refusedFor([
    [
      'an unknown item of the market',
      item({ Item: 'Contract value', Value: 1 }),
      'ITEM_UNKNOWN',
      "'Plan TAM'!A2",
      'Contract value',
      /Did you mean "Average contract value"\?/,
    ],
    [
      'an item of the market twice',
      item({ Item: 'Close rate', Value: '20%' }, { Item: 'close rate', Value: '30%' }),
      'ITEM_TWICE',
      "'Plan TAM'!A3",
      'close rate',
      /^Keep one row/,
    ],
    [
      'a rate above 100 %',
      item({ Item: 'Close rate', Value: '120%' }),
      'MARKET_VALUE_UNUSABLE',
      "'Plan TAM'!B2",
      '120%',
      /a share from 0 % to 100 %/,
    ],
    [
      'a negative number of the market',
      item({ Item: 'Revenue target', Value: -1 }),
      'MARKET_VALUE_UNUSABLE',
      "'Plan TAM'!B2",
      '-1',
      /a number of 0 or more/,
    ],
    ['an override without a key', override({ Tier: 'Tier 1' }), 'OVERRIDE_INCOMPLETE', 'Overrides!A2', '', /^Fill in both/],
    [
      'an override without a tier',
      override({ 'Account key': 'acme.com' }),
      'OVERRIDE_INCOMPLETE',
      'Overrides!B2',
      '',
      /^Fill in both/,
    ],
    [
      'an override to Needs data',
      override({ 'Account key': 'a', Tier: 'Needs data' }),
      'TIER_UNKNOWN',
      'Overrides!B2',
      'Needs data',
      /Tier 1, Tier 2, Tier 3, Tier 4, Excluded/,
    ],
  ]);
});
