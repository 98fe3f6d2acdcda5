import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Piece } from '#core/model/piece.ts';
import { pieceLength } from '#core/model/pieces.ts';
import { outlineOf } from '../../state/desk-outline.ts';
import { gapsOf } from '../../state/desk-plan-text.ts';

/** A gap by its place: a passage, and an offset in its marked-up text. */
export type GapPlace = { readonly passage: PassageId; readonly at: number };

/** The gap behind a place (1) or before it (-1) in reading order, and from one end of the page to the other; null if the page has none. */
export function gapFrom(issue: Issue, place: GapPlace | null, step: 1 | -1): GapPlace | null {
  const { stops, at } = outlineOf(issue);
  const gaps = stops.flatMap(({ passage }, order) => gapsOf(passage.pieces).map((offset) => ({ passage: passage.id, at: offset, order })));
  const here = place ? (at.get(place.passage) ?? 0) : -1;
  const from = place?.at ?? 0;
  const found = step > 0
    ? (gaps.find(({ order, at: offset }) => order > here || (order === here && offset > from)) ?? gaps[0])
    : (gaps.findLast(({ order, at: offset }) => order < here || (order === here && offset < from)) ?? gaps.at(-1));
  return found ? { passage: found.passage, at: found.at } : null;
}

/** What the machine says of a gap: how many characters were lost (null: it cannot tell), and which they may have been (null likewise). */
export function gapAt(pieces: readonly Piece[], at: number): { readonly extent: number | null; readonly likely: string | null } | null {
  let from = 0;
  for (const piece of pieces) {
    if (from === at && piece.kind === 'gap') {
      const likely = piece.why.data?.['likely'];
      return { extent: piece.extent, likely: typeof likely === 'string' ? likely : null };
    }
    from += pieceLength(piece);
  }
  return null;
}
