/** One open menu: its entries, their submenus, and what the keyboard does in them. */
import { element } from './dom';

export interface MenuEntry {
  readonly label: string;
  readonly shortcut?: string;
  readonly isEnabled?: boolean;
  readonly isChecked?: boolean;
  /** A line below this entry. */
  readonly endsGroup?: boolean;
  /** Entries of a submenu, asked for when it opens. */
  readonly entries?: () => readonly MenuEntry[];
  readonly act?: () => void;
}

/** Ways out of an open menu. */
export interface Ways {
  /** Back to where the list came from. */
  readonly leave: () => void;
  /** To the neighbouring menu. */
  readonly sideways: (step: number) => void;
  /** An entry was used: everything closes. */
  readonly used: () => void;
}

/** The open menu as an element; `ways` says what happens when an entry or a key leaves it. */
export function menuList(entries: readonly MenuEntry[], ways: Ways): HTMLElement {
  const list = element('div', { class: 'menu-list', role: 'menu' });
  for (const entry of entries) {
    list.append(itemOf(entry, list, ways));
    if (entry.endsGroup === true && entry !== entries.at(-1))
      list.append(element('div', { class: 'menu-line', role: 'separator' }));
  }
  return list;
}

/** Puts the focus on the first entry; an empty menu takes none. */
export function focusFirst(list: HTMLElement): void {
  itemsOf(list)[0]?.focus();
}

function itemOf(entry: MenuEntry, list: HTMLElement, ways: Ways): HTMLElement {
  const hint = entry.entries === undefined ? (entry.shortcut ?? '') : '▸';
  const label = element('span', { class: 'menu-label' }, entry.label);
  const shown = element('span', { class: 'menu-hint', 'aria-hidden': 'true' }, hint);
  const item = element('button', { type: 'button', role: 'menuitem', class: 'menu-item', tabindex: '-1' }, label, shown);
  const holder = element('div', { class: 'menu-holder', role: 'none' }, item);
  if (entry.isEnabled === false) item.setAttribute('aria-disabled', 'true');
  if (entry.isChecked === true) item.classList.add('checked');
  if (entry.entries !== undefined) item.setAttribute('aria-haspopup', 'true');
  item.addEventListener('click', () => {
    use(entry, holder, item, ways, false);
  });
  item.addEventListener('pointerenter', () => {
    closeSubmenus(list);
    if (entry.entries !== undefined) use(entry, holder, item, ways, false);
  });
  item.addEventListener('keydown', (event) => {
    if (!onItemKey(event, list, item, ways, entry, holder)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return holder;
}

function use(entry: MenuEntry, holder: HTMLElement, item: HTMLElement, ways: Ways, byKeyboard: boolean): void {
  if (entry.isEnabled === false) return;
  if (entry.entries !== undefined) {
    openSubmenu(entry.entries(), holder, item, ways, byKeyboard);
    return;
  }
  ways.used();
  entry.act?.();
}

function openSubmenu(
  entries: readonly MenuEntry[],
  holder: HTMLElement,
  item: HTMLElement,
  ways: Ways,
  byKeyboard: boolean,
): void {
  holder.querySelector('.menu-list')?.remove();
  const leave = (): void => {
    holder.querySelector('.menu-list')?.remove();
    item.focus();
  };
  const sideways = (step: number): void => {
    if (step < 0) leave();
    else ways.sideways(step);
  };
  const list = menuList(entries, { ...ways, leave, sideways });
  list.classList.add('submenu');
  holder.append(list);
  if (byKeyboard) focusFirst(list);
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > .menu-holder > .menu-item')];
}

function closeSubmenus(list: HTMLElement): void {
  for (const submenu of list.querySelectorAll(':scope > .menu-holder > .menu-list')) submenu.remove();
}

/** True when the key meant something here. */
function onItemKey(
  event: KeyboardEvent,
  list: HTMLElement,
  item: HTMLElement,
  ways: Ways,
  entry: MenuEntry,
  holder: HTMLElement,
): boolean {
  const items = itemsOf(list);
  const at = items.indexOf(item);
  const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  const target = moves[event.key];
  if (target !== undefined) items[(target + items.length) % items.length]?.focus();
  else if (event.key === 'Enter' || event.key === ' ') use(entry, holder, item, ways, true);
  else if (event.key === 'ArrowRight' && entry.entries !== undefined) use(entry, holder, item, ways, true);
  else if (event.key === 'ArrowRight') ways.sideways(1);
  else if (event.key === 'ArrowLeft') ways.sideways(-1);
  else if (event.key === 'Escape') ways.leave();
  else return false;
  return true;
}
