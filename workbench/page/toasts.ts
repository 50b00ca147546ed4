/** Toasts as Spreadsheet.toast shows them, at the lower left where they cover no sidebar; they go by themselves and can be closed. */
import { byId, element } from './dom';

export interface Toast {
  readonly message: string;
  readonly title?: string;
  /** Negative keeps it until it is closed, as in Apps Script. */
  readonly seconds?: number;
  readonly hasFailed?: boolean;
}

/** What failed before is over. */
export function clearToasts(): void {
  byId('toasts').replaceChildren();
}

/** Shows a message for some seconds, 5 unless told; a negative number keeps it until it is closed. */
export function showToast({ message, title, seconds = 5, hasFailed = false }: Toast): void {
  const close = element('button', { class: 'icon-button', type: 'button', 'aria-label': 'Dismiss', title: 'Dismiss' }, '✕');
  const text = element(
    'div',
    { class: 'toast-text' },
    ...(title === undefined || title === '' ? [] : [element('strong', {}, title)]),
    element('span', {}, message),
  );
  const toast = element(
    'div',
    { class: hasFailed ? 'toast failed' : 'toast', ...(hasFailed ? { role: 'alert' } : {}) },
    text,
    close,
  );
  close.addEventListener('click', () => {
    toast.remove();
  });
  byId('toasts').append(toast);
  if (seconds >= 0)
    setTimeout(() => {
      toast.remove();
    }, seconds * 1000);
}
