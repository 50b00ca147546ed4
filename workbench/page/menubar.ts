/** The menu bar: a row of menus that mouse and keyboard open alike (arrows, Home, End, Enter, Escape). */
import { element } from './dom';
import { focusFirst, menuList } from './menuList';
import type { MenuEntry } from './menuList';

export class Menubar {
  private readonly buttons: HTMLButtonElement[];
  private open: { readonly index: number; readonly list: HTMLElement } | undefined;

  constructor(
    bar: HTMLElement,
    private readonly menus: readonly MenuEntry[],
    private readonly closed: () => void,
  ) {
    bar.setAttribute('role', 'menubar');
    this.buttons = menus.map((menu, index) => this.rootButton(menu, index));
    bar.replaceChildren(...this.buttons.map((button) => element('div', { class: 'menu-root' }, button)));
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && !bar.contains(event.target)) this.close(false);
    });
    window.addEventListener('blur', () => {
      this.close(false);
    });
  }

  private rootButton(menu: MenuEntry, index: number): HTMLButtonElement {
    const button = element(
      'button',
      { type: 'button', role: 'menuitem', class: 'menu-button', 'aria-haspopup': 'true', 'aria-expanded': 'false' },
      menu.label,
    );
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener('click', () => {
      if (this.open?.index === index) this.close(false);
      else this.show(index, false);
    });
    button.addEventListener('pointerenter', () => {
      if (this.open !== undefined && this.open.index !== index) this.show(index, false);
    });
    button.addEventListener('keydown', (event) => {
      this.onRootKey(event, index);
    });
    return button;
  }

  private onRootKey(event: KeyboardEvent, index: number): void {
    const moves: Record<string, number> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: this.menus.length - 1 };
    const target = moves[event.key];
    if (target !== undefined) this.focusRoot(target);
    else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === ' ') this.show(index, true);
    else if (event.key === 'Escape') this.close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private focusRoot(index: number): void {
    const around = (index + this.buttons.length) % this.buttons.length;
    this.buttons.forEach((button, at) => {
      button.tabIndex = at === around ? 0 : -1;
    });
    this.buttons[around]?.focus();
    if (this.open !== undefined) this.show(around, false);
  }

  private show(index: number, byKeyboard: boolean): void {
    this.close(false);
    const button = this.buttons[index];
    const menu = this.menus[index];
    if (button === undefined || menu === undefined) return;
    const list = menuList(menu.entries?.() ?? [], {
      used: () => {
        this.close(true);
      },
      leave: () => {
        this.close(false);
        button.focus();
      },
      sideways: (step) => {
        this.focusRoot(index + step);
        this.show((index + step + this.menus.length) % this.menus.length, true);
      },
    });
    button.setAttribute('aria-expanded', 'true');
    button.parentElement?.append(list);
    this.open = { index, list };
    if (byKeyboard) focusFirst(list);
  }

  /** `giveBack` hands the keyboard to the grid again. */
  private close(giveBack: boolean): void {
    if (this.open !== undefined) {
      this.buttons[this.open.index]?.setAttribute('aria-expanded', 'false');
      this.open.list.remove();
      this.open = undefined;
    }
    if (giveBack) this.closed();
  }
}
