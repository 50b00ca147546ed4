/** What a spreadsheet shows beside its cells, over SpreadsheetApp: named ranges, conditional formats, drop-downs, the chart, links. */
import type { At, ChartCells, LinkedCell, FormattingPort, Rows } from '../commands/workbook/formatting';
import type { Tab } from '../commands/workbook/tab';
import { addMetadata, metadataIn } from './sheetTabs';
import { INK, type ChartFormat, type DropDown, type ColorRule } from '../sheet/render/tabFormat';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type RuleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** On the spreadsheet: which looks its tabs have been given. */
const LOOKS_KEY = 'segment-planner-looks';

/** The port to colors, drop-downs, names and charts of this spreadsheet. */
export function openFormatting(spreadsheet: Spreadsheet, sheetOf: (tab: Tab) => Sheet): FormattingPort {
  const kept = (): GoogleAppsScript.Spreadsheet.DeveloperMetadata | undefined => metadataIn(spreadsheet, LOOKS_KEY)[0];
  return {
    remembered: () => kept()?.getValue() ?? '',
    remember: (text) => {
      const metadata = kept();
      if (metadata === undefined) addMetadata(spreadsheet, LOOKS_KEY, text);
      else metadata.setValue(text);
    },
    names: () => spreadsheet.getNamedRanges().map((range) => range.getName()),
    nameAt: (name) => {
      const range = spreadsheet.getRangeByName(name);
      return range === null ? undefined : { tab: range.getSheet().getSheetId(), row: range.getRow(), column: range.getColumn() };
    },
    name: (name, tab, rows, columns) => {
      spreadsheet.setNamedRange(name, sheetOf(tab).getRange(rows.from, 1, rows.to - rows.from + 1, columns));
    },
    paint: (tab, paints, rows, isNew) => addColorRules(sheetOf(tab), paints, rows, isNew),
    offer: (tab, lists, rows) => addDropDowns(sheetOf(tab), lists, rows),
    wrap: (tab, rows, columns) => {
      const range = sheetOf(tab).getRange(rows.from, 1, rows.to - rows.from + 1, columns);
      range.setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP).setVerticalAlignment('top');
    },
    chart: (tab, chart, at) => drawChart(sheetOf(tab), chart, at),
    link: (tab, cells) => linkCells(sheetOf(tab), cells),
    hide: (tab, hidden, shown) => {
      const sheet = sheetOf(tab);
      for (const column of shown) sheet.showColumns(column);
      for (const column of hidden) sheet.hideColumns(column);
    },
  };
}

/** All rules of a tab are set at once, so those of others are read and set again, before ours: the first that fits decides. */
function addColorRules(sheet: Sheet, paints: readonly At<ColorRule>[], rows: Rows, isNew: boolean): void {
  if (paints.length === 0) return;
  const before = sheet.getConditionalFormatRules();
  const ours = paints.map((paint) => ruleOf(sheet, paint, rows));
  const [old, own] = [new Set(before.map(wordingOf)), new Set(ours.map(wordingOf))];
  const wanted = isNew ? ours : ours.filter((rule) => old.has(wordingOf(rule)));
  sheet.setConditionalFormatRules([...before.filter((rule) => !own.has(wordingOf(rule))), ...wanted]);
}

function ruleOf(sheet: Sheet, { what, columns }: At<ColorRule>, { from, to }: Rows): Rule {
  const first = what.kind === 'formula' ? what.row : from;
  const count = what.kind === 'formula' ? 1 : to - from + 1;
  const ranges = columns.map((column) => sheet.getRange(first, column, count, 1));
  const rule = SpreadsheetApp.newConditionalFormatRule().setRanges(ranges);
  if (what.kind !== 'scale') return conditioned(rule, what).setBackground(what.fill).setFontColor(INK).build();
  const number = SpreadsheetApp.InterpolationType.NUMBER;
  return rule
    .setGradientMinpointWithValue(what.low.fill, number, String(what.low.value))
    .setGradientMidpointWithValue(what.middle.fill, number, String(what.middle.value))
    .setGradientMaxpointWithValue(what.high.fill, number, String(what.high.value))
    .build();
}

