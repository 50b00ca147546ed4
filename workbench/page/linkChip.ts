/** Links of cells on the page: under the mouse a chip names the place, a click goes there, as in Sheets. */
import { engine, owl } from './engineGlobals';
import type { EnginePosition } from './engineGlobals';

/** Where a cell leads. */
export interface PageLink {
  readonly label: string;
  readonly follow: () => void;
}

class LinkChip extends owl.Component {
  static readonly template = owl.xml`
    <button type="button" class="link-chip" t-on-click="props.follow"><t t-esc="props.label"/></button>`;
  static readonly props = { label: String, follow: Function, onClosed: { type: Function, optional: true } };
}

/** `linkAt` is asked about the cell under the mouse, rows and columns from 0. */
export function offerLinks(linkAt: (position: EnginePosition) => PageLink | undefined): void {
  engine.registries.cellPopoverRegistry.replace('workbench', {
    onHover: (position, getters) => {
      const link = getters.isVisibleInViewport(position) ? linkAt(position) : undefined;
      return link === undefined
        ? { isOpen: false }
        : { isOpen: true, Component: LinkChip, props: { ...link }, cellCorner: 'bottom-left' };
    },
  });
}
