import type { Piece } from '../model/piece.ts';
import { piecesLength, slicePieces } from '../model/pieces.ts';
import { pieceText } from '../model/reading.ts';

/** How many leading UTF-16 units two texts share, never parting a character. */
function sharedStart(a: string, b: string): number {
  let n = 0;
  for (const character of a) {
    if (!b.startsWith(character, n)) break;
    n += character.length;
  }
  return n;
}

/** The same from the end. */
function sharedEnd(a: string, b: string): number {
  let n = 0;
  for (const character of Array.from(a).toReversed()) {
    if (!b.endsWith(character, b.length - n)) break;
    n += character.length;
  }
  return n;
}

const asKept = (pieces: readonly Piece[]) =>
  pieces.map((piece): Piece => (piece.kind === 'struck' ? { kind: 'kept', range: piece.range } : piece));

/**
 * A run of struck text beside a run of added text: what both begin or end with stands as the source has it.
 * Neither reading changes by it: as printed it was there anyway, and as emended it is there again.
 */
function settle(source: string, struck: readonly Piece[], added: readonly Piece[]): readonly Piece[] {
  const textOf = (pieces: readonly Piece[]) => pieces.map((piece) => pieceText(source, piece)).join('');
  const [was, is] = [textOf(struck), textOf(added)];
  const start = sharedStart(was, is);
  const end = sharedEnd(was.slice(start), is.slice(start));
  if (start + end === 0) return [...struck, ...added];
  return [
    ...asKept(slicePieces(struck, 0, start)),
    ...slicePieces(struck, start, was.length - end),
    ...slicePieces(added, start, is.length - end),
    ...asKept(slicePieces(struck, was.length - end, piecesLength(struck))),
  ];
}

/** Lets struck text stand again wherever the same text was added right beside it. */
export function unstrike(source: string, pieces: readonly Piece[]): readonly Piece[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run && run[0]!.kind === piece.kind) run.push(piece);
    else runs.push([piece]);
  }
  const out: Piece[] = [];
  for (let i = 0; i < runs.length; i += 1) {
    const [run, next] = [runs[i]!, runs[i + 1]];
    const kinds = `${run[0]!.kind} ${next?.[0]?.kind}`;
    if (next && kinds === 'struck added') out.push(...settle(source, run, next));
    else if (next && kinds === 'added struck') out.push(...settle(source, next, run));
    else {
      out.push(...run);
      continue;
    }
    i += 1;
  }
  return out;
}
