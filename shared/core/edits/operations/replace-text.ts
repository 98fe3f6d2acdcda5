import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { invariant } from '#util/invariant.ts';
import type { Issue } from '../../model/issue.ts';
import type { Piece } from '../../model/piece.ts';
import { normalisePieces, pieceLength, piecesLength, slicePieces } from '../../model/pieces.ts';
import type { Reason } from '../../model/reason.ts';
import type { EditError } from '../edit.ts';
import type { EditOf, Operation } from '../operation.ts';
import { cutProblem, isWellFormed, sameSource } from '../text.ts';
import { findPassage, withPassage } from '../tree.ts';
import type { Place } from '../tree.ts';
import { unstrike } from '../unstrike.ts';

/** A stretch of a passage's pieces and what takes its place. Offsets in the marked-up text before. */
type Replacement = { readonly from: number; readonly to: number; readonly pieces: readonly Piece[] };

/** The stretch as it stands once its text is replaced: what was kept is struck, what was added goes, the new text follows. */
function replaced(stretch: readonly Piece[], text: string, why: Reason): readonly Piece[] {
  const struck = stretch.flatMap((piece): readonly Piece[] => {
    if (piece.kind === 'kept') return [{ kind: 'struck', range: piece.range, why }];
    return piece.kind === 'struck' ? [piece] : [];
  });
  return [...struck, { kind: 'added', text, why }];
}

/** Extends a stretch over the struck and added pieces on either side: retyping what was struck a character at a time has to see it whole. */
function widen(pieces: readonly Piece[], from: number, to: number): { from: number; to: number } {
  let start = 0;
  let [wideFrom, wideTo] = [from, to];
  const spans = pieces.map((piece) => {
    const span = { piece, from: start, to: start + pieceLength(piece) };
    start = span.to;
    return span;
  });
  const loose = ({ piece }: { piece: Piece }) => piece.kind === 'struck' || piece.kind === 'added';
  for (const span of spans.toReversed()) if (span.to >= wideFrom && span.from < wideFrom && loose(span)) wideFrom = span.from;
  for (const span of spans) if (span.from <= wideTo && span.to > wideTo && loose(span)) wideTo = span.to;
  return { from: wideFrom, to: wideTo };
}

function plan(issue: Issue, place: Place, { from, to, put }: EditOf<'replaceText'>): Result<Replacement, EditError> {
  const { pieces } = place.passage;
  const problem = from > to ? { code: 'out-of-text' as const, at: from, length: to } : (cutProblem(issue.source, pieces, to) ?? cutProblem(issue.source, pieces, from));
  if (problem) return fail(problem);
  const stretch = slicePieces(pieces, from, to);
  if ('pieces' in put) {
    if (!put.pieces.every((piece) => piece.kind !== 'added' || isWellFormed(piece.text))) return fail({ code: 'text-not-well-formed' });
    if (!sameSource(stretch, put.pieces)) return fail({ code: 'source-not-preserved' });
    return ok({ from, to, pieces: put.pieces });
  }
  if (!isWellFormed(put.text)) return fail({ code: 'text-not-well-formed' });
  const wide = widen(pieces, from, to);
  const middle = replaced(stretch, put.text, put.why);
  const around = normalisePieces([...slicePieces(pieces, wide.from, from), ...middle, ...slicePieces(pieces, to, wide.to)]);
  return ok({ ...wide, pieces: normalisePieces(unstrike(issue.source, around)) });
}

function replace(pieces: readonly Piece[], by: Replacement): readonly Piece[] {
  return normalisePieces([...slicePieces(pieces, 0, by.from), ...by.pieces, ...slicePieces(pieces, by.to, piecesLength(pieces))]);
}

/** The edit that puts a stretch of `before` back where `by` took its place. */
function putBack(place: Place, by: Replacement): EditOf<'replaceText'> {
  const was = slicePieces(place.passage.pieces, by.from, by.to);
  return { kind: 'replaceText', passage: place.passage.id, from: by.from, to: by.from + piecesLength(by.pieces), put: { pieces: was } };
}

/** Finds the passage and plans the replacement, once for what it does and what takes it back. */
function planned(issue: Issue, edit: EditOf<'replaceText'>): Result<{ readonly place: Place; readonly by: Replacement }, EditError> {
  const place = findPassage(issue, edit.passage);
  if (!place) return fail({ code: 'no-such-passage', passage: edit.passage });
  const by = plan(issue, place, edit);
  return by.ok ? ok({ place, by: by.value }) : by;
}

const after = (issue: Issue, place: Place, by: Replacement): Issue => withPassage(issue, place, { ...place.passage, pieces: replace(place.passage.pieces, by) });

/** Text of a passage is replaced: source text is struck, never lost; typing struck text again lets it stand. */
export const replaceText: Operation<'replaceText'> = {
  apply(issue, edit) {
    const done = planned(issue, edit);
    return done.ok ? ok(after(issue, done.value.place, done.value.by)) : done;
  },
  invert(before, edit) {
    const done = planned(before, edit);
    invariant(done.ok, 'the edit applies to the issue it is inverted on');
    return putBack(done.value.place, done.value.by);
  },
  carryOut(issue, edit) {
    const done = planned(issue, edit);
    return done.ok ? ok({ after: after(issue, done.value.place, done.value.by), back: putBack(done.value.place, done.value.by) }) : done;
  },
};

function planFill(place: Place, { at, text, why }: EditOf<'fillGap'>): Result<Replacement, EditError> {
  const { pieces } = place.passage;
  const length = piecesLength(pieces);
  if (at >= length) return fail({ code: 'out-of-text', at, length });
  if (slicePieces(pieces, at, at + 1)[0]?.kind !== 'gap') return fail({ code: 'not-a-gap', at });
  if (!isWellFormed(text)) return fail({ code: 'text-not-well-formed' });
  return ok({ from: at, to: at + 1, pieces: text ? [{ kind: 'added', text, why }] : [] });
}

/** Lost text is supplied; with no text, nothing was lost after all. */
export const fillGap: Operation<'fillGap'> = {
  apply(issue, edit) {
    const place = findPassage(issue, edit.passage);
    if (!place) return fail({ code: 'no-such-passage', passage: edit.passage });
    const by = planFill(place, edit);
    if (!by.ok) return by;
    return ok(withPassage(issue, place, { ...place.passage, pieces: replace(place.passage.pieces, by.value) }));
  },
  invert(before, edit) {
    const place = findPassage(before, edit.passage);
    invariant(place, 'the passage is there before');
    const by = planFill(place, edit);
    invariant(by.ok, 'the edit applies to the issue it is inverted on');
    return putBack(place, by.value);
  },
};
