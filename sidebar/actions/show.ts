/** Going to a tab of the sheet. */
import type { Context } from './context';

/** Brings the tab into view, at a 1-based row where one is given. */
export async function show({ ask, work }: Context, tab: string, row?: number): Promise<void> {
  await work(`Going to ${tab}`, () => ask({ kind: 'show', tab, ...(row === undefined ? {} : { row }) }));
}
