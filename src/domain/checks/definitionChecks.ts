/** Findings on the definition of an ideal account: whether the team has one of it, and works the accounts it names (S4.5, S4.12). Pure. */
import { planCheck, type Check, type CitedCheck } from '../facts/check';
import { minusMonths } from '../facts/day';
import type { Fact } from '../facts/fact';
import { counted, shownNumber } from '../facts/figure';
import { cited, phrase, type Wording } from '../facts/phrase';
import { IN_ICP } from '../score/icp';
import { MET } from '../rules/match';
import type { ProfileRule } from '../score/profile';
import { rateRange, shownRate } from '../stats/rates';
import type { AccountResults } from '../segments/run';
import { evidenceBeyondRatio, isShown } from '../stats/evidence';
import { TIER_2 } from '../score/tier';
import { offenders } from './ruleChecks';

/** Whether the market and the ICP are one definition, and whether too little of the market is worked. */
export function definitionChecks(runResult: AccountResults): readonly CitedCheck[] {
  return [oneDefinitionCheck(runResult), workedCheck(runResult)];
}

/** Columns in which another team says how good an account is. */
const GRADES = 'Lead score,Account score,ICP score,Fit score,Lead grade,Account tier,ICP tier,ICP fit';
/** Two definitions that share less than half of their best accounts are two. The bound is ours. */
const AGREEMENT = 0.5;

/** Sales and marketing share one definition (S4.5): no rules that exclude each other, no column of the list that grades otherwise. */
function oneDefinitionCheck(runResult: AccountResults): CitedCheck {
  const found: readonly Wording[] = [
    ...rivalRules(runResult.profile.rules),
    ...GRADES.split(',').flatMap((header) => otherGrade(runResult, header)),
  ];
  const rule = 'Sales and marketing share one definition';
  return offenders('one definition', found, rule, 'Agree on one from the last 50 best customers.');
}

/** Rules that weigh, ask about one field, and that some accounts meet, but none both. */
function rivalRules(all: readonly ProfileRule[]): readonly Wording[] {
  const rules = all.filter(({ rule }) => rule.type !== 'Exclude' && (rule.weight ?? 0) > 0);
  const isMet = ({ outcomes }: ProfileRule): boolean => outcomes.includes(MET);
  return rules.flatMap((one, index) =>
    rules
      .slice(index + 1)
      .filter(
        (other) =>
          other.attribute === one.attribute &&
          isMet(one) &&
          isMet(other) &&
          !one.outcomes.some((outcome, fact) => outcome === MET && other.outcomes[fact] === MET),
      )
      .map((other) => phrase`no account meets both ${cited(one.rule)} and ${cited(other.rule)}`),
  );
}

/** As many best by that column as it grades ICP accounts, and how many of them are ICP. */
function otherGrade({ lists, icp }: AccountResults, header: string): readonly string[] {
  const column = lists.accounts.attribute(header);
  if (column === undefined) return [];
  const grades = column.facts.map((fact) => gradeOf(fact, /tier|grade/i.test(header)));
  const known = Array.from(column.codes, (code, account) => ({
    grade: grades[code] ?? NaN,
    isIcp: ((icp.membership[account] ?? 0) & IN_ICP) !== 0,
  })).filter(({ grade }) => !Number.isNaN(grade));
  const ideal = known.filter(({ isIcp }) => isIcp).length;
  const cut = known.map(({ grade }) => grade).sort((a, b) => b - a)[ideal - 1] ?? NaN;
  const best = known.filter(({ grade }) => grade >= cut);
  const both = best.filter(({ isIcp }) => isIcp).length;
  // A column that calls all of them best says nothing.
  if (best.length === 0 || best.length === known.length || both / best.length >= AGREEMENT) return [];
  return [`${column.header}: of its best ${counted(best.length, 'account')} ${shownNumber(both)} are ICP`];
}

/** Higher is better; a tier of 1 and a grade of A are the best. NaN where the cell says none. */
function gradeOf({ isBlank, text, quantity }: Fact, isLowBest: boolean): number {
  if (isBlank) return NaN;
  const letter = /^[a-f]$/.test(text) ? text.charCodeAt(0) - 96 : undefined;
  const tier = letter ?? Number(/^tier ?(\d)$/.exec(text)?.[1] ?? NaN);
  if (!Number.isNaN(tier)) return -tier;
  const number = quantity?.low ?? NaN;
  return isLowBest ? -number : number;
}

/** Right volume, wrong accounts (S4.12): Tier 1 and 2 are contacted no less than the others, over the months pooled. */
function workedCheck({ lists, tiering, plan }: AccountResults): Check {
  const rule = 'Tier 1 and 2 are contacted before the others';
  const column = lists.accounts.attribute('Last contacted');
  if (column === undefined)
    return planCheck('accounts worked', 'Not known', 'No column Last contacted', rule, 'Add it to the accounts.');
  const from = minusMonths(plan.asOf, plan.settings.monthsPooled);
  const isRecent = column.facts.map(({ day }) => day !== undefined && day >= from && day <= plan.asOf);
  const rateOf = (isIn: (tier: number) => boolean) => {
    const codes = Array.from(column.codes).filter((_, account) => isIn(tiering.final[account] ?? Infinity));
    return rateRange(codes.filter((code) => isRecent[code]).length, codes.length);
  };
  const [top, others] = [rateOf((tier) => tier <= TIER_2), rateOf((tier) => tier > TIER_2)];
  if (top === null || others === null || top.successes + others.successes === 0)
    return planCheck('accounts worked', 'Not known', 'No account was contacted lately', rule, 'Fill in Last contacted.');
  const actual = `Tier 1 and 2 ${shownRate(top)}, the others ${shownRate(others)}`;
  const isWrong = isShown(evidenceBeyondRatio(others, top, 1, 'above'));
  return planCheck('accounts worked', isWrong ? 'Check' : 'Pass', actual, rule, 'Work the list of Scores from the top.');
}
