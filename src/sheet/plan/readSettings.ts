/** `Plan Settings`: names and values read into the settings of the domain. */
import type { Day } from '../../domain/facts/fact';
import {
  MOST_MONTHS,
  type Capacity,
  SETTINGS,
  SETTING_KEYS,
  settingValues,
  settingsOf,
  type Setting,
  type SettingKey,
  type SettingKind,
  type SettingValues,
  type Settings,
} from '../../domain/rules/settings';
import { nearestOf } from '../headers/nearest';
import type { Cell } from '../grid';
import { clipped } from '../problem';
import { POINT, readQuantity } from '../parse/number';
import { A_LOCALE, isLocale } from '../parse/numberStyle';
import { fold } from '../../domain/facts/text';
import type { ProblemCollector } from './closedList';
import { operandItems } from './operand';
import { dayOfCell, textOfCell, type PlanTable, type PlanTableRow } from './planTable';

/** Settings that bear on numbers, and those that bear on reading and reviewing. */
export interface ReadSettings {
  readonly settings: Settings;
  /** As typed, e.g. `de-DE`; undefined leaves it to the spreadsheet. */
  readonly numberLocale: string | undefined;
  readonly asOf: Day | undefined;
}

/** Reads the tab; blank values are the defaults, an unknown name or an unusable value is refused. */
export function readSettings(table: PlanTable, findings: ProblemCollector): ReadSettings {
  const given = new Map<SettingKey, Value>();
  for (const row of table.rows) {
    const key = keyOf(row, findings);
    if (key === undefined || row.text('Value') === '') continue;
    const value = readSettingValue(SETTINGS[key], row.cell('Value'));
    if (value === undefined) reportValue(SETTINGS[key], row, findings);
    else given.set(key, value);
  }
  const values = settingValues(given);
  const settings = settingsOf(values);
  checkOrder(table, settings, findings);
  return { settings, numberLocale: values.numberLocale, asOf: values.asOf };
}

type Value = SettingValues[SettingKey];

function keyOf(row: PlanTableRow, findings: ProblemCollector): SettingKey | undefined {
  const name = row.text('Setting');
  const key = SETTING_KEYS.find((candidate) => fold(SETTINGS[candidate].name) === fold(name));
  if (key === undefined && row.text('Value') !== '') {
    const nearest = nearestOf(
      name,
      SETTING_KEYS.map((candidate) => SETTINGS[candidate].name),
    );
    const guess = nearest === undefined ? 'Remove the row.' : `Did you mean "${nearest}"?`;
    findings.refuse('SETTING_UNKNOWN', row.at('Setting'), name, `"${clipped(name)}" is no setting.`, guess);
  }
  return key;
}

/** The cell as a value of the setting's kind; undefined where it is none. */
function readSettingValue({ kind, words }: Setting<Value>, cell: Cell): Value {
  if (kind === 'text') return textOfCell(cell);
  if (kind === 'names') return operandItems(textOfCell(cell).replace(/[\r\n]+/g, ';'));
  if (kind === 'capacities') return readCapacities(textOfCell(cell));
  if (kind === 'day') return dayOfCell(cell);
  if (kind === 'locale') return isLocale(textOfCell(cell)) ? textOfCell(cell) : undefined;
  if (kind === 'yes or no') return YES_NO.get(fold(textOfCell(cell)));
  if (kind === 'choice') return words.find((word) => fold(word) === fold(textOfCell(cell)));
  const read = kind === 'share' ? readShare(cell) : readNumber(cell);
  return read !== undefined && isWithin(kind, read) ? read : undefined;
}

/** `Ann 40; Bo 60`, also with a colon or an equals sign; undefined where an item is none, or an owner stands twice. */
function readCapacities(text: string): readonly Capacity[] | undefined {
  const capacities = operandItems(text.replace(/[\r\n]+/g, ';')).map((item): Capacity | undefined => {
    const [, owner = '', number = ''] = /^(.*\S)\s*[\s:=]\s*(\S+)$/.exec(item) ?? [];
    const accounts = readNumber(number);
    return accounts !== undefined && isWithin('count', accounts) ? { owner: owner.replace(/\s*[:=]$/, ''), accounts } : undefined;
  });
  const owners = new Set(capacities.map((capacity) => fold(capacity?.owner ?? '')));
  return owners.size === capacities.length && !owners.has('') ? capacities.flatMap((capacity) => capacity ?? []) : undefined;
}

/** A checkbox or a typed TRUE stands for Yes. */
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

function isWithin(kind: SettingKind, value: number): boolean {
  if (kind === 'score') return value >= 0 && value <= 100;
  if (kind === 'months') return Number.isInteger(value) && value >= 0 && value <= MOST_MONTHS;
  if (kind === 'count') return Number.isInteger(value) && value >= 0;
  return kind === 'number' ? value > 0 : value >= 0;
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
    ['Signal medium from and Signal high from', [settings.signalMediumFrom, settings.signalHighFrom]],
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

function reportValue(setting: Setting<Value>, row: PlanTableRow, findings: ProblemCollector): void {
  const allowed: Record<SettingKind, string> = {
    choice: `one of: ${setting.words.join(', ')}`,
    'yes or no': `one of: ${setting.words.join(', ')}`,
    score: 'a score from 0 to 100',
    share: 'a share from 0 % to 100 %',
    count: 'a whole number of 0 or more',
    months: `a whole number of months from 0 to ${MOST_MONTHS}`,
    number: 'a number above 0',
    day: 'a date such as 2026-01-31',
    locale: A_LOCALE,
    text: 'a text',
    names: 'names separated by semicolons',
    capacities: 'owners with their accounts a month, e.g. Ann 40; Bo 60',
  };
  const found = row.text('Value');
  const unset = shownDefault(setting);
  findings.refuse(
    'SETTING_UNUSABLE',
    row.at('Value'),
    found,
    `"${clipped(found)}" is no value of "${setting.name}".`,
    `Use ${allowed[setting.kind]}${unset === '' ? '' : `; the default is ${unset}`}.`,
  );
}

/** A default as the Default column shows it and the reader reads it back; '' where the setting is unset. */
export function shownDefault({ kind, default: unset }: Setting<Value>): string {
  if (typeof unset === 'boolean') return unset ? 'Yes' : 'No';
  if (typeof unset === 'number') return kind === 'share' ? `${100 * unset}%` : String(unset);
  return typeof unset === 'string' ? unset : '';
}
