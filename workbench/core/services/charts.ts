/** Charts: what was asked for is kept and given back; the engine draws the bars in the page. */
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import type { RangePlace } from './rangePlace';
import { fullAddress } from './rangePlace';

type Spec = Readonly<Record<string, unknown>>;

export class Chart extends Imitated {
  readonly kind = 'EmbeddedChart';

  constructor(
    run: Execution,
    readonly gid: number,
    readonly spec: Spec,
    readonly id: number | null = null,
  ) {
    super(run);
  }

  getChartId(): number | null {
    return this.id;
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.run, this.spec);
  }

  modify(): ChartBuilder {
    return new ChartBuilder(this.run, this.gid, this.spec, this.id);
  }
}

class ChartOptions extends Imitated {
  readonly kind = 'ChartOptions';

  constructor(
    run: Execution,
    private readonly spec: Spec,
  ) {
    super(run);
  }

  get(option: string): unknown {
    return (this.spec.options as Spec | undefined)?.[option] ?? null;
  }
}

export class ChartBuilder extends Imitated {
  readonly kind = 'EmbeddedChartBuilder';

  constructor(
    run: Execution,
    private readonly gid: number,
    private spec: Spec = {},
    private readonly id: number | null = null,
  ) {
    super(run);
  }

  addRange(range: RangePlace): this {
    this.spec = { ...this.spec, ranges: [...((this.spec.ranges as readonly string[] | undefined) ?? []), fullAddress(range)] };
    return this;
  }

  clearRanges(): this {
    this.spec = { ...this.spec, ranges: [] };
    return this;
  }

  setChartType(type: unknown): this {
    this.spec = { ...this.spec, type };
    return this;
  }

  setOption(option: string, value: unknown): this {
    this.spec = { ...this.spec, options: { ...(this.spec.options as Spec | undefined), [option]: value } };
    return this;
  }

  setPosition(row: number, column: number, offsetX: number, offsetY: number): this {
    this.spec = { ...this.spec, position: { row, column, offsetX, offsetY } };
    return this;
  }

  setNumHeaders(headers: number): this {
    this.spec = { ...this.spec, headers };
    return this;
  }

  setTransposeRowsAndColumns(isTransposed: boolean): this {
    this.spec = { ...this.spec, isTransposed };
    return this;
  }

  build(): Chart {
    return new Chart(this.run, this.gid, this.spec, this.id);
  }
}

/** Charts of a tab that are still there. */
export function chartsOf(run: Execution, gid: number): Chart[] {
  run.reading();
  return run.document
    .liveCharts()
    .filter(({ sheet }) => sheet === gid)
    .map(({ spec, id }) => new Chart(run, gid, spec, id));
}
