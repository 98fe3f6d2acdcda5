import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { invariant } from '#util/invariant.ts';
import type { Issue } from '../../model/issue.ts';
import { normalisePieces, piecesLength, slicePieces } from '../../model/pieces.ts';
import { isArticleRole } from '../../model/role.ts';
import type { EditError } from '../edit.ts';
import type { EditOf, Operation } from '../operation.ts';
import { cutProblem } from '../text.ts';
import { findPassage, passagesAt, withPassages } from '../tree.ts';

/** A passage becomes the end of the one above it, which keeps its id and role. */
export const join: Operation<'join'> = {
  apply(issue, { passage }) {
    const place = findPassage(issue, passage);
    if (!place) return fail({ code: 'no-such-passage', passage });
    if (place.index === 0) return fail({ code: 'nothing-above' });
    const list = passagesAt(issue, place.article);
    const upper = list[place.index - 1]!;
    const joined = { ...upper, pieces: normalisePieces([...upper.pieces, ...place.passage.pieces]) };
    return ok(withPassages(issue, place.article, list.toSpliced(place.index - 1, 2, joined)));
  },
  invert(before, { passage }) {
    const place = findPassage(before, passage);
    const upper = place && passagesAt(before, place.article)[place.index - 1];
    invariant(place && upper, 'both passages are there before');
    const { id, role, twin } = place.passage;
    return { kind: 'break', passage: upper.id, at: piecesLength(upper.pieces), lower: { id, role, ...(twin ? { twin } : {}) } };
  },
};

function cut(issue: Issue, { passage, at, lower }: EditOf<'break' | 'cutPassage'>): Result<Issue, EditError> {
  const place = findPassage(issue, passage);
  if (!place) return fail({ code: 'no-such-passage', passage });
  if (findPassage(issue, lower.id)) return fail({ code: 'id-in-use', id: lower.id });
  if (isArticleRole(lower.role) !== place.article >= 0) return fail({ code: 'role-not-allowed-here', role: lower.role });
  const { pieces } = place.passage;
  const problem = cutProblem(issue.source, pieces, at);
  if (problem) return fail(problem);
  const above = { ...place.passage, pieces: slicePieces(pieces, 0, at) };
  const below = { ...lower, pieces: slicePieces(pieces, at, piecesLength(pieces)) };
  return ok(withPassages(issue, place.article, passagesAt(issue, place.article).toSpliced(place.index, 1, above, below)));
}

/** A paragraph is broken in two. */
export const breakParagraph: Operation<'break'> = {
  apply: cut,
  invert: (_before, { lower }) => ({ kind: 'join', passage: lower.id }),
};

/** A part of a passage becomes a passage with a role of its own: a byline glued to a paragraph's end. */
export const cutPassage: Operation<'cutPassage'> = {
  apply: cut,
  invert: (_before, { lower }) => ({ kind: 'join', passage: lower.id }),
};
