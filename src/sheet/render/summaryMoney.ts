/** Lines of the `Summary` tab on money and on the outreach a target needs: only those whose figures are known. */
import { checkTitle } from '../../domain/checks/checkNames';
import { statusOf } from '../../domain/facts/check';
import { halfUp, shownNumber, type Figure } from '../../domain/facts/figure';
import type { Run } from '../run/run';
import { summaryLine as line, type SummaryLine } from './summaryLine';

/** TAM, SAM, SOM, the ICP's worth, what the capture share of the market brings, the market's ICP, and the reverse funnel. */
export function moneyLines(run: Run): readonly SummaryLine[] {
  const { tam, sam, som, icp, capture } = run.market;
  const use = (of: string) => ({ kind: 'coverage', header: 'What to fix first', text: `Use of the ${of}` }) as const;
  const of = (what: string, companies: Figure, value: Figure, verdict = ''): readonly SummaryLine[] =>
    companies === null && value === null
      ? []
      : [line(what, { accounts: rounded(companies), verdict }, value === null ? '' : `${shownNumber(value)} a year`, use(what))];
  return [
    ...of('TAM', tam.companies, tam.value),
    ...of('SAM', sam.companies, sam.value),
    ...of('SOM', som.customers, som.value),
    ...(icp.value === null ? [] : of('ICP', icp.accounts, icp.value)),
    ...(icp.estimate === null
      ? []
      : [line('ICP of the market', { accounts: rounded(icp.estimate) }, 'Estimated from the share in this list', use('ICP'))]),
    ...(capture.revenue === null ? [] : of('Capture share', null, capture.revenue, capture.verdict)),
    ...outreachLines(run),
  ];
}

/** Companies are whole. */
function rounded(companies: Figure): Figure {
  return companies === null ? null : halfUp(companies);
}

/** The reverse funnel from the target in one line; its steps stand on Coverage. */
function outreachLines({ outreach, supply, checks }: Run): readonly SummaryLine[] {
  if (outreach === null) return [];
  const valueOf = (name: string): string => shownNumber(outreach.find(({ step }) => step === name)?.value ?? 0);
  const asked = `${valueOf('customers')} customers need ${valueOf('emails')} emails, ${valueOf('emails per business day')} a business day`;
  const have = supply.reachable === null ? '' : `; ${shownNumber(supply.reachable)} ${supply.unit} can be written to`;
  const id = 'outreach supply';
  const to = { kind: 'coverage', header: 'What to fix first', text: checkTitle({ id, segment: '' }) } as const;
  return [line('Outreach for the target', { verdict: statusOf(checks, id) ?? '' }, asked + have, to)];
}
