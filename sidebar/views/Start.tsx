/** Monday's path: which tab, who is ideal, what a contract is worth; everything else is inferred and can be changed. */
import { useMemo, useState } from 'preact/hooks';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { markedCustomers } from '../../src/domain/learning/customers';
import { PROFILE_FIELDS } from '../../src/domain/learning/fields';
import { starters } from '../../src/domain/learning/starters';
import { DEFAULT_SETTINGS } from '../../src/domain/rules/settings';
import { readNumber } from '../../src/sheet/plan/readSettings';
import { FirstProfile } from '../parts/firstProfile';
import { Page } from '../parts/frame';
import { Button, Choice, Field } from '../parts/form';
import { WishForm } from '../parts/wishForm';
import { NO_ANSWERS, wishOf, withWish, type Answers } from '../plan/answers';
import type { Draft } from '../plan/entries';
import { withProfile } from '../plan/firstPlan';
import type { PageLists } from '../plan/lists';
import { liveOf } from '../plan/live';
import { choicesOf, FEW, isRecognized, profileFrom, wishFields, type Profile } from '../plan/propose';
import type { Planner } from '../planner';
import { sampleFile } from '../take/sample';

/** The three questions that lead to a first plan; without a list, the ways to get one. */
export function Start({ planner }: { readonly planner: Planner }) {
  const { lists } = planner.state;
  if (lists === undefined) return <NoList planner={planner} />;
  return <Questions planner={planner} lists={lists} />;
}

function NoList({ planner }: { readonly planner: Planner }) {
  return (
    <Page
      title="Start with your accounts"
      lead="No tab holds a list of accounts yet. Paste one into a tab with headers in row 1, such as Account name, Domain, Industry and Employees."
    >
      <Button look="action" onClick={() => planner.open()}>
        Look again
      </Button>
      <div class="or">
        <Button onClick={() => planner.importCsv(sampleFile())}>Use sample data</Button>
        <Button onClick={() => planner.go('csv')}>Import a CSV file</Button>
      </div>
      <p class="hint">The sample is 120 made-up accounts in a tab of their own.</p>
    </Page>
  );
}

function Questions({ planner, lists }: { readonly planner: Planner; readonly lists: PageLists }) {
  const { draft, greeting, job } = planner.state;
  const tabs = greeting?.tabs.filter(({ isOurs }) => !isOurs) ?? [];
  const marked = useMemo(() => markedCustomers(lists.lists.accounts), [lists]);
  const isMarked = marked.length >= FEW;
  const given = planner.state.answers;
  const way = given.way === '' || (given.way === 'marked' && !isMarked) ? (isMarked ? 'marked' : 'names') : given.way;
  const answers = { ...given, way };
  const answer = (next: Partial<Answers>): void => planner.dispatch({ kind: 'answers', answers: { ...given, ...next } });
  const plan = planner.live?.runResult.plan;
  const profile = useMemo(
    () => profileFrom(lists, answers, marked, plan?.settings ?? DEFAULT_SETTINGS, plan?.asOf ?? lists.meta.runDay),
    // The contract value changes none of it.
    [lists, given.names, given.wishes, given.starter, given.without, way, plan],
  );
  const live = useMemo(
    () => (profile.rules.length === 0 ? undefined : liveOf(lists, withProfile(draft, lists, profile, answers))),
    [profile, draft, answers.value],
  );
  const isNumber = answers.value === '' || readNumber(answers.value) !== undefined;
  const waits = isNumber ? profile.reason : 'The contract value is no number.';
  return (
    <Page
      title="First tiers in three answers"
      lead="Answer what you can. Everything else is worked out from the list, and you can change all of it afterwards."
    >
      <section>
        <h2>1. Which tab holds your accounts?</h2>
        <Choice
          label="Accounts tab"
          value={lists.meta.accountsTab}
          options={tabs.map(({ title }) => title)}
          onChange={(tab) => void planner.open(tab)}
        />
        <p class="hint">
          {counted(lists.meta.size, 'account')},{' '}
          {counted(lists.meta.matches.filter(({ list }) => list === 'accounts').length, 'column')} recognised.
        </p>
      </section>
      <section>
        <h2>2. Who is ideal?</h2>
        <Choice
          label="I can tell by"
          value={way}
          options={[
            ...(isMarked ? [['marked', `${shownNumber(marked.length)} customers marked in the list`] as const] : []),
            ['names', 'naming my best customers'],
            ['pick', 'industry, size, place and more'],
            ['starter', 'a starter plan for my business'],
          ]}
          onChange={(word) => answer({ way: word })}
        />
        {way === 'names' && (
          <Field
            label="Best customers, one a line"
            rows={4}
            value={answers.names}
            onInput={(names) => answer({ names })}
            placeholder={'acme.com\nBlue Anchor'}
            hint={foundHint(profile.customers.length, profile.missing)}
          />
        )}
        {way === 'pick' && <Wishes planner={planner} lists={lists} answers={answers} />}
        {way === 'starter' && <Starters answers={answers} onChange={answer} profile={profile} />}
      </section>
      <section>
        <h2>3. What is a contract worth a year?</h2>
        <Field
          label="Average contract value (may stay blank)"
          value={answers.value}
          onInput={(value) => answer({ value })}
          placeholder="12,000"
          error={isNumber ? '' : `“${answers.value}” isn’t a number. Write e.g. 12000 or 12k.`}
        />
      </section>
      <FirstProfile profile={profile} live={live} answers={answers} onChange={answer} />
      {waits !== '' && <p class="warn">{waits}</p>}
      <Button
        look="action"
        disabled={waits !== '' || profile.rules.length === 0 || job !== undefined}
        onClick={() => finish(planner, withProfile(draft, lists, profile, answers))}
      >
        Show my tiers
      </Button>
      <p class="hint">Writes the plan and the result tabs. Your own tabs are only read.</p>
      <p>
        <Button look="link" onClick={() => planner.importCsv(sampleFile())}>
          Use sample data
        </Button>
        <Button look="link" onClick={() => planner.go('csv')}>
          Import a CSV file
        </Button>
        <Button look="link" onClick={() => planner.go('data')}>
          Skip the questions
        </Button>
      </p>
    </Page>
  );
}

