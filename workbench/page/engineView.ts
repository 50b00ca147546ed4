/** The spreadsheet on the page: mounts the engine's own component on the host's model and lends out its menus. */
import type { EngineModel } from '../core/engine/library';
import type { MenuEntry } from './menuList';
import { showToast } from './toasts';

/** One action of the engine's menus; most of it is asked with the component's environment. */
interface EngineAction {
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

interface OwlApp {
  mount(target: HTMLElement): Promise<unknown>;
  destroy(): void;
}

/** The two libraries as their files leave them: globals, because they stay separate unmodified files. */
interface Globals {
  readonly owl: {
    readonly App: new (component: unknown, options: object) => OwlApp;
    readonly Component: new (...args: never[]) => { readonly env: object };
    readonly xml: (strings: TemplateStringsArray) => string;
  };
  readonly o_spreadsheet: {
    readonly Spreadsheet: unknown;
    readonly registries: {
      readonly topbarMenuRegistry: { getMenuItems(): readonly EngineAction[] };
      readonly topbarComponentRegistry: { add(name: string, entry: object): unknown };
    };
  };
}

const { owl, o_spreadsheet: engine } = globalThis as unknown as Globals;

let environment: object | undefined;

/** Sits unseen in the engine's top bar, only to catch the environment its menu actions want. */
class EnvironmentCatcher extends owl.Component {
  static readonly template = owl.xml`<span/>`;
  static readonly props = {};

  setup(): void {
    environment = this.env;
  }
}
engine.registries.topbarComponentRegistry.add('workbench', { component: EnvironmentCatcher, sequence: 1 });

export interface MountedSpreadsheet {
  readonly close: () => void;
}

/** The component cannot change its model, so another workbook means another mount. */
export async function mountSpreadsheet(target: HTMLElement, model: EngineModel, templates: string): Promise<MountedSpreadsheet> {
  const app = new owl.App(engine.Spreadsheet, {
    templates,
    props: {
      model,
      colorScheme: 'light',
      notifyUser: ({ text }: { readonly text: string }) => {
        showToast({ message: text });
      },
      raiseError: (text: string, done?: () => void) => {
        showToast({ message: text, seconds: -1 });
        done?.();
      },
      askConfirmation: (text: string, confirm: () => void, cancel?: () => void) => {
        if (window.confirm(text)) confirm();
        else cancel?.();
      },
    },
  });
  await app.mount(target);
  return {
    close: () => {
      app.destroy();
      target.replaceChildren();
    },
  };
}

/** The engine's menus but for File, which is the page's own. */
export function engineMenus(): MenuEntry[] {
  const roots = engine.registries.topbarMenuRegistry.getMenuItems();
  return roots.filter(({ id }) => id !== 'file').map((root) => ({ label: labelOf(root), entries: () => entriesOf(root) }));
}

function labelOf(action: EngineAction): string {
  return action.name(environment ?? {});
}

function entriesOf(parent: EngineAction): MenuEntry[] {
  const env = environment;
  if (env === undefined) return [];
  const shown = parent
    .children(env)
    .filter(
      (action) =>
        action.isVisible(env) && (action.execute !== undefined || action.children(env).some((child) => child.isVisible(env))),
    );
  return shown.map((action) => ({
    label: action.name(env),
    shortcut: action.shortcut,
    isEnabled: action.isEnabled(env),
    isChecked: action.isActive?.(env) ?? false,
    endsGroup: action.separator,
    ...(action.execute === undefined
      ? { entries: () => entriesOf(action) }
      : {
          act: () => {
            void action.execute?.(env);
          },
        }),
  }));
}

/** Gives the keyboard back to the grid: to the unseen editor in it, which takes what is typed. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('.o-spreadsheet .o-grid .o-composer')?.focus();
}
