/** `Plan Settings`: names and values read into the settings of the domain. */
import type { Day } from '../../domain/facts/fact';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/rules/plan';
import { nearestOf } from '../headers/nearest';
import type { Cell } from '../grid';
import { clipped } from '../problem';
import { POINT, readQuantity } from '../parse/number';
import { A_LOCALE, isLocale } from '../parse/numberStyle';
import { fold } from '../../domain/facts/text';
import type { ProblemCollector } from './closedList';
import { dayOfCell, textOfCell, type PlanTable, type PlanTableRow } from './planTable';
import { MOST_MONTHS, SETTINGS, type SettingEntry } from './settingsList';

/** Settings that bear on numbers, and those that bear on reading and reviewing. */
export interface ReadSettings {
  readonly settings: Settings;
  /** As typed, e.g. `de-DE`; undefined leaves it to the spreadsheet. */
  readonly numberLocale: string | undefined;
  readonly asOf: Day | undefined;
  /** Every setting that was typed, by name: text, number or day count. */
  readonly typed: ReadonlyMap<string, string | number>;
}

/** Reads the tab; blank values are the defaults, an unknown name or an unusable value is refused. */
export function readSettings(table: PlanTable, findings: ProblemCollector): ReadSettings {
  const typed = new Map<string, string | number>();
  for (const row of table.rows) {
    const entry = entryOf(row, findings);
    if (entry === undefined || row.text('Value') === '') continue;
    const value = readSettingValue(entry, row.cell('Value'));
    if (value === undefined) reportValue(entry, row, findings);
    else typed.set(entry.name, value);
  }
  const settings = settingsOf(typed);
  checkOrder(table, settings, findings);
  const asOf = typed.get('As of');
  const locale = typed.get('Number locale');
  return {
    settings,
    numberLocale: typeof locale === 'string' ? locale : undefined,
    asOf: typeof asOf === 'number' ? asOf : undefined,
    typed,
  };
}

function entryOf(row: PlanTableRow, findings: ProblemCollector): SettingEntry | undefined {
  const name = row.text('Setting');
  const entry = SETTINGS.find((candidate) => fold(candidate.name) === fold(name));
  if (entry === undefined && row.text('Value') !== '') {
    const nearest = nearestOf(
      name,
      SETTINGS.map((candidate) => candidate.name),
    );
    const guess = nearest === undefined ? 'Remove the row.' : `Did you mean "${nearest}"?`;
    findings.refuse('SETTING_UNKNOWN', row.at('Setting'), name, `"${clipped(name)}" is no setting.`, guess);
  }
  return entry;
}

function readSettingValue(entry: SettingEntry, cell: Cell): string | number | undefined {
  const { value } = entry;
  if (value.kind === 'text') return textOfCell(cell);
  if (value.kind === 'day') return dayOfCell(cell);
  if (value.kind === 'locale') return isLocale(textOfCell(cell)) ? textOfCell(cell) : undefined;
  if (value.kind === 'choice') return value.words.find((word) => fold(word) === choiceText(cell));
  const read = value.kind === 'share' ? readShare(cell) : readNumber(cell);
  if (read === undefined || read < 0) return undefined;
  if (value.kind === 'score' && read > 100) return undefined;
  if (value.kind === 'months' && read > MOST_MONTHS) return undefined;
  if ((value.kind === 'count' || value.kind === 'months') && !Number.isInteger(read)) return undefined;
  if (value.kind === 'number' && read === 0) return undefined;
  return read;
}

/** A checkbox or a typed TRUE stands for Yes. */
function choiceText(cell: Cell): string {
  const text = fold(textOfCell(cell));
  return text === 'true' ? 'yes' : text === 'false' ? 'no' : text;
}

/** One finite number in en-US form, or undefined. */
export function readNumber(cell: Cell): number | undefined {
  const quantity = readQuantity(cell, POINT);
  return quantity !== undefined && quantity.low === quantity.high && Number.isFinite(quantity.low) ? quantity.low : undefined;
}

/** A share of 0–1: `20%`, 0.2 and a bare 20 are the same; a bare number of 1 or more is percent. Above 100 % is unusable. */
export function readShare(cell: Cell): number | undefined {
  const read = readNumber(cell);
  if (read === undefined || read < 0) return undefined;
  const isPercentText = typeof cell === 'string' && cell.includes('%');
  const value = read >= 1 && !isPercentText ? read / 100 : read;
  return value <= 1 ? value : undefined;
}

