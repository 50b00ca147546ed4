/** Rows of the `Coverage` tab with the figures behind the Summary: rows read, the hours that tiers deserve, the reverse funnel. Shown, not judged. */
import { counted, halfUp, roundedShare, shownNumber } from '../../domain/facts/figure';
import { weeksOfWork } from '../../domain/market/capacity';
import { captureNote } from '../../domain/market/marketCheck';
import { numberUses } from '../../domain/market/numberUses';
import { ALLOCATION_NOTE, expectedText, tierGuide, tierHours } from '../../domain/score/tierGuide';
import type { Cell } from '../grid';
import type { Run } from '../run/run';

/** What was read, then what to plan with. */
export function figureRows(run: Run): readonly (readonly Cell[])[] {
  return [...listRows(run), ...useRows(run), ...hourRows(run), ...outreachRows(run)];
}

function row(what: string, now: string, wanted = '', how = ''): readonly Cell[] {
  return [what, '', now, wanted, how];
}

function listRows({ runResult, read }: Run): readonly (readonly Cell[])[] {
  const { accounts, scored, excluded, duplicates } = runResult.counts;
  const parts = [`${shownNumber(scored)} scored`, `${shownNumber(excluded)} excluded`, counted(read.errors, 'error')];
  return [
    row('Rows of the list', `${shownNumber(accounts + read.errors)} read: ${parts.join(', ')}`),
    ...(duplicates === 0 ? [] : [row('Rows that repeat an account', shownNumber(duplicates))]),
  ];
}

/** What each size of the market is for, and what it must not be used for; those that are known. */
function useRows({ market: { tam, sam, som, icp, capture } }: Run): readonly (readonly Cell[])[] {
  const shown = { TAM: tam.companies, SAM: sam.companies, SOM: som.customers, ICP: icp.accounts };
  const captured = capture.revenue === null ? [] : [row('Use of the Capture share', capture.verdict, captureNote())];
  const used = numberUses().flatMap(({ number, means, useFor, notFor }) => {
    if (number === 'Segment' || number === 'Persona' || shown[number] === null) return [];
    return [row(`Use of the ${number}`, means, `For ${useFor.join(', ')}`, `Not for ${notFor.join(', ')}`)];
  });
  return [...used, ...captured];
}

/** How 100 hours part over the tiers by what is usual for an account of each, and how long the ICP lasts at the team's pace. */
function hourRows({ runResult, plan, market }: Run): readonly (readonly Cell[])[] {
  const [tier1 = 0, tier2 = 0, tier3 = 0, tier4 = 0] = runResult.counts.tiers;
  const hours = tierHours({ 'Tier 1': tier1, 'Tier 2': tier2, 'Tier 3': tier3, 'Tier 4': tier4 }, 100) ?? [];
  const weeks = weeksOfWork(market.icp.accounts, plan.settings.accountsPerMonth);
  return [
    ...(hours.length === 0 ? [] : [row('Time by tier', 'Of 100 hours', '', ALLOCATION_NOTE)]),
    ...tierGuide().flatMap((guide, index) => {
      const share = hours[index]?.hours;
      return share === undefined
        ? []
        : [
            row(
              `Time for ${guide.tier}`,
              `${roundedShare(share / 100)} of the hours`,
              `Usual: ${expectedText(guide)}`,
              guide.treatment,
            ),
          ];
    }),
    ...(weeks === null ? [] : [row('Time to work the ICP', `${shownNumber(halfUp(weeks))} weeks at this pace`)]),
  ];
}

/** The reverse funnel step by step; nothing without a target. */
function outreachRows({ outreach, supply, plan }: Run): readonly (readonly Cell[])[] {
  if (outreach === null) return [];
  const { contactsPerAccount, emailsPerContact } = plan.settings;
  const emails = `${counted(emailsPerContact, 'email')} a person`;
  const assumed = supply.unit === 'people' ? emails : `${counted(contactsPerAccount, 'person', 'people')} an account, ${emails}`;
  const { needed, reachable, weeks } = supply;
  return [
    ...outreach.map(({ step, value }) => row(`Outreach for the target: ${step}`, shownNumber(value))),
    ...(needed === null
      ? []
      : [
          row(
            `Outreach for the target: ${supply.unit}`,
            reachable === null ? 'Not known' : `${shownNumber(reachable)} with a verified email`,
            `${shownNumber(needed)} a year`,
            `At ${assumed}.`,
          ),
        ]),
    ...(weeks === null ? [] : [row('Outreach for the target: weeks it lasts', shownNumber(weeks, 1), 'More than 52')]),
  ];
}
