/** The panel at the right: the add-on's sidebar in a sandboxed frame of another origin, as HtmlService shows it. */
import { element } from './dom';
import type { FrameReply, FrameRequest, ShowMessage } from './frameMessages';

/** HtmlService's keywords for an add-on, and no `allow` attribute. */
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

export interface SidebarPage {
  readonly title: string;
  readonly html: string;
  readonly functions: readonly string[];
}

export interface SidebarActions {
  /** Runs one function of the bundle as google.script.run does; throws what the script throws. */
  readonly call: (name: string, args: readonly unknown[]) => unknown;
  readonly focusEditor: () => void;
  /** After the panel has appeared or gone: the grid must be measured again. */
  readonly resized: () => void;
}

export class SidebarPanel {
  private channel: MessageChannel | undefined;

  constructor(
    private readonly panel: HTMLElement,
    private readonly frameOrigin: string,
    private readonly actions: SidebarActions,
  ) {}

  /** Only one sidebar is shown at a time; a new one takes the place of the old. */
  show(page: SidebarPage): void {
    this.close();
    const frame = element('iframe', { class: 'sidebar-frame', title: page.title });
    frame.setAttribute('sandbox', SANDBOX);
    frame.src = `${this.frameOrigin}/`;
    frame.addEventListener(
      'load',
      () => {
        this.write(frame, page);
      },
      { once: true },
    );
    const close = element('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close sidebar', title: 'Close' }, '✕');
    close.addEventListener('click', () => {
      this.close();
    });
    const heading = element('h2', {}, page.title);
    this.panel.replaceChildren(element('header', { class: 'sidebar-header' }, heading, close), frame);
    this.panel.hidden = false;
    this.actions.resized();
  }

  close(): void {
    if (this.panel.hidden) return;
    this.channel?.port1.close();
    this.panel.replaceChildren();
    this.panel.hidden = true;
    this.actions.resized();
    this.actions.focusEditor();
  }

  private write(frame: HTMLIFrameElement, { html, functions }: SidebarPage): void {
    const channel = new MessageChannel();
    this.channel = channel;
    channel.port1.onmessage = (event: MessageEvent<FrameRequest>) => {
      this.answer(channel.port1, event.data);
    };
    frame.contentWindow?.postMessage({ kind: 'show', html, functions } satisfies ShowMessage, this.frameOrigin, [channel.port2]);
  }

  private answer(port: MessagePort, request: FrameRequest): void {
    if (request.kind === 'close') this.close();
    else if (request.kind === 'focusEditor') this.actions.focusEditor();
    else {
      // One turn later, so that the frame can paint its progress before the page is busy.
      setTimeout(() => {
        port.postMessage(this.replyTo(request));
      }, 0);
    }
  }

  private replyTo({ id, name, args }: FrameRequest & { readonly kind: 'call' }): FrameReply {
    try {
      return { kind: 'returned', id, value: this.actions.call(name, args) ?? null };
    } catch (error) {
      const failed = error instanceof Error ? error : new Error(String(error));
      return { kind: 'threw', id, name: failed.name, message: failed.message };
    }
  }
}
