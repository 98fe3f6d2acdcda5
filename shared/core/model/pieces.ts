import { sameReason } from './reason.ts';
import type { Piece } from './piece.ts';

/** How many UTF-16 units a piece takes in the marked-up text. A gap is one mark wide. */
export function pieceLength(piece: Piece): number {
  switch (piece.kind) {
    case 'kept':
    case 'struck':
      return piece.range.to - piece.range.from;
    case 'added':
      return piece.text.length;
    case 'gap':
      return 1;
  }
}

/** The length of the marked-up text. */
export function piecesLength(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + pieceLength(piece), 0);
}

/** The part of a piece from `from` to `to`, UTF-16 offsets inside the piece. A gap cannot be divided. */
function slicePiece(piece: Piece, from: number, to: number): Piece {
  if (from === 0 && to === pieceLength(piece)) return piece;
  switch (piece.kind) {
    case 'kept':
    case 'struck':
      return { ...piece, range: { from: piece.range.from + from, to: piece.range.from + to } };
    case 'added':
      return { ...piece, text: piece.text.slice(from, to) };
    case 'gap':
      return piece;
  }
}

/** The pieces that make up the marked-up text from `from` to `to`, dividing the ones at the ends. */
export function slicePieces(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const out: Piece[] = [];
  let start = 0;
  for (const piece of pieces) {
    const length = pieceLength(piece);
    const [a, b] = [Math.max(from, start), Math.min(to, start + length)];
    if (a < b) out.push(slicePiece(piece, a - start, b - start));
    start += length;
  }
  return out;
}

/** One piece out of two neighbours that say the same, or null. Gaps never merge: two gaps are two losses. */
function mergeTwo(a: Piece, b: Piece): Piece | null {
  if (a.kind === 'kept' && b.kind === 'kept' && a.range.to === b.range.from) {
    return { kind: 'kept', range: { from: a.range.from, to: b.range.to } };
  }
  if (a.kind === 'struck' && b.kind === 'struck' && a.range.to === b.range.from && sameReason(a.why, b.why)) {
    return { ...a, range: { from: a.range.from, to: b.range.to } };
  }
  if (a.kind === 'added' && b.kind === 'added' && sameReason(a.why, b.why)) {
    return { ...a, text: a.text + b.text };
  }
  return null;
}

/**
 * The normal form: no piece is empty, and neighbours that say the same are one.
 * It depends only on what the pieces say character by character, so that cutting and putting back gives the same pieces.
 */
export function normalisePieces(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    if (pieceLength(piece) === 0) continue;
    const last = out.at(-1);
    const merged = last && mergeTwo(last, piece);
    if (merged) out[out.length - 1] = merged;
    else out.push(piece);
  }
  return out;
}
