import type { Piece, Range } from '../model/piece.ts';
import { pieceLength, piecesLength } from '../model/pieces.ts';
import { pieceText } from '../model/reading.ts';
import type { EditError } from './edit.ts';

/** Why a passage cannot be cut at a place of its marked-up text, or null if it can. */
export function cutProblem(source: string, pieces: readonly Piece[], at: number): EditError | null {
  const length = piecesLength(pieces);
  if (at > length) return { code: 'out-of-text', at, length };
  let start = 0;
  for (const piece of pieces) {
    const inside = at - start;
    if (inside > 0 && inside < pieceLength(piece) && isInsideCharacter(pieceText(source, piece), inside)) {
      return { code: 'inside-a-character', at };
    }
    start += pieceLength(piece);
  }
  return null;
}

/** Whether an offset parts the two halves of a surrogate pair. */
function isInsideCharacter(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) >>> 10 === 0x36 && text.charCodeAt(at) >>> 10 === 0x37;
}

/** Whether text may be put into a passage: no NUL and no lone surrogate, which databases and files would not give back as they are. */
export function isWellFormed(text: string): boolean {
  return !/[\p{Surrogate}\0]/u.test(text);
}

/** The stretches of source that pieces speak of, in order, neighbours as one: two lists of pieces with the same answer account for the same text. */
export function sourceOf(pieces: readonly Piece[]): readonly Range[] {
  const out: Range[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'kept' && piece.kind !== 'struck') continue;
    const last = out.at(-1);
    if (last && last.to === piece.range.from) out[out.length - 1] = { from: last.from, to: piece.range.to };
    else out.push(piece.range);
  }
  return out;
}

/** Whether two lists of pieces speak of the same source text in the same order. */
export function sameSource(a: readonly Piece[], b: readonly Piece[]): boolean {
  const [x, y] = [sourceOf(a), sourceOf(b)];
  return x.length === y.length && x.every(({ from, to }, i) => from === y[i]!.from && to === y[i]!.to);
}
