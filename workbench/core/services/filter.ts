/** Filters: one a tab, kept beside the engine; criteria and slices are not imitated. */
import type { Box } from '../document/a1';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';

export class Filter extends Imitated {
  readonly kind = 'Filter';

  constructor(
    run: Execution,
    readonly gid: number,
    readonly box: Box,
  ) {
    super(run);
  }

  getRange(): object {
    return this.run.setup.makers.range(this.run, this.gid, this.box);
  }

  remove(): void {
    this.run.restructuring('remove', this.gid);
    const { filters } = this.run.document;
    const index = filters.findIndex(({ sheet }) => sheet === this.gid);
    if (index >= 0) filters.splice(index, 1);
  }
}

/** The filter of a tab; null where it has none. */
export function filterOf(run: Execution, gid: number): Filter | null {
  run.reading();
  const found = run.document.filters.find((filter) => filter.sheet === gid);
  return found ? new Filter(run, gid, found.box) : null;
}

/** Adds a filter to a tab. @throws ServiceError when the tab has one already. */
export function createFilter(run: Execution, gid: number, box: Box): Filter {
  run.restructuring('createFilter', gid);
  if (run.document.filters.some((filter) => filter.sheet === gid))
    throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
  run.document.filters.push({ sheet: gid, box });
  return new Filter(run, gid, box);
}
