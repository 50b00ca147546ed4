/** What the add-on has put on a person's screen: menus, sidebar, dialogs, toasts. */

export interface MenuItem {
  readonly caption: string;
  /** Absent for a separator. */
  readonly functionName?: string;
}

export interface Menu {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

export interface ShownHtml {
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly content: string;
  readonly title: string;
  readonly width?: number;
  readonly height?: number;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

interface Alert {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: string;
}

export interface UiState {
  menus: Menu[];
  sidebar: ShownHtml | undefined;
  dialogs: ShownHtml[];
  toasts: Toast[];
  alerts: Alert[];
  /** The person's answer to an alert: a button, `OK`, `YES`, `CANCEL`, `CLOSE`. */
  answer: (alert: Alert) => string;
}

/** An empty screen; alerts are answered with Yes or OK until a test or a person answers otherwise. */
export function freshUi(): UiState {
  return {
    menus: [],
    sidebar: undefined,
    dialogs: [],
    toasts: [],
    alerts: [],
    answer: ({ buttons }) => (buttons.startsWith('YES') ? 'YES' : 'OK'),
  };
}
