/** The page's state: one host, one model under the visible spreadsheet, menus, sidebar, files in and out. */
import type { WorkbookData } from '../core/document/workbookData';
import type { FittedBook } from '../files/fitting';
import { showAlert } from './dialog';
import { byId } from './dom';
import { engineMenus, focusGrid, mountSpreadsheet } from './engineView';
import type { MountedSpreadsheet } from './engineView';
import { offerLinks } from './linkChip';
import { Menubar } from './menubar';
import type { MenuEntry } from './menuList';
import { openPageHost } from './pageHost';
import type { PageHost } from './pageHost';
import { chooseFile, readFile, saveCsv, saveXlsx, withTabs } from './saving';
import { SidebarPanel } from './sidebarPanel';
import type { Site } from './site';
import { clearToasts, showToast } from './toasts';

/** Title of a menu made by createAddonMenu; in Google it is the name of the add-on's project. */
const ADDON_NAME = 'Segment Planner';

export class Page {
  private host: PageHost | undefined;
  private mounted: MountedSpreadsheet | undefined;
  private readonly sidebar: SidebarPanel;

  constructor(private readonly site: Site) {
    this.sidebar = new SidebarPanel(byId('sidebar'), site.frameOrigin, {
      call: (name, args) => this.running((host) => host.call(name, args)),
      focusEditor: focusGrid,
      resized: () => window.dispatchEvent(new Event('resize')),
    });
  }

  /** Another workbook: another host, another model, another mount. */
  async show(book: WorkbookData): Promise<void> {
    // A book that cannot be loaded leaves the open one in place.
    const host = openPageHost(this.site.bundle, book);
    clearToasts();
    this.sidebar.close();
    this.mounted?.close();
    this.host = host;
    offerLinks((position) => host.linkAt(position));
    this.mounted = await mountSpreadsheet(byId('spreadsheet'), host.model, this.site.templates);
    byId('title').textContent = book.title;
    document.title = `${book.title} – Segment Planner workbench`;
    new Menubar(byId('menubar'), this.menus(host), focusGrid);
    focusGrid();
  }

  /** A workbook that was read from a file, and what of the file is not in it. */
  private async showFile({ book, notes }: FittedBook): Promise<void> {
    await this.show(book);
    for (const message of notes) showToast({ message, seconds: 10 });
  }

  open(): void {
    const input = byId('file') as HTMLInputElement;
    chooseFile(input, (file) => {
      if (this.host?.hasEdits() === true && !window.confirm('Open another workbook? Changes that are not saved are lost.'))
        return;
      void this.guarded(`Opening ${file.name}…`, async () => {
        await this.showFile(await readFile(file));
      });
    });
  }

  /** What a click on the first item of the add-on's menu does. */
  startAddOn(): Promise<void> {
    return this.guarded('Opening the planner…', () => {
      this.running((host) => {
        const first = host.menu().items.find(({ functionName }) => functionName !== undefined);
        host.run(first?.functionName ?? '');
      });
    });
  }

  /** The planned sample as README pictures it: its accounts in view, and the planner beside them. */
  async showPlanned(): Promise<void> {
    this.running((host) => host.call('serve', [JSON.stringify({ kind: 'show', tab: 'Scores', row: 3 })]));
    await this.startAddOn();
  }

  /** Goes where the selected cell leads; false where it leads nowhere. */
  followLink(): boolean {
    const link = this.host?.activeLink();
    link?.follow();
    return link !== undefined;
  }

  importTabs(): void {
    chooseFile(byId('file') as HTMLInputElement, (file) => {
      void this.guarded(`Importing ${file.name}…`, async () => {
        const { host } = this;
        if (host === undefined) return;
        const { book, notes } = await readFile(file);
        await this.showFile({ book: withTabs(host.snapshot(), book), notes });
      });
    });
  }

  save(): void {
    void this.guarded('Saving…', async () => {
      const { host } = this;
      if (host === undefined) return;
      const notes = await saveXlsx(host.snapshot());
      host.saved();
      for (const message of notes) showToast({ message, seconds: 10 });
    });
  }

  saveTab(): void {
    const { host } = this;
    const book = host?.snapshot();
    const sheet = book?.sheets.find(({ id }) => id === host?.activeSheet());
    if (book !== undefined && sheet !== undefined) saveCsv(book, sheet);
  }

  private menus(host: PageHost): MenuEntry[] {
    const file: MenuEntry = {
      label: 'File',
      entries: () => [
        {
          label: 'Open…',
          shortcut: 'Ctrl+O',
          act: () => {
            this.open();
          },
        },
        {
          label: 'Import as new tabs…',
          endsGroup: true,
          act: () => {
            this.importTabs();
          },
        },
        {
          label: 'Save as XLSX',
          shortcut: 'Ctrl+S',
          act: () => {
            this.save();
          },
        },
        {
          label: 'Download this tab as CSV',
          act: () => {
            this.saveTab();
          },
        },
      ],
    };
    return [file, ...engineMenus(), { label: 'Extensions', entries: () => this.extensions(host) }];
  }

  /** As Google shows it: one submenu an add-on, with what its onOpen has put there. */
  private extensions(host: PageHost): MenuEntry[] {
    const entry = (item: { readonly caption: string; readonly functionName?: string }): MenuEntry => ({
      label: item.caption,
      act: () => {
        void this.guarded(`${item.caption}…`, () => {
          this.running((running) => {
            running.run(item.functionName ?? '');
          });
        });
      },
    });
    const { title, items } = host.menu();
    const entries = items.flatMap((item, index) =>
      item.functionName === undefined ? [] : [{ ...entry(item), endsGroup: items[index + 1]?.functionName === undefined }],
    );
    return items.length === 0
      ? [{ label: 'The add-on made no menu', isEnabled: false }]
      : [{ label: title === '' ? ADDON_NAME : title, entries: () => entries }];
  }

  /** Lets the bundle run, then shows what it has put on the screen. */
  private running<T>(act: (host: PageHost) => T): T | undefined {
    const { host } = this;
    if (host === undefined) return undefined;
    try {
      return act(host);
    } finally {
      const { toasts, alerts, sidebar } = host.takeShown();
      toasts.forEach(showToast);
      alerts.forEach(showAlert);
      if (sidebar !== undefined) this.sidebar.show(sidebar);
    }
  }

  /** Says what is going on, lets the page paint, does it, and says what went wrong. */
  private async guarded(doing: string, act: () => unknown): Promise<void> {
    byId('status').textContent = doing;
    await new Promise((painted) => {
      requestAnimationFrame(() => {
        setTimeout(painted, 0);
      });
    });
    try {
      await act();
    } catch (error) {
      showToast({ message: error instanceof Error ? error.message : String(error), seconds: -1, hasFailed: true });
    } finally {
      byId('status').textContent = '';
    }
  }
}
