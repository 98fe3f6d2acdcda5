import type { Piece } from './piece.ts';
import { pieceLength } from './pieces.ts';

const shows = (piece: Piece) => piece.kind !== 'struck';

/** Where a place of the marked-up text falls in the text without struck pieces (a gap still counts one). UTF-16 offsets. */
export function toEmended(pieces: readonly Piece[], at: number): number {
  let [start, out] = [0, 0];
  for (const piece of pieces) {
    const length = pieceLength(piece);
    if (shows(piece)) out += Math.min(Math.max(at - start, 0), length);
    start += length;
  }
  return out;
}

/**
 * The place of the marked-up text for one in the text without struck pieces. Beside struck text there are two:
 * `before` takes the one in front of it, `after` the one behind it.
 */
export function fromEmended(pieces: readonly Piece[], at: number, side: 'before' | 'after'): number {
  let [start, seen] = [0, 0];
  for (const piece of pieces) {
    const length = pieceLength(piece);
    const reached = seen + (shows(piece) ? length : 0);
    if (side === 'before' ? reached >= at && (shows(piece) || seen >= at) : reached > at) {
      return shows(piece) ? start + at - seen : start;
    }
    start += length;
    seen = reached;
  }
  return start;
}

/** The source offset a place of the marked-up text stands at: of the source text behind it, else where that before it ends; null if there is none. */
export function toSource(pieces: readonly Piece[], at: number): number | null {
  let start = 0;
  let last: number | null = null;
  for (const piece of pieces) {
    const length = pieceLength(piece);
    if (piece.kind === 'kept' || piece.kind === 'struck') {
      if (at < start + length) return piece.range.from + Math.max(0, at - start);
      last = piece.range.to;
    }
    start += length;
  }
  return last;
}

/** The place of the marked-up text where a source offset stands, or null if no piece holds it. The end of a piece holds it too. */
export function fromSource(pieces: readonly Piece[], offset: number): number | null {
  let start = 0;
  let atEnd: number | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'kept' || piece.kind === 'struck') {
      const { from, to } = piece.range;
      if (offset >= from && offset < to) return start + offset - from;
      if (offset === to) atEnd ??= start + to - from;
    }
    start += pieceLength(piece);
  }
  return atEnd;
}

/** The first source offset a list of pieces holds; null when all of it was added. */
export function firstOffset(pieces: readonly Piece[]): number | null {
  for (const piece of pieces) if (piece.kind === 'kept' || piece.kind === 'struck') return piece.range.from;
  return null;
}
