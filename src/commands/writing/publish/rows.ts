/** The rows of a run: written part by part, then read back, and what was lost written once more. */
import type { Grid } from '../../../sheet/grid';
import type { Typed } from '../../../sheet/ownTabs/ownBlock';
import { havingWritten, type Problem } from '../../../sheet/problem';
import { typedEntry } from '../log';
import { verifyPieces, writePieces, type Piece } from '../pieces';
import { abortIfSuperseded, writeStamp } from './commit';
import { acceptable, assertUnedited, differencesOf, typedSince } from './compare';
import { leaseOf, PART_ROWS } from './lease';
import { linkRows } from './links';
import { writeRows } from './rectangle';
import { verifyBlocks } from './verifyBlocks';
import type { CheckedRun, Target, Writing } from './writing';

/** Rows of a block from `first` to before `last`, which is Infinity for the last part. */
interface Part {
  readonly first: number;
  readonly last: number;
}

const WHOLE: Part = { first: 0, last: Infinity };

/** A block on its way into its tab. */
interface BlockPiece extends Piece {
  readonly target: Target;
}

/** A block's part. `before` is the tab as it was read. */
function pieceOf(writing: Writing, target: Target, before: Grid | undefined, { first, last }: Part): BlockPiece {
  return {
    target,
    look: () => {
      assertUnedited(writing, target, before, first, last);
    },
    write: () => {
      writeRows(writing, target, first, last);
      if (first === 0) linkRows(writing, target);
    },
    read: () => writing.workbook.read(target.tab),
    differences: (found) => differencesOf(writing, target, found),
  };
}

/**
 * Writes the rows. Behind each part but the last the stamp says how far the run is, so that a later call goes on there.
 * @returns rows written: all, or with `mayPause` those of one part.
 */
export function writeParts(writing: Writing, { checked: { olds }, moment, start }: CheckedRun, mayPause: boolean): number {
  for (const part of partsFrom(start, rowCount(writing))) {
    const pieces = writing.targets.map((target) => pieceOf(writing, target, olds.get(target.block.kind)?.grid, part));
    const write = (): void => {
      writePieces(pieces, () => {
        verifyBlocks(writing, writing.targets);
      });
    };
    if (part.first === 0) write();
    else havingWritten('part', write);
    if (part.last === Infinity) break;
    abortIfSuperseded(writing);
    writeStamp(writing, leaseOf(moment, part.last));
    if (mayPause) return part.last;
  }
  return rowCount(writing);
}

/** Rows of the longest block. */
export function rowCount({ targets }: Pick<Writing, 'targets'>): number {
  return Math.max(0, ...targets.map(({ block }) => block.rows.length));
}

function partsFrom(start: number, rows: number): readonly Part[] {
  const count = Math.max(1, Math.ceil((rows - start) / PART_ROWS));
  return Array.from({ length: count }, (_, index) => {
    const first = start + index * PART_ROWS;
    return { first, last: index === count - 1 ? Infinity : first + PART_ROWS };
  });
}

/** What became of the rows. */
export interface VerifiedRows {
  /** What a user has typed since the flush; it is in the log. */
  readonly typed: readonly Typed[];
  /** Text that the sheet keeps otherwise. */
  readonly kept: readonly Problem[];
  /** The Summary as it was read, where nothing was written since. */
  readonly summary: Grid | undefined;
}

/** Reads everything back, and writes once more what was lost. @throws Refusal where a cell is wrong then, or a user is still at it. */
export function verifyRows(writing: Writing, { checked: { olds } }: CheckedRun): VerifiedRows {
  const { log, moment, targets } = writing;
  const beforeOf = ({ block }: Target): Grid | undefined => olds.get(block.kind)?.grid;
  // The Summary last: its first cell tells whether the run is still ours to commit.
  const pieces = [...targets].reverse().map((target) => pieceOf(writing, target, beforeOf(target), WHOLE));
  let typed: readonly Typed[] = [];
  const { read, again, differences } = verifyPieces(
    pieces,
    (differing) => {
      typed = differing.flatMap(({ piece, found }) => typedSince(writing, piece.target, beforeOf(piece.target), found));
      if (typed.length > 0) log.append(typed.map(typedEntry), moment, true);
      // A user may still be at it, and in more than one cell.
      for (const { piece, found } of differing) assertUnedited(writing, piece.target, found, WHOLE.first, WHOLE.last);
    },
    (lost) => {
      verifyBlocks(
        writing,
        lost.map(({ target }) => target),
      );
    },
  );
  return { typed, kept: acceptable(differences), summary: again.length > 0 ? undefined : read[read.length - 1]?.found };
}
