/** Ui: menus, the sidebar, dialogs and alerts, put into the state of one person's screen. */
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';
import { asText } from '../text';
import type { MenuItem } from '../person/uiState';
import { HtmlOutput } from './html';

export class Ui extends Imitated {
  readonly kind = 'Ui';
  override readonly constants = {
    Button: { OK: 'OK', CANCEL: 'CANCEL', YES: 'YES', NO: 'NO', CLOSE: 'CLOSE' },
    ButtonSet: { OK: 'OK', OK_CANCEL: 'OK_CANCEL', YES_NO: 'YES_NO', YES_NO_CANCEL: 'YES_NO_CANCEL' },
  };

  createMenu(title: string): Menu {
    return new Menu(this.run, title);
  }

  /** Under Extensions, titled with the add-on's name, which only the Marketplace knows. */
  createAddonMenu(): Menu {
    return new Menu(this.run, '');
  }

  showSidebar(html: HtmlOutput | string): void {
    assertMayShow(this.run, 'Ui.showSidebar');
    const { content, title } = shown(this.run, html);
    this.run.setup.ui.sidebar = { kind: 'sidebar', content, title };
  }

  showModalDialog(html: HtmlOutput | string, title: string): void {
    assertMayShow(this.run, 'Ui.showModalDialog');
    this.run.setup.ui.dialogs.push({ ...shown(this.run, html), kind: 'modal', title });
  }

  showModelessDialog(html: HtmlOutput | string, title: string): void {
    assertMayShow(this.run, 'Ui.showModelessDialog');
    this.run.setup.ui.dialogs.push({ ...shown(this.run, html), kind: 'modeless', title });
  }

  /** `alert(prompt)`, `alert(prompt, buttons)`, `alert(title, prompt, buttons)`. */
  alert(...args: readonly unknown[]): string {
    assertMayShow(this.run, 'Ui.alert');
    const [title, prompt, buttons] = args.length === 3 ? args : ['', ...args];
    const alert = { title: asText(title), prompt: asText(prompt), buttons: asText(buttons ?? 'OK') };
    this.run.setup.ui.alerts.push(alert);
    return this.run.setup.ui.answer(alert);
  }
}

/** Menus are made in every mode; their items run with full authority later. */
class Menu extends Imitated {
  readonly kind = 'Menu';
  private readonly items: MenuItem[] = [];

  constructor(
    run: Execution,
    private readonly title: string,
  ) {
    super(run);
  }

  addItem(caption: string, functionName: string): this {
    this.items.push({ caption, functionName });
    return this;
  }

  addSeparator(): this {
    this.items.push({ caption: '' });
    return this;
  }

  addSubMenu(menu: Menu): this {
    this.items.push(...menu.items.map((item) => ({ ...item, caption: item.caption && `${menu.title} › ${item.caption}` })));
    return this;
  }

  addToUi(): void {
    this.run.setup.ui.menus.push({ title: this.title, items: this.items });
  }
}

function assertMayShow(run: Execution, method: string): void {
  if (run.setup.auth !== 'FULL') throw new ServiceError(`You do not have permission to call ${method}`);
  run.needsScope(method, 'script.container.ui');
}

function shown(
  run: Execution,
  html: HtmlOutput | string,
): { readonly content: string; readonly title: string; readonly width?: number; readonly height?: number } {
  const output = html instanceof HtmlOutput ? html : new HtmlOutput(run, html);
  return {
    content: output.content,
    title: output.title,
    ...(output.width ? { width: output.width } : {}),
    ...(output.height ? { height: output.height } : {}),
  };
}
