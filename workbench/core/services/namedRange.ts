/** Named ranges, found by name at every use: others may have renamed or removed them. */
import type { Box } from '../document/a1';
import { parseBox } from '../document/a1';
import { boxOf } from '../document/cellWrites';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';
import type { RangePlace } from './rangePlace';

export class NamedRange extends Imitated {
  readonly kind = 'NamedRange';

  constructor(
    run: Execution,
    private readonly name: string,
  ) {
    super(run);
  }

  getName(): string {
    return this.name;
  }

  getRange(): object {
    const found = findNamedRange(this.run, this.name);
    if (!found) throw new ServiceError('The named range does not exist.');
    return this.run.setup.makers.range(this.run, found.gid, found.box);
  }

  setRange(range: RangePlace): this {
    setNamedRange(this.run, this.name, range);
    return this;
  }

  remove(): void {
    removeNamedRange(this.run, this.name);
  }
}

/** Names are found whatever their case. */
export function findNamedRange(run: Execution, name: string): { readonly gid: number; readonly box: Box } | undefined {
  run.reading();
  const { engine } = run.document;
  const found = engine.getters.getNamedRanges().find((range) => range.name.toLowerCase() === name.toLowerCase());
  return found && found.range.sheetId !== '' ? { gid: engine.gid(found.range.sheetId), box: boxOf(found.range.zone) } : undefined;
}

/** Names the range, or moves the name to it; case does not matter. @throws ServiceError when the name is no name or reads as an address. */
export function setNamedRange(run: Execution, name: string, { gid, box }: RangePlace): void {
  run.restructuring('setNamedRange');
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || parseBox(name, { rows: 1, columns: 1 }))
    throw new ServiceError('The name you specified is not valid for a named range.');
  const { engine } = run.document;
  const zone = { top: box.row - 1, left: box.column - 1, bottom: box.row + box.rows - 2, right: box.column + box.columns - 2 };
  const sheetId = engine.sheetId(gid);
  // Without the tab the engine measures the range by the one on screen.
  const at = { sheetId, ranges: [engine.getters.getRangeDataFromZone(sheetId, zone)] };
  const known = engine.getters.getNamedRanges().find((named) => named.name.toLowerCase() === name.toLowerCase());
  if (known) engine.dispatch('UPDATE_NAMED_RANGE', { oldRangeName: known.name, newRangeName: name, ...at });
  else engine.dispatch('CREATE_NAMED_RANGE', { name, ...at });
}

/** Removes a name; the cells stay. */
export function removeNamedRange(run: Execution, name: string): void {
  run.restructuring('removeNamedRange');
  run.document.engine.dispatch('DELETE_NAMED_RANGE', { name });
}
