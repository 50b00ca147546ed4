/** Charts as the engine draws them: bars of one column of numbers with the labels of another. */
import { quoteTab } from '../document/a1';
import type { ChartData } from '../document/workbookData';
import type { Anchored } from './anchors';
import type { EngineGetters } from './library';

/** A chart as it was asked for. */
export interface StoredChart extends Anchored {
  readonly id: number;
  readonly spec: Readonly<Record<string, unknown>>;
}

type Spec = Readonly<Record<string, unknown>>;

/** Charts of other kinds are kept and not drawn. */
export function chartCommand({ id, spec }: StoredChart, sheetId: string): object | undefined {
  const [labels, values] = (spec.ranges as readonly string[] | undefined) ?? [];
  if (spec.type !== 'BAR' || labels === undefined || values === undefined) return undefined;
  const { row = 1, column = 1, offsetX = 0, offsetY = 0 } = (spec.position ?? {}) as Readonly<Record<string, number>>;
  const { title, width = 560, height = 300 } = (spec.options ?? {}) as Spec;
  return {
    sheetId,
    figureId: figureId(id),
    chartId: `chart${id}`,
    col: column - 1,
    row: row - 1,
    offset: { x: offsetX, y: offsetY },
    size: { width, height },
    definition: {
      type: 'bar',
      stacked: false,
      horizontal: true,
      showValues: true,
      legendPosition: 'none',
      title: typeof title === 'string' ? { text: title } : {},
      dataSetStyles: {},
      dataSource: {
        type: 'range',
        dataSets: [{ dataSetId: 'values', dataRange: values }],
        dataSetsHaveTitle: false,
        labelRange: labels,
      },
    },
  };
}

/** The chart as plain data; none of a kind that is not drawn. */
export function chartData({ spec }: StoredChart): readonly ChartData[] {
  const [labels, values] = ((spec.ranges as readonly string[] | undefined) ?? []).map((range) =>
    range.slice(range.lastIndexOf('!') + 1),
  );
  if (spec.type !== 'BAR' || labels === undefined || values === undefined) return [];
  const { row = 1, column = 1 } = (spec.position ?? {}) as Readonly<Record<string, number>>;
  const { title, width, height } = (spec.options ?? {}) as Spec;
  const size = typeof width === 'number' && typeof height === 'number' ? { width, height } : {};
  return [{ title: typeof title === 'string' ? title : '', labels, values, row, column, ...size }];
}

/** The inverse of {@link chartData}: as the services would have been asked for it. */
export function chartSpec({ title, labels, values, row, column, width, height }: ChartData, tab: string): StoredChart['spec'] {
  return {
    type: 'BAR',
    ranges: [labels, values].map((range) => `${quoteTab(tab)}!${range}`),
    headers: 0,
    options: { title, legend: { position: 'none' }, ...(width === undefined ? {} : { width, height }) },
    position: { row, column, offsetX: 0, offsetY: 0 },
  };
}

/** The engine's id of a chart, from the chart's number. */
export function figureId(id: number): string {
  return `figure${id}`;
}

/** True while the tab still holds the chart: a person may have removed it. */
export function hasFigure(getters: EngineGetters, sheetId: string, id: number): boolean {
  return getters.getFigure(sheetId, figureId(id)) !== undefined;
}
