/** Checks as people read them: the address of each source behind what it names. */
import type { Check, CitedCheck } from '../../domain/facts/check';
import { writtenOut, type SourceId } from '../../domain/facts/phrase';
import { addressOfSource, addressText, type Titles } from '../address';

/** Cells named in one place. */
const CELLS = 3;

/** The checks with their text written out, in the same order. */
export function writeChecks(checks: readonly CitedCheck[], titles: Titles): readonly Check[] {
  const cite = (sources: readonly SourceId[]): string => {
    const cells = sources.slice(0, CELLS).map((source) => addressText(addressOfSource(source), titles));
    return ` (${cells.join(', ')}${sources.length > CELLS ? ', …' : ''})`;
  };
  return checks.map((check) => ({ ...check, actual: writtenOut(check.actual, cite) }));
}
