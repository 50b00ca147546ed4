/** Links between the generated tabs, over text that has just been written. */
import { linksOf, linkUrl } from '../../../sheet/render/links';
import type { Target, Writing } from './writing';

/** The same text again, so that links arrive with the rows and are read back with them. */
export function linkRows({ workbook, targets }: Writing, { block, tab }: Target): void {
  const blocks = targets.map((target) => target.block);
  const cells = linksOf(block, blocks).flatMap(({ to, ...cell }) => {
    const gid = targets.find((target) => target.block.kind === to.kind)?.tab.id;
    return gid === undefined ? [] : [{ ...cell, url: linkUrl(gid, to) }];
  });
  if (cells.length > 0) workbook.formatting.link(tab, cells);
}
