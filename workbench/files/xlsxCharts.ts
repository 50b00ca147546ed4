/** Bar charts between XLSX and the workbook. Charts of other kinds, or of other tabs' cells, are left out. */
import type { Sheet, SheetChart } from 'hucre/xlsx';
import { fixedAddress, splitTab } from '../core/document/a1';
import type { ChartData } from '../core/document/workbookData';

type Chart = NonNullable<Sheet['charts']>[number];
/** Pixels by column from 1, where they are not the usual ones. */
type Widths = Readonly<Record<number, number>>;

/** Cells a chart of the usual size covers. */
const USUAL = { rows: 16, columns: 7 };
/** Pixels of a row and of a column. */
const CELL = { height: 21, width: 100 };

/** The bar charts of a tab that draw its own cells; nothing where there is none. */
export function readCharts(charts: readonly Chart[] | undefined, tab: string, widths: Widths): { charts?: readonly ChartData[] } {
  const kept = (charts ?? []).flatMap((chart) => readChart(chart, tab, widths));
  return kept.length === 0 ? {} : { charts: kept };
}

function readChart({ kinds, title = '', series = [], anchor }: Chart, tab: string, widths: Widths): readonly ChartData[] {
  const [labels, values] = [series[0]?.categoriesRef, series[0]?.valuesRef].map((place) => rangeIn(tab, place));
  if (kinds.length !== 1 || kinds[0] !== 'bar' || series.length !== 1) return [];
  if (labels === undefined || values === undefined || anchor === undefined) return [];
  return [{ title, labels, values, row: anchor.from.row + 1, column: anchor.from.col + 1, ...sizeOf(anchor, widths) }];
}

function rangeIn(tab: string, place = ''): string | undefined {
  const { tab: title, rest } = splitTab(place);
  return title === tab ? rest.replace(/\$/g, '') : undefined;
}

/** Pixels between the corners; nothing for a chart of the usual size. */
function sizeOf({ from, to }: NonNullable<Chart['anchor']>, widths: Widths): Pick<ChartData, 'width' | 'height'> {
  if (to === undefined) return {};
  const [rows, columns] = [to.row - from.row, to.col - from.col];
  if (rows === USUAL.rows && columns === USUAL.columns) return {};
  const wide = Array.from({ length: columns }, (_, index) => widths[from.col + 1 + index] ?? CELL.width);
  return { width: wide.reduce((sum, width) => sum + width, 0), height: rows * CELL.height };
}

/** As many cells as the chart needs. */
function spanOf({ column, width, height }: ChartData, widths: Widths): typeof USUAL {
  if (width === undefined || height === undefined) return USUAL;
  let columns = 0;
  for (let left = width; left > 0; columns += 1) left -= widths[column + columns] ?? CELL.width;
  return { rows: Math.round(height / CELL.height), columns };
}

/** Bars, the first on top, with their numbers; `place` is the tab's title as addresses have it. */
export function writtenChart(chart: ChartData, place: string, widths: Widths): SheetChart {
  const { title, labels, values, row, column } = chart;
  const { rows, columns } = spanOf(chart, widths);
  const at = (range: string): string => `${place}!${fixedAddress(range)}`;
  return {
    type: 'bar',
    title,
    legend: false,
    series: [{ values: at(values), categories: at(labels), color: '1A73E8', dataLabels: { showValue: true } }],
    anchor: { from: { row: row - 1, col: column - 1 }, to: { row: row - 1 + rows, col: column - 1 + columns } },
    axes: { x: { reverse: true } },
  };
}