/** The columns to choose from, the first one open; one that is not recognized is read when it is added. */
function Wishes({
  planner,
  lists,
  answers,
}: {
  readonly planner: Planner;
  readonly lists: PageLists;
  readonly answers: Answers;
}) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const all = useMemo(() => wishFields(lists), [lists]);
  const isHere = (field: string): boolean => lists.lists.accounts.attribute(field) !== undefined;
  const isNamed = (field: string): boolean => added.includes(field) || answers.wishes.some((wish) => wish.field === field);
  const shown = all.filter((field) => isHere(field) && (isNamed(field) || isRecognized(lists, field)));
  const choices = useMemo(() => shown.flatMap((field) => [[field, choicesOf(lists, field)] as const]), [lists, shown.join('\n')]);
  const others = all.filter((field) => !shown.includes(field) && !(PROFILE_FIELDS as readonly string[]).includes(field));
  const add = (field: string): void => {
    if (field === '') return;
    setAdded([...added, field]);
    void planner.fetch([field]);
  };
  return (
    <>
      {choices.map(([field, found], place) =>
        found === undefined ? (
          added.includes(field) && (
            <p class="hint" key={field}>
              {field}: yes and no, or another value for each account. Nothing to choose.
            </p>
          )
        ) : (
          <WishForm
            key={field}
            choices={found}
            wish={wishOf(answers, field)}
            isOpen={place === 0 || added.includes(field)}
            onChange={(wish) => planner.dispatch({ kind: 'answers', answers: withWish(answers, wish) })}
          />
        ),
      )}
      {others.length > 0 && <Choice label="Another column" value="" options={['', ...others]} onChange={add} />}
    </>
  );
}

function Starters({
  answers,
  onChange,
  profile,
}: {
  readonly answers: Answers;
  readonly onChange: (next: Partial<Answers>) => void;
  readonly profile: Profile;
}) {
  return (
    <>
      <Choice
        label="What you sell"
        value={profile.starter?.id ?? answers.starter}
        options={starters().map(({ id, name }) => [id, name] as const)}
        onChange={(starter) => onChange({ starter })}
      />
      <ul class="plain" aria-label="Who buys, and what hurts">
        {profile.starter?.personas.map(({ persona, pains }) => (
          <li key={persona}>
            {persona}: <span class="hint">{pains}.</span>
          </li>
        ))}
      </ul>
    </>
  );
}

async function finish(planner: Planner, draft: Draft): Promise<void> {
  if (!(await planner.save(draft))) return;
  planner.dispatch({ kind: 'answers', answers: NO_ANSWERS });
  planner.go('run');
  await planner.run(true);
}

function foundHint(found: number, missing: readonly string[]): string {
  const absent = missing.length === 0 ? '' : ` Not in the list: ${missing.join(', ')}.`;
  return `${found} found in the list; three or more are enough.${absent}`;
}