function settingsOf(typed: ReadonlyMap<string, string | number>): Settings {
  // The value kind of each setting in the list vouches for the type.
  const of = <T>(name: string, unset: T): T => (typed.get(name) as T | undefined) ?? unset;
  const isYes = (name: string, unset: boolean): boolean => of(name, unset ? 'Yes' : 'No') === 'Yes';
  const d = DEFAULT_SETTINGS;
  return {
    tiersBy: of('Tiers by', d.tiersBy),
    cuts: [of('Tier 1 from', d.cuts[0]), of('Tier 2 from', d.cuts[1]), of('Tier 3 from', d.cuts[2])],
    tier1NeedsSignal: isYes('Tier 1 needs a signal', d.tier1NeedsSignal),
    needsDataBelow: of('Needs data below', d.needsDataBelow),
    segmentsDrawFrom: of('Segments draw from', d.segmentsDrawFrom),
    isListFiltered: isYes('The list was already filtered', d.isListFiltered),
    icpShare: {
      alarm: of('ICP share of TAM alarm', d.icpShare.alarm),
      narrow: of('ICP share of TAM narrow', d.icpShare.narrow),
      broad: of('ICP share of TAM broad', d.icpShare.broad),
      noFilter: of('ICP share of TAM no filter', d.icpShare.noFilter),
    },
    smallestSegment: of('Smallest segment', d.smallestSegment),
    smallSegment: of('Small segment', d.smallSegment),
    coverageLow: of('Coverage low', d.coverageLow),
    coverageWanted: of('Coverage wanted', d.coverageWanted),
    rounding: of('Reverse funnel rounding', d.rounding),
    businessDaysPerMonth: of('Business days per month', d.businessDaysPerMonth),
    monthsPooled: of('Months pooled', d.monthsPooled),
    accountsPerMonth: of('Accounts per month', d.accountsPerMonth),
    contactsPerAccount: of('Contacts per account', d.contactsPerAccount),
    emailsPerContact: of('Emails per contact', d.emailsPerContact),
    enrichmentCredits: of('Enrichment credits', d.enrichmentCredits),
    creditsPerAccount: of('Credits per account', d.creditsPerAccount),
  };
}

/** Cuts must not rise (equal ones leave a tier empty, which is allowed); bands must not fall. */
function checkOrder(table: PlanTable, settings: Settings, findings: ProblemCollector): void {
  const [one, two, three] = settings.cuts;
  if (one < two || two < three) {
    findings.refuse(
      'CUTS_OUT_OF_ORDER',
      table.tab,
      settings.cuts.join(', '),
      `The cuts of Tier 1, 2 and 3 are ${settings.cuts.join(', ')}; each must be below the one before.`,
      'Use e.g. 90, 70 and 50.',
    );
  }
  const pairs: readonly (readonly [string, readonly number[]])[] = [
    ['ICP share of TAM alarm, narrow, broad and no filter', Object.values(settings.icpShare)],
    ['Smallest segment and Small segment', [settings.smallestSegment, settings.smallSegment]],
    ['Coverage low and Coverage wanted', [settings.coverageLow, settings.coverageWanted]],
  ];
  for (const [names, values] of pairs) {
    if (values.some((value, index) => value < (values[index - 1] ?? 0))) {
      findings.refuse(
        'SETTINGS_OUT_OF_ORDER',
        table.tab,
        values.join(', '),
        `${names} are ${values.join(', ')}; they must rise.`,
        'Put them in rising order.',
      );
    }
  }
}

function reportValue(entry: SettingEntry, row: PlanTableRow, findings: ProblemCollector): void {
  const allowed: Record<SettingEntry['value']['kind'], string> = {
    choice: `one of: ${entry.value.kind === 'choice' ? entry.value.words.join(', ') : ''}`,
    score: 'a score from 0 to 100',
    share: 'a share from 0 % to 100 %',
    count: 'a whole number of 0 or more',
    months: `a whole number of months from 0 to ${MOST_MONTHS}`,
    number: 'a number above 0',
    day: 'a date such as 2026-01-31',
    locale: A_LOCALE,
    text: 'a text',
  };
  const found = row.text('Value');
  findings.refuse(
    'SETTING_UNUSABLE',
    row.at('Value'),
    found,
    `"${clipped(found)}" is no value of "${entry.name}".`,
    `Use ${allowed[entry.value.kind]}${entry.default === '' ? '' : `; the default is ${entry.default}`}.`,
  );
}
