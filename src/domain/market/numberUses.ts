/** What each number of the plan is for and must not be used for, as notes for headers. Pure data. */

export interface NumberUse {
  readonly number: 'TAM' | 'SAM' | 'SOM' | 'ICP' | 'Segment' | 'Persona';
  readonly means: string;
  readonly useFor: readonly string[];
  readonly notFor: readonly string[];
  readonly owner: string;
  readonly sources: readonly string[];
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
      'S0.2, S0.6, S2.6, S2.19, S3.38',
    ),
    use(
      'SAM',
      'Companies you can serve × contract value',
      'targets for 3–5 years, expansion, penetration',
      'this year’s quota',
      'Sales Ops or Strategy',
      'S3.24, S3.38',
    ),
    use(
      'SOM',
      'SAM × winnable share: customers expected',
      'goals for 1–3 years, sales capacity, outreach volume',
      'a list of accounts to contact',
      'Sales Ops or Strategy',
      'S3.25, S3.26, S3.38',
    ),
    use(
      'ICP',
      'Accounts of the list that fit: companies, never people',
      'account selection, ABM tiers, territories, lead scoring, strategic content, daily targeting',
      'sizing the market, shutting out all but perfect accounts, writing messages',
      'one person in Sales Leadership',
      'S0.3, S0.13, S0.32, S2.8, S2.17, S3.38',
    ),
    use(
      'Segment',
      'A slice of the ICP with one problem, one set of buyers, one offer',
      'prospect lists, sequences, ownership, tests of value propositions',
      'standing in for the whole market, messages before its size is known',
      'SDR Managers or Campaign Owners',
      'S0.4, S0.33, S0.34, S0.37, S1.24',
    ),
    use(
      'Persona',
      'People inside accounts that already fit',
      'messages, ad copy, channels, talk tracks, sequences, enablement',
      'choosing accounts, anything before the ICP exists',
      'Marketing with the ICP’s owner',
      'S2.1, S2.13, S2.14, S2.18',
    ),
  ];
}

/** The note of a header: meaning, uses, misuses, owner, sources. */
export function headerNote(number: NumberUse['number']): string {
  const found = numberUses().find((each) => each.number === number);
  if (found === undefined) return '';
  const { means, useFor, notFor, owner, sources } = found;
  return `${means}. For ${useFor.join(', ')}. Not for ${notFor.join(', ')}. Owner: ${owner} (${sources.join(', ')}).`;
}

/** Lists are separated by commas. */
function use(
  number: NumberUse['number'],
  means: string,
  useFor: string,
  notFor: string,
  owner: string,
  sources: string,
): NumberUse {
  return { number, means, useFor: useFor.split(', '), notFor: notFor.split(', '), owner, sources: sources.split(', ') };
}