function conditioned(rule: RuleBuilder, paint: Exclude<ColorRule, { readonly kind: 'scale' }>): RuleBuilder {
  if (paint.kind === 'word') return rule.whenTextEqualTo(paint.word);
  // Before tomorrow: today's and older ones, judged again each day without a script.
  if (paint.kind === 'due') return rule.whenDateBefore(SpreadsheetApp.RelativeDate.TOMORROW);
  return rule.whenFormulaSatisfied(paint.formula);
}

/** What a rule asks and shows, whatever its range; rows in its formula are passed over. Two rules of one wording are the same rule. */
function wordingOf(rule: Rule): string {
  const condition = rule.getBooleanCondition();
  if (condition !== null) {
    const values = condition.getCriteriaValues().map(String).join('|');
    const asked = values.startsWith('=') ? values.replace(/[A-Z]*\d+/g, '#') : values;
    return [String(condition.getCriteriaType()), asked, condition.getBackground()].join('|').toLowerCase();
  }
  const scale = rule.getGradientCondition();
  const parts =
    scale === null
      ? []
      : [scale.getMinColor(), scale.getMinValue(), scale.getMidColor(), scale.getMaxColor(), scale.getMaxValue()];
  return parts.join('|').toLowerCase();
}

/** The team's own rule on a cell is kept: ours go into the gaps. */
function addDropDowns(sheet: Sheet, lists: readonly At<DropDown>[], { from, to }: Rows): void {
  if (lists.length === 0) return;
  const width = Math.max(...lists.flatMap(({ columns }) => columns));
  const there: readonly (readonly (Validation | null)[])[] = sheet.getRange(from, 1, to - from + 1, width).getDataValidations();
  for (const { what, columns } of lists) {
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...what.words], true)
      .setAllowInvalid(true)
      .setHelpText(what.help)
      .build();
    for (const column of columns)
      for (const { start, count } of gapsOf(there.map((cells) => cells[column - 1] ?? null)))
        sheet.getRange(from + start, column, count, 1).setDataValidation(rule);
  }
}

/** Stretches without a rule. */
function gapsOf(rules: readonly (Validation | null)[]): readonly { readonly start: number; readonly count: number }[] {
  const gaps: { start: number; count: number }[] = [];
  rules.forEach((rule, index) => {
    const last = gaps[gaps.length - 1];
    if (rule !== null) return;
    if (last !== undefined && last.start + last.count === index) last.count += 1;
    else gaps.push({ start: index, count: 1 });
  });
  return gaps;
}

/** Found again by its title, so that a stop between drawing and remembering draws no second one; one that the rows leave moves with them. */
function drawChart(sheet: Sheet, { title, width }: ChartFormat, at: ChartCells): void {
  const old = sheet.getCharts().find((chart) => chart.getOptions().get('title') === title);
  if (old === undefined && at.isMoved) return;
  const builder = (old?.modify().clearRanges() ?? sheet.newChart()).setChartType(Charts.ChartType.BAR);
  for (const column of [at.labels, at.values]) builder.addRange(sheet.getRange(at.row, column, at.rows, 1));
  builder.setNumHeaders(0).setOption('title', title).setOption('legend', { position: 'none' });
  // Beside the heading and the rows themselves, whose labels its bars need not repeat.
  builder.setOption('width', width).setOption('height', ROW_HEIGHT * (at.rows + 1));
  builder.setOption('titleTextStyle', { fontSize: 11 }).setOption('vAxis', { textPosition: 'none' });
  builder.setPosition(at.row - 1, at.column, 0, 0);
  if (old !== undefined) sheet.updateChart(builder.build());
  else sheet.insertChart(builder.build());
}

/** Pixels of a row of one line. */
const ROW_HEIGHT = 21;

/** Cells below each other are written together. */
function linkCells(sheet: Sheet, cells: readonly LinkedCell[]): void {
  const runs: LinkedCell[][] = [];
  for (const cell of cells) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (last?.column === cell.column && last.row === cell.row - 1) run?.push(cell);
    else runs.push([cell]);
  }
  for (const run of runs) {
    const [first] = run;
    if (first === undefined) continue;
    const range = sheet.getRange(first.row, first.column, run.length, 1);
    range.setRichTextValues(
      run.map(({ text, url }) => [SpreadsheetApp.newRichTextValue().setText(text).setLinkUrl(url).build()]),
    );
  }
}
