/** What each number of the plan is for and must not be used for, as notes for headers; docs/SOURCES.md says what they rest on. Pure data. */

export interface NumberUse {
  readonly number: 'TAM' | 'SAM' | 'SOM' | 'ICP' | 'Segment' | 'Persona';
  readonly means: string;
  readonly useFor: readonly string[];
  readonly notFor: readonly string[];
  readonly owner: string;
}

/** From the whole market down to people. A function, so that formulas do not build it at load. */
export function numberUses(): readonly NumberUse[] {
  return [
    use(
      'TAM',
      'Every company that could buy × contract value: the ceiling',
      'boards, positioning, long plans, M&A, fundraising, budgets',
      'targeting, territories, sizing a pipeline, filtering a list',
      'Sales Ops or Strategy',
    ),
    use(
      'SAM',
      'Companies you can serve × contract value',
      'targets for 3–5 years, expansion, penetration',
      'this year’s quota',
      'Sales Ops or Strategy',
    ),
    use(
      'SOM',
      'SAM × winnable share: customers expected',
      'goals for 1–3 years, sales capacity, outreach volume',
      'a list of accounts to contact',
      'Sales Ops or Strategy',
    ),
    use(
      'ICP',
      'Accounts of the list that fit: companies, never people',
      'account selection, ABM tiers, territories, lead scoring, strategic content, daily targeting',
      'sizing the market, shutting out all but perfect accounts, writing messages',
      'one person in Sales Leadership',
    ),
    use(
      'Segment',
      'A slice of the ICP with one problem, one set of buyers, one offer',
      'prospect lists, sequences, ownership, tests of value propositions',
      'standing in for the whole market, messages before its size is known',
      'SDR Managers or Campaign Owners',
    ),
    use(
      'Persona',
      'People inside accounts that already fit',
      'messages, ad copy, channels, talk tracks, sequences, enablement',
      'choosing accounts, anything before the ICP exists',
      'Marketing with the ICP’s owner',
    ),
  ];
}

/** The note of a header: meaning, uses, misuses, owner. */
export function headerNote(number: NumberUse['number']): string {
  const found = numberUses().find((each) => each.number === number);
  if (found === undefined) return '';
  const { means, useFor, notFor, owner } = found;
  return `${means}. For ${useFor.join(', ')}. Not for ${notFor.join(', ')}. Owner: ${owner}.`;
}

/** Lists are separated by commas. */
function use(number: NumberUse['number'], means: string, useFor: string, notFor: string, owner: string): NumberUse {
  return { number, means, useFor: useFor.split(', '), notFor: notFor.split(', '), owner };
}
