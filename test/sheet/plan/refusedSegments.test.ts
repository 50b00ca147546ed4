/** What refuses a run in segments, personas and columns. */
import { RULE } from '../../support/sheet/plan/plans';
import { segment, refusedFor } from '../../support/sheet/plan/refused';

describe('a segment, a persona or a column is refused for', () => {
  refusedFor([
    [
      'a segment without a name',
      segment({ Segment: '', Owner: 'Ann' }),
      'SEGMENT_UNNAMED',
      "'Plan Segments'!A2",
      '',
      /Write one in the column Segment/,
    ],
    [
      'a segment named twice',
      segment({}, { Segment: ' BANKS ' }),
      'SEGMENT_TWICE',
      "'Plan Segments'!A3",
      'BANKS',
      /a name of its own/,
    ],
    ['a segment named TAM', segment({ Segment: 'tam' }), 'SEGMENT_TWICE', "'Plan Segments'!A2", 'tam', /a name of its own/],
    [
      'a priority in words',
      segment({ Priority: 'first' }),
      'NUMBER_UNUSABLE',
      "'Plan Segments'!B2",
      'first',
      /^Use a number, or leave it blank/,
    ],
    ['an urgency above 10', segment({ Urgency: 11 }), 'NUMBER_UNUSABLE', "'Plan Segments'!G2", '11', /from 1 to 10/],
    [
      'an unknown level',
      segment({ Competition: 'Fierce' }),
      'LEVEL_UNKNOWN',
      "'Plan Segments'!H2",
      'Fierce',
      /^Use one of: High, Medium, Low/,
    ],
    [
      'an unknown role',
      { icp: [RULE], personas: [{ Persona: 'P', Role: 'Boss' }] },
      'ROLE_UNKNOWN',
      "'Plan Personas'!B2",
      'Boss',
      /Economic buyer, Technical buyer/,
    ],
    [
      'a column of an unknown list',
      { icp: [RULE], columns: [{ List: 'contact', Field: 'Title', Column: 'Job' }] },
      'LIST_UNKNOWN',
      'Columns!B2',
      'contact',
      /^Use one of: accounts, contacts\. Did you mean "contacts"\?/,
    ],
  ]);
});
