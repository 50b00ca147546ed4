/** Charts on the page: as bars, because the engine leaves drawing to a library that the page does not carry and fails without it. */
import { engine, owl } from './engineGlobals';

interface Bar {
  readonly place: number;
  readonly label: string;
  readonly shown: string;
  /** Percent of the longest bar. */
  readonly length: number;
}

/** The first series of whatever chart, one bar a label, the first on top. */
class Bars extends owl.Component {
  static readonly template = owl.xml`
    <figure class="bars" role="img" t-att-aria-label="title">
      <figcaption t-esc="title"/>
      <div t-foreach="bars" t-as="bar" t-key="bar.place" class="bar-line">
        <span class="bar-label" t-att-title="bar.label" t-esc="bar.label"/>
        <span class="bar-room"><span class="bar" t-attf-style="width: {{bar.length}}%"/></span>
        <span class="bar-number" t-esc="bar.shown"/>
      </div>
      <p t-if="!bars.length">This chart shows no numbers here.</p>
    </figure>`;
  static readonly props = { chartId: String, isFullScreen: { type: Boolean, optional: true } };

  get title(): string {
    const text = this.config?.options?.plugins?.title?.text;
    return typeof text === 'string' ? text : '';
  }

  get bars(): readonly Bar[] {
    const { labels = [], datasets = [] } = this.config?.data ?? {};
    const numbers = (datasets[0]?.data ?? []).map((value) => (typeof value === 'number' && value > 0 ? value : 0));
    const longest = Math.max(...numbers, 0);
    return numbers.map((number, place) => ({
      place,
      label: textOf(labels[place]),
      shown: typeof datasets[0]?.data[place] === 'number' ? number.toLocaleString('en-US') : '',
      length: longest === 0 ? 0 : (100 * number) / longest,
    }));
  }

  private get config() {
    const { chartId } = this.props as { readonly chartId: string };
    return this.env.model.getters.getChartRuntime(chartId).chartJsConfig;
  }
}

function textOf(label: unknown): string {
  return typeof label === 'string' || typeof label === 'number' ? String(label) : '';
}

/** Kinds that the engine draws by itself. */
const OWN = new Set(['gauge', 'scorecard']);

/** Replaces the drawing of every kind of chart that needs the missing library; called once, before the grid is drawn. */
export function drawChartsAsBars(): void {
  const { chartComponentRegistry: components } = engine.registries;
  for (const kind of components.getKeys()) if (!OWN.has(kind)) components.replace(kind, Bars);
}
