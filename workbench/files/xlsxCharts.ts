/** Bar charts between XLSX and the workbook. Charts of other kinds, or of other tabs' cells, are left out. */
import type { Sheet, SheetChart } from 'hucre/xlsx';
import { fixedAddress, splitTab } from '../core/document/a1';
import type { ChartData } from '../core/document/workbookData';

type Chart = NonNullable<Sheet['charts']>[number];

/** The bar charts of a tab that draw its own cells; nothing where there is none. */
export function readCharts(charts: readonly Chart[] | undefined, tab: string): { charts?: readonly ChartData[] } {
  const kept = (charts ?? []).flatMap((chart) => readChart(chart, tab));
  return kept.length === 0 ? {} : { charts: kept };
}

function readChart({ kinds, title = '', series = [], anchor }: Chart, tab: string): readonly ChartData[] {
  const [labels, values] = [series[0]?.categoriesRef, series[0]?.valuesRef].map((place) => rangeIn(tab, place));
  if (kinds.length !== 1 || kinds[0] !== 'bar' || series.length !== 1) return [];
  if (labels === undefined || values === undefined || anchor === undefined) return [];
  return [{ title, labels, values, row: anchor.from.row + 1, column: anchor.from.col + 1 }];
}

function rangeIn(tab: string, place = ''): string | undefined {
  const { tab: title, rest } = splitTab(place);
  return title === tab ? rest.replace(/\$/g, '') : undefined;
}

/** Bars, the first on top, with their numbers; `place` is the tab's title as addresses have it. */
export function writtenChart({ title, labels, values, row, column }: ChartData, place: string): SheetChart {
  const at = (range: string): string => `${place}!${fixedAddress(range)}`;
  return {
    type: 'bar',
    title,
    legend: false,
    series: [{ values: at(values), categories: at(labels), color: '1A73E8', dataLabels: { showValue: true } }],
    anchor: { from: { row: row - 1, col: column - 1 }, to: { row: row + 15, col: column + 6 } },
    axes: { x: { reverse: true } },
  };
}
