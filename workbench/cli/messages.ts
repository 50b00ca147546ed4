/** What the worker that runs a command tells the main thread. */

export type Message =
  /** A line for standard output. */
  | { readonly kind: 'say'; readonly line: string }
  /** A line for standard error. */
  | { readonly kind: 'remark'; readonly line: string }
  /** The command cannot be carried out. */
  | { readonly kind: 'end'; readonly sentence: string }
  /** From now on so many seconds of the processor, or the command ends with the sentence. */
  | { readonly kind: 'limit'; readonly seconds: number; readonly sentence: string }
  /** The work with a limit is done. */
  | { readonly kind: 'limit'; readonly seconds?: undefined };
