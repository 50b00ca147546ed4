/** Messages the add-on shows with Ui.alert: a dialog over the page when only OK can be answered, else the browser's own. */
import { element } from './dom';

export interface Alert {
  readonly title: string;
  readonly prompt: string;
  /** Google's name of the button set: `OK`, `OK_CANCEL`, `YES_NO`, `YES_NO_CANCEL`. */
  readonly buttons: string;
}

/** The button a person presses. The script waits for it, so only the browser's own dialog can ask. */
export function answerOf(alert: Alert): string {
  if (!alert.buttons.includes('_')) return 'OK';
  const isYes = window.confirm([alert.title, alert.prompt].filter((part) => part !== '').join('\n\n'));
  if (alert.buttons.startsWith('YES')) return isYes ? 'YES' : 'NO';
  return isYes ? 'OK' : 'CANCEL';
}

/** Shows what needed no answer, once the script has ended. */
export function showAlert({ title, prompt, buttons }: Alert): void {
  if (buttons.includes('_')) return;
  const close = element('button', { class: 'button primary', type: 'submit' }, 'OK');
  const form = element('form', { method: 'dialog' }, element('p', {}, prompt), close);
  const dialog = element(
    'dialog',
    { class: 'alert', 'aria-label': title },
    ...(title === '' ? [] : [element('h2', {}, title)]),
    form,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
