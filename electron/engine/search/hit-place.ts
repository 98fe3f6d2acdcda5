import type { HitPlace } from '#contract/schemas/search.ts';
import type { Article } from '#core/model/issue.ts';
import { piecesLength, slicePieces } from '#core/model/pieces.ts';
import { readPieces } from '#core/model/reading.ts';
import type { Reading } from '#core/model/reading.ts';

/** Where a stretch of a line of an article stands: its passage, and from where to where in the passage's marked-up text. Null where the line is there no more. */
export function placeOfHit(source: string, article: Article, view: Reading, line: number, from: number, to: number): Omit<HitPlace, 'issue'> | null {
  const passage = article.passages.filter(({ pieces }) => readPieces(source, pieces, view) !== '')[line];
  if (!passage) return null;
  const ends = boundaries(source, passage.pieces, view);
  return { passage: passage.id, from: ends.from(from), to: Math.max(ends.from(from), ends.to(to)) };
}

/**
 * Which place in the marked-up text a place in the reading is: reading ever longer beginnings of the pieces says how far the reading has come. What is read as
 * nothing belongs to neither.
 */
function boundaries(source: string, pieces: Article['passages'][number]['pieces'], view: Reading) {
  const lengthAt = (end: number): number => readPieces(source, slicePieces(pieces, 0, end), view).length;
  const firstWith = (wanted: number): number => {
    let [low, high] = [0, piecesLength(pieces)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lengthAt(middle) >= wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { from: (at: number) => Math.max(0, firstWith(at + 1) - 1), to: (at: number) => firstWith(at) };
}
