/** Faults of every kind at every call, and how many of them a run of the tests tries. */
import type { Fault, FaultKind } from '../../../workbench/core/faults/faultSchedule';

const KINDS: readonly FaultKind[] = ['throwBefore', 'throwAfter', 'kill', 'killAfter', 'loseTail', 'partialRectangle'];

/** Every kind of fault at call `k`, each once and for good, but a kill, after which nothing can fail again; of the lossy ones also those nobody tells the script about. */
export function faultsAt(k: number): readonly Fault[] {
  return KINDS.flatMap((kind) => {
    const isLossy = kind === 'loseTail' || kind === 'partialRectangle';
    const endings = isLossy ? (['throws', 'kills', 'goesOn'] as const) : ([undefined] as const);
    return endings.flatMap((then) =>
      (isDeath(kind, then) ? [false] : [false, true]).map((persistent): Fault => ({
        at: k,
        kind,
        persistent,
        ...(then === undefined ? {} : { then }),
      })),
    );
  });
}

function isDeath(kind: FaultKind, then: Fault['then']): boolean {
  return kind === 'kill' || kind === 'killAfter' || then === 'kills';
}

/** So many faults, spread over all calls, with every kind and ending in turn; all there are when they are no more. */
export function faultsSpread(calls: number, most: number): readonly Fault[] {
  const each = faultsAt(0).length;
  if (calls * each <= most) return Array.from({ length: calls }, (_, index) => faultsAt(index + 1)).flat();
  // Seven shares no factor with their number, so that neighbours differ and none is left out.
  return Array.from({ length: most }, (_, index) => faultsAt(1 + Math.floor((index * calls) / most))[(index * 7) % each]).filter(
    (fault) => fault !== undefined,
  );
}

/** `npm run test:long` sets it: more of everything that is sampled. */
export const LONG = process.env.PLANNER_LONG === '1';
