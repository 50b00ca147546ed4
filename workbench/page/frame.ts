/** Runs in the sidebar's frame: gives the add-on's page its `google.script`, then writes that page into the frame. */
import type { FrameReply, FrameRequest, ShowMessage } from './frameMessages';

interface Handlers {
  readonly onSuccess?: (value: unknown, user: unknown) => void;
  readonly onFailure?: (error: Error, user: unknown) => void;
  readonly user?: unknown;
}

window.addEventListener('message', (event: MessageEvent<ShowMessage>) => {
  const [port] = event.ports;
  if (event.source !== window.parent || port === undefined) return;
  const calls = new Calls(port);
  const host = {
    close: () => {
      port.postMessage({ kind: 'close' } satisfies FrameRequest);
    },
    // Sidebars are always 300 px wide; the calls exist and do nothing, as in Google.
    setHeight: () => undefined,
    setWidth: () => undefined,
    editor: {
      focus: () => {
        port.postMessage({ kind: 'focusEditor' } satisfies FrameRequest);
      },
    },
    origin: 'https://docs.google.com',
  };
  Object.defineProperty(window, 'google', { value: { script: { run: runnerOf(calls, event.data.functions, {}), host } } });
  blockStorage();
  document.open();
  // Google writes the page into its frame too: scripts run in order, before the document is complete.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.write(event.data.html);
  document.close();
});

/** Calls under way, each answered once. */
class Calls {
  private readonly waiting = new Map<number, Handlers>();
  private last = 0;

  constructor(private readonly port: MessagePort) {
    port.onmessage = (event: MessageEvent<FrameReply>) => {
      this.settle(event.data);
    };
  }

  send(name: string, args: readonly unknown[], handlers: Handlers): void {
    this.last += 1;
    this.waiting.set(this.last, handlers);
    this.port.postMessage({
      kind: 'call',
      id: this.last,
      name,
      args: args.map((arg, index) => plainCopy(arg, String(index))),
    } satisfies FrameRequest);
  }

  private settle(reply: FrameReply): void {
    const handlers = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.kind === 'returned') {
      handlers?.onSuccess?.(reply.value, handlers.user);
      return;
    }
    const error = new Error(reply.message);
    error.name = reply.name;
    if (handlers?.onFailure === undefined) console.error(error);
    else handlers.onFailure(error, handlers.user);
  }
}

/** `google.script.run`: each `with…` gives a new runner, so that handlers of one call never serve another. */
function runnerOf(calls: Calls, functions: readonly string[], handlers: Handlers): object {
  const withHandlers = {
    withSuccessHandler: (onSuccess: NonNullable<Handlers['onSuccess']>) => runnerOf(calls, functions, { ...handlers, onSuccess }),
    withFailureHandler: (onFailure: NonNullable<Handlers['onFailure']>) => runnerOf(calls, functions, { ...handlers, onFailure }),
    withUserObject: (user: unknown) => runnerOf(calls, functions, { ...handlers, user }),
  };
  const own = functions.map(
    (name) =>
      [
        name,
        (...args: unknown[]): void => {
          calls.send(name, args, handlers);
        },
      ] as const,
  );
  return { ...Object.fromEntries(own), ...withHandlers };
}

/** Only plain values cross: a date, a function or an element makes the call fail before it leaves. */
function plainCopy(value: unknown, property: string): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item, index) => plainCopy(item, String(index)));
  if (typeof value === 'object' && (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([name, item]) => [name, plainCopy(item, name)]),
    );
  }
  throw new TypeError(`Failed due to illegal value in property: ${property}`);
}

/** Browsers refuse storage to a frame from another site, which Google's frame is. */
function blockStorage(): void {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException(`Access to ${name} is denied for this document.`, 'SecurityError');
      },
    });
  }
}
