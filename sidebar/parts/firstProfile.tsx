/** What the answers make, before anything is written: rules in plain words, what was added, the tiers. */
import { counted, shownNumber } from '../../src/domain/facts/figure';
import type { NoFinding } from '../../src/domain/learning/customers';
import type { FirstRule } from '../../src/domain/learning/firstRule';
import { TIERS } from '../../src/domain/rules/plan';
import { TIER_2 } from '../../src/domain/score/tier';
import type { Answers } from '../plan/answers';
import type { Live } from '../plan/live';
import type { Profile } from '../plan/propose';
import { percent, Tiers } from './counts';
import { Tick } from './form';

/** Nothing where there is no rule yet. */
export function FirstProfile({
  profile,
  live,
  answers,
  onChange,
}: {
  readonly profile: Profile;
  readonly live: Live | undefined;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
}) {
  const { rules, none, customers, leftOut } = profile;
  const asked = rules.filter(({ part }) => part === 'ideal');
  const added = rules.filter(({ part }) => part === 'typical' || part === 'signal');
  const without = answers.without.filter((field) => !added.some((rule) => rule.field === field));
  const toggle = (field: string, isIn: boolean): void =>
    onChange({ ...answers, without: isIn ? answers.without.filter((other) => other !== field) : [...answers.without, field] });
  const omitted = leftOut.map((why) => (
    <p class="warn" key={why}>
      Left out: {why}
    </p>
  ));
  if (rules.length === 0)
    return (
      <>
        <NoFindings none={none} />
        {omitted}
      </>
    );
  return (
    <section>
      <h2>What comes of it</h2>
      <ul class="plain" aria-label="Rules that come of it">
        {asked.map((rule) => (
          <li key={rule.field}>
            {rule.field}: <b>{rule.says}</b>
            {nearWords(rules, rule.field)} <span class="hint">{rule.evidence}</span>
          </li>
        ))}
      </ul>
      <NoFindings none={none} />
      {omitted}
      {added.length + without.length > 0 && (
        <fieldset>
          <legend>Added, so that good accounts differ</legend>
          {added.map((rule) => (
            <Tick key={rule.name} checked onChange={() => toggle(rule.field, false)} label={addedWords(rule)} />
          ))}
          {without.map((field) => (
            <Tick key={field} checked={false} onChange={() => toggle(field, true)} label={field} />
          ))}
        </fieldset>
      )}
      {live !== undefined && (
        <>
          <Tiers counts={live.runResult.counts.tiers} />
          <p class="hint">Counted just now, not written yet.</p>
          <Separation tiers={live.runResult.counts.tiers} />
          {customers.length > 0 && <Kept customers={customers} computed={live.runResult.tiering.computed} />}
        </>
      )}
    </section>
  );
}

function nearWords(rules: readonly FirstRule[], field: string): string {
  const near = rules.find((rule) => rule.field === field && rule.part === 'near');
  return near === undefined ? '' : `; near, for half the points: ${near.says}`;
}

function addedWords({ part, name, field, says, evidence }: FirstRule): string {
  return part === 'signal' ? `${name}: a sign that Tier 1 needs` : `${field}: ${says}, as ${evidence} have`;
}

function NoFindings({ none }: { readonly none: readonly NoFinding[] }) {
  return (
    <>
      {none.map(({ field, says, customers, list }) => (
        <p class="hint" key={field}>
          {field}: no difference. {says}: {percent(customers, 1)} of the customers, {percent(list, 1)} of the list.
        </p>
      ))}
    </>
  );
}

function Separation({ tiers }: { readonly tiers: readonly number[] }) {
  const empty = TIERS.filter((_, place) => (tiers[place] ?? 0) === 0);
  if (empty.length === 0) return null;
  const how = empty.includes('Tier 1')
    ? 'No account has all of this: ask for less.'
    : 'Answer for one more column, or call some values also good.';
  return (
    <p class="warn">
      No account is in {empty.join(' or ')}. {how}
    </p>
  );
}

function Kept({ customers, computed }: { readonly customers: readonly number[]; readonly computed: Uint8Array }) {
  const kept = customers.filter((account) => (computed[account] ?? TIER_2 + 1) <= TIER_2).length;
  return (
    <p class={2 * kept >= customers.length ? 'good' : 'warn'}>
      The rules keep {shownNumber(kept)} of your {counted(customers.length, 'customer')} in Tier 1 or 2.
    </p>
  );
}
