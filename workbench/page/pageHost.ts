/** The host behind the page: the workbench's core over the engine's global, with script realms in hidden frames. */
import type { Bundle } from '../core/realm/bundle';
import type { EngineLibrary, EngineModel } from '../core/engine/library';
import { createHost } from '../core/realm/host';
import type { Host } from '../core/realm/host';
import { linkAt } from '../core/document/links';
import { frameRealms } from '../core/realm/realmFrame';
import { isCallable } from '../core/realm/scriptRun';
import type { Menu } from '../core/person/uiState';
import type { WorkbookData } from '../core/document/workbookData';
import { answerOf } from './dialog';
import type { Alert } from './dialog';
import type { EnginePosition } from './engineGlobals';
import type { PageLink } from './linkChip';
import type { SidebarPage } from './sidebarPanel';
import type { Toast } from './toasts';

export interface PageHost {
  /** The one model: under the visible grid and under the script's services alike. */
  readonly model: EngineModel;
  /** Made by the bundle's own onOpen. */
  readonly menu: () => Menu;
  /** A click on a menu item. */
  readonly run: (name: string) => void;
  /** A call by google.script.run. */
  readonly call: (name: string, args: readonly unknown[]) => unknown;
  /** What runs have put on the screen since it was last asked. */
  readonly takeShown: () => {
    readonly toasts: readonly Toast[];
    readonly alerts: readonly Alert[];
    readonly sidebar: SidebarPage | undefined;
  };
  readonly snapshot: () => WorkbookData;
  /** The link of a cell, rows and columns from 0. */
  readonly linkAt: (position: EnginePosition) => PageLink | undefined;
  /** The link of the cell that has the focus. */
  readonly activeLink: () => PageLink | undefined;
  /** Id of the tab in view. */
  readonly activeSheet: () => number;
  /** Whether anything was changed since the workbook was opened or saved. */
  readonly hasEdits: () => boolean;
  readonly saved: () => void;
}

/** The workbook loaded with the bundle, and what the page may do with it. */
export function openPageHost(bundle: Bundle, workbook: WorkbookData): PageHost {
  const { o_spreadsheet: engine } = globalThis as unknown as { readonly o_spreadsheet: EngineLibrary };
  const host = createHost({
    engine,
    bundle,
    workbook,
    realms: frameRealms,
    log: (line) => {
      console.log(line);
    },
  });
  const functions = topLevelFunctions(bundle.code);
  // One getter more than the core uses.
  const history = host.model.getters as unknown as { canUndo(): boolean };
  let known = host.document.scriptChanges;
  host.ui.answer = answerOf;
  return {
    model: host.model,
    menu: () => host.menu(),
    run: (name) => {
      host.run(name);
    },
    call: (name, args) => host.callFromPage(name, args),
    takeShown: () => {
      const { sidebar } = host.ui;
      host.ui.sidebar = undefined;
      return {
        toasts: host.ui.toasts.splice(0),
        alerts: host.ui.alerts.splice(0),
        sidebar:
          sidebar === undefined
            ? undefined
            : { title: sidebar.title === '' ? 'Apps Script application' : sidebar.title, html: sidebar.content, functions },
      };
    },
    snapshot: () => host.snapshot(),
    linkAt: (position) => linkOf(host, position),
    activeLink: () => linkOf(host, host.model.getters.getActivePosition()),
    activeSheet: () => host.document.activeSheet,
    hasEdits: () => host.document.scriptChanges !== known || history.canUndo(),
    saved: () => {
      known = host.document.scriptChanges;
    },
  };
}

function linkOf({ document, person }: Host, { sheetId, row, col }: EnginePosition): PageLink | undefined {
  const { engine } = document;
  const url = linkAt(document, engine.gid(sheetId), row + 1, col + 1);
  if (url === null) return undefined;
  const [, gid, range = 'A1'] = /^#gid=(\d+)(?:&range=([A-Z]+\d+))?$/.exec(url) ?? [];
  if (gid === undefined)
    return {
      label: url,
      follow: () => {
        window.open(url, '_blank', 'noopener');
      },
    };
  const target = engine.uid(Number(gid));
  if (target === undefined) return undefined;
  const title = engine.getters.getSheetName(target);
  return {
    label: `${title}!${range}`,
    follow: () => {
      person.select(title, range);
    },
  };
}

/** Functions google.script.run can call: declared at the beginning of a line, not private. */
function topLevelFunctions(code: string): string[] {
  const names = [...code.matchAll(/^function\s+([A-Za-z$][\w$]*)\s*\(/gm)].map(([, name = '']) => name);
  return names.filter(isCallable);
}
