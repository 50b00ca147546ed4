/** Formulas for single cells, as help, docs and tests need them. */
import { optional, required, type Formula } from '../formula';

export const CELLS_FORMULAS: readonly Formula[] = [
  {
    name: 'RATE_RANGE',
    summary: 'Rate with its Wilson interval: 3 of 9 is not 33 % but 12 % to 65 %. Blank without trials.',
    parameters: [
      required('successes', '3', 'How often it happened.'),
      required('trials', '9', 'How often it could have happened.'),
      optional('confidence', '95%', 'Default 95 %.'),
    ],
    example: {
      tabs: {},
      formula: '=RATE_RANGE(50, 100)',
      result: [
        ['Rate', 'Low', 'High'],
        [0.5, 0.4038315303659957, 0.5961684696340044],
      ],
    },
  },
  {
    name: 'CLEAN_DOMAIN',
    summary: 'Registrable domain of an address, a host or an email; blank when there is none.',
    parameters: [required('range', 'Accounts!C2:C', 'Cells to read.')],
    example: {
      tabs: { Web: [['https://www.acme.co.uk/about?x=1'], ['jane@mail.acme.com'], ['none']] },
      formula: '=CLEAN_DOMAIN(Web!A1:A3)',
      result: [['acme.co.uk'], ['acme.com'], ['']],
    },
  },
  {
    name: 'CLEAN_NUMBER',
    summary: 'Number in a cell: 18.3 MM is 18300000, 12% is 0.12, 51-200 is 51; blank when there is none.',
    parameters: [
      required('range', 'Accounts!D2:D', 'Cells to read.'),
      optional('locale', '"de-DE"', 'How text is written: de-DE for 1.234,5; default en-US.'),
    ],
    example: {
      tabs: { Numbers: [['18.3 MM'], ['(1,200)'], ['12%'], ['51-200'], ['n/a']] },
      formula: '=CLEAN_NUMBER(Numbers!A1:A5)',
      result: [[18_300_000], [-1200], [0.12], [51], ['']],
    },
  },
  {
    name: 'CLEAN_COUNTRY',
    summary: 'ISO 3166 code of a country, from names, codes and local spellings; blank when it is none.',
    parameters: [required('range', 'Accounts!E2:E', 'Cells to read.')],
    example: {
      tabs: { Places: [['Deutschland'], ['USA'], ['England'], ['Atlantis']] },
      formula: '=CLEAN_COUNTRY(Places!A1:A4)',
      result: [['DE'], ['US'], ['GB'], ['']],
    },
  },
];
