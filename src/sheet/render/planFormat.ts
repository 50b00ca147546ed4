/** The looks of the plan tabs: words offered in their columns, and reviews that are due. */
import { LAYERS } from '../../domain/checks/layerChecks';
import { MARKET_ITEMS, MARKET_KEYS } from '../../domain/rules/marketItems';
import { LEVELS, ROLES, TIERS } from '../../domain/rules/plan';
import { LAYER_SETTINGS, SETTINGS } from '../../domain/rules/settings';
import { DIMENSIONS, IF_BLANK, IMPORTANCE_WEIGHTS, OPERATORS, RULE_TYPES } from '../../domain/rules/rule';
import { columnLetters } from '../address';
import type { Grid } from '../grid';
import { fold } from '../../domain/facts/text';
import { shownText } from '../parse/text';
import { planKind } from '../ownTabs/tabKind';
import { PLAN_TABS, type PlanKey } from '../plan/tabs';
import { FILLS, type DropDown, type ColorRule, type TabFormat } from './tabFormat';

/** Days of a month, on average: a cadence need not be exact to the day. */
const MONTH = 30.4;

/** @param grid the tab as it stands, row 1 the headers. */
export function planFormat(key: PlanKey, grid: Grid): TabFormat {
  return {
    kind: planKind(key),
    name: PLAN_TABS[key].title.replace(/ /g, '_'),
    nameFrom: 1,
    head: 1,
    isWrapped: false,
    paints: key === 'settings' ? dueReviews(grid) : [],
    lists: listsOf(key),
  };
}

function listsOf(key: PlanKey): readonly DropDown[] {
  const of = (header: string, words: readonly string[], more = ''): DropDown => ({
    header,
    words,
    help: `One of: ${words.join(', ')}.${more}`,
  });
  const active = of('Active', ['Yes', 'No'], ' Blank is Yes.');
  const operator = of('Operator', OPERATORS);
  switch (key) {
    case 'icp':
      return [
        of('Dimension', DIMENSIONS, ' Blank is Firmographic.'),
        operator,
        of('Importance', Object.keys(IMPORTANCE_WEIGHTS), ' A number from 0 serves as well.'),
        of('Type', RULE_TYPES, ' Blank is Score.'),
        of('If blank', IF_BLANK),
        active,
      ];
    case 'tam':
      return [
        of(
          'Item',
          MARKET_KEYS.map((key) => MARKET_ITEMS[key].name),
        ),
      ];
    case 'segments':
      return [of('Competition', LEVELS, ' Blank is not known.'), active];
    case 'rules':
      return [operator, of('Type', ['Include', 'Exclude'], ' Blank is Include.')];
    case 'personas':
      return [of('Role', ROLES)];
    case 'settings':
      return [];
    case 'columns':
      return [of('List', ['accounts', 'contacts'])];
    case 'results':
      return [of('Tier', TIERS)];
    case 'overrides':
      return [of('Tier', [...TIERS, 'Excluded'])];
  }
}

/**
 * The day of a layer's last review, colored once its cadence has passed. Sheets asks the rule again every day, without a script.
 * The formula has no separators, which differ from locale to locale.
 */
function dueReviews(grid: Grid): readonly ColorRule[] {
  const [headers = [], ...rows] = grid;
  const position = (header: string): number => headers.findIndex((cell) => fold(shownText(cell)) === fold(header));
  const [name, value] = [position('Setting'), position('Value')];
  const rowOf = (setting: string): number => rows.findIndex((cells) => fold(shownText(cells[name] ?? '')) === fold(setting));
  return LAYERS.flatMap((layer): ColorRule[] => {
    const { reviewedOn, cadence } = LAYER_SETTINGS[layer];
    const row = rowOf(SETTINGS[reviewedOn].name);
    if (row < 0 || name < 0 || value < 0) return [];
    const typed = shownText(rows[rowOf(SETTINGS[cadence].name)]?.[value] ?? '');
    const months = typed === '' ? SETTINGS[cadence].default : Number(typed);
    if (!(months > 0)) return [];
    const cell = `${columnLetters(value + 1)}${row + 2}`;
    const formula = `=(${cell}>0)*(${cell}+${Math.round(MONTH * months)}<TODAY())`;
    return [{ kind: 'formula', headers: ['Value'], row: row + 2, formula, fill: FILLS.bad }];
  });
}
