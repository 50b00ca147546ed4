/** The spreadsheet on the page: mounts the engine's own component on the host's model and lends out its menus. */
import type { EngineModel } from '../core/engine/library';
import { drawChartsAsBars } from './bars';
import { engine, owl } from './engineGlobals';
import type { EngineAction } from './engineGlobals';
import type { MenuEntry } from './menuList';
import { showToast } from './toasts';

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
drawChartsAsBars();

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
