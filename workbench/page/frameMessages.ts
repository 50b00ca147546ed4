/** What passes between the page and the sidebar's frame: one HTML page in, function calls out, results back. */

/** From the page to the frame's window, with one end of a message channel. */
export interface ShowMessage {
  readonly kind: 'show';
  readonly html: string;
  /** Functions that google.script.run offers. */
  readonly functions: readonly string[];
}

/** From the frame through the channel. */
export type FrameRequest =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'close' }
  | { readonly kind: 'focusEditor' };

/** To the frame through the channel. */
export type FrameReply =
  | { readonly kind: 'returned'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'threw'; readonly id: number; readonly name: string; readonly message: string };
