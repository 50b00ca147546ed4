/** The two libraries as their files leave them: globals, because they stay separate unmodified files. */

/** One action of the engine's menus; most of it is asked with the component's environment. */
export interface EngineAction {
  readonly id: string;
  readonly name: (env: object) => string;
  readonly children: (env: object) => readonly EngineAction[];
  readonly isVisible: (env: object) => boolean;
  readonly isEnabled: (env: object) => boolean;
  readonly isActive?: (env: object) => boolean;
  readonly execute?: (env: object) => unknown;
  readonly separator: boolean;
  readonly shortcut: string;
}

export interface OwlApp {
  mount(target: HTMLElement): Promise<unknown>;
  destroy(): void;
}

/** A cell as the engine counts, from 0. */
export interface EnginePosition {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

/** What a component or a popover is asked through. */
export interface PageGetters {
  getChartRuntime(chartId: string): { readonly chartJsConfig?: ChartConfig };
  isVisibleInViewport(position: EnginePosition): boolean;
}

interface ChartConfig {
  readonly data: { readonly labels?: readonly unknown[]; readonly datasets?: readonly { readonly data: readonly unknown[] }[] };
  readonly options?: { readonly plugins?: { readonly title?: { readonly text?: unknown } } };
}

export interface Popover {
  readonly isOpen: boolean;
  readonly Component?: unknown;
  readonly props?: object;
  readonly cellCorner?: 'bottom-left';
}

interface Registry<T> {
  add(name: string, entry: T): unknown;
  replace(name: string, entry: T): unknown;
  getKeys(): readonly string[];
}

interface Globals {
  readonly owl: {
    readonly App: new (component: unknown, options: object) => OwlApp;
    readonly Component: new (...args: never[]) => {
      readonly env: { readonly model: { readonly getters: PageGetters } };
      readonly props: object;
    };
    readonly xml: (strings: TemplateStringsArray) => string;
  };
  readonly o_spreadsheet: {
    readonly Spreadsheet: unknown;
    readonly registries: {
      readonly topbarMenuRegistry: { getMenuItems(): readonly EngineAction[] };
      readonly topbarComponentRegistry: Registry<object>;
      readonly chartComponentRegistry: Registry<unknown>;
      readonly cellPopoverRegistry: Registry<{
        onHover(position: EnginePosition, getters: PageGetters): Popover;
      }>;
    };
  };
}

export const { owl, o_spreadsheet: engine } = globalThis as unknown as Globals;
