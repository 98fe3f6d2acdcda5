import type { Piece } from './piece.ts';
import { pieceLength } from './pieces.ts';

/** Where a passage was joined: offsets in its marked-up text at which the source jumps. */
export function seamsOf(pieces: readonly Piece[]): readonly number[] {
  const seams: number[] = [];
  let end: number | null = null;
  let at = 0;
  for (const piece of pieces) {
    if (piece.kind === 'kept' || piece.kind === 'struck') {
      if (end !== null && piece.range.from !== end) seams.push(at);
      end = piece.range.to;
    }
    at += pieceLength(piece);
  }
  return seams;
}
