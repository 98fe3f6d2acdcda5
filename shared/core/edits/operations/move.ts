import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { invariant } from '#util/invariant.ts';
import type { Issue, Passage } from '../../model/issue.ts';
import { isArticleRole } from '../../model/role.ts';
import type { EditError, Move, Spot } from '../edit.ts';
import type { Operation } from '../operation.ts';
import { findArticle, findPassage, headOf, passagesAt, withPassages } from '../tree.ts';
import type { Place } from '../tree.ts';

/** The passage as it stands after a move: perhaps with another role, perhaps with another twin or none. */
function arriving(passage: Passage, move: Move): Passage {
  const { twin, ...rest } = passage;
  const next = move.twin === undefined ? twin : move.twin;
  return { ...rest, role: move.role ?? passage.role, ...(next ? { twin: next } : {}) };
}

/** Opens the article a spot asks for. */
function openArticle(issue: Issue, to: Spot): Result<Issue, EditError> {
  if (to.article === null || !to.open) return ok(issue);
  const { head, after } = to.open;
  if (findArticle(issue, head.id) >= 0) return fail({ code: 'id-in-use', id: head.id });
  const above = after === null ? -1 : findArticle(issue, after);
  if (after !== null && above < 0) return fail({ code: 'no-such-place', after });
  return ok({ ...issue, articles: issue.articles.toSpliced(above + 1, 0, { ...head, passages: [] }) });
}

function moveOne(issue: Issue, move: Move): Result<Issue, EditError> {
  const from = findPassage(issue, move.passage);
  if (!from) return fail({ code: 'no-such-passage', passage: move.passage });
  const passage = arriving(from.passage, move);
  if (isArticleRole(passage.role) !== (move.to.article !== null)) return fail({ code: 'role-not-allowed-here', role: passage.role });

  const lifted = withPassages(issue, from.article, passagesAt(issue, from.article).toSpliced(from.index, 1));
  const opened = openArticle(lifted, move.to);
  if (!opened.ok) return opened;
  const target = move.to.article === null ? -1 : findArticle(opened.value, move.to.article);
  if (move.to.article !== null && target < 0) return fail({ code: 'no-such-article', article: move.to.article });
  const list = passagesAt(opened.value, target);
  const { after } = move.to;
  const above = after === null ? -1 : list.findIndex(({ id }) => id === after);
  if (after !== null && above < 0) return fail({ code: 'no-such-place', after });
  const moved = withPassages(opened.value, target, list.toSpliced(above + 1, 0, passage));
  return ok({ ...moved, articles: moved.articles.filter(({ passages }) => passages.length > 0) });
}

/** The spot a passage stands in now; it opens the article again if the passage is its only one. */
function spotOf(issue: Issue, place: Place): Spot {
  const list = passagesAt(issue, place.article);
  const after = list[place.index - 1]?.id ?? null;
  const article = issue.articles[place.article];
  if (!article) return { article: null, after };
  if (list.length > 1) return { article: article.id, after };
  return { article: article.id, after, open: { head: headOf(article), after: issue.articles[place.article - 1]?.id ?? null } };
}

function invertOne(before: Issue, move: Move): Move {
  const place = findPassage(before, move.passage);
  invariant(place, 'the moved passage is there before');
  const here = spotOf(before, place);
  // A passage moved inside its own one-passage article never left it, so there is nothing to open again.
  const to = here.article !== null && here.article === move.to.article ? { article: here.article, after: here.after } : here;
  return {
    passage: move.passage,
    to,
    ...(move.role === undefined ? {} : { role: place.passage.role }),
    ...(move.twin === undefined ? {} : { twin: place.passage.twin ?? null }),
  };
}

function applyMoves(issue: Issue, moves: readonly Move[], refuse: (before: Issue, move: Move) => boolean): Result<Issue, EditError> {
  let now = issue;
  for (const move of moves) {
    if (refuse(now, move)) return fail({ code: 'wrong-side', passage: move.passage });
    const next = moveOne(now, move);
    if (!next.ok) return next;
    now = next.value;
  }
  return ok(now);
}

/** The moves back, last first: each one is the exact opposite of one step. */
function invertMoves(before: Issue, moves: readonly Move[]): readonly Move[] {
  const back: Move[] = [];
  let now = before;
  for (const move of moves) {
    back.unshift(invertOne(now, move));
    const next = moveOne(now, move);
    invariant(next.ok, 'the moves apply to the issue they are inverted on');
    now = next.value;
  }
  return back;
}

const standsAside = (issue: Issue, move: Move) => findPassage(issue, move.passage)?.article === -1;

/** Passages change their place, inside and between articles, one after the other. */
export const movePassages: Operation<'movePassages'> = {
  apply: (issue, { moves }) => applyMoves(issue, moves, () => false),
  invert: (before, { moves }) => ({ kind: 'movePassages', moves: invertMoves(before, moves) }),
};

/** Passages leave their articles: banner, furniture, duplicate. */
export const setAside: Operation<'setAside'> = {
  apply: (issue, { moves }) => applyMoves(issue, moves, (now, move) => move.to.article !== null || standsAside(now, move)),
  invert: (before, { moves }) => ({ kind: 'restore', moves: invertMoves(before, moves) }),
};

/** Passages that were set aside go back into articles. */
export const restore: Operation<'restore'> = {
  apply: (issue, { moves }) => applyMoves(issue, moves, (now, move) => move.to.article === null || (findPassage(now, move.passage) !== null && !standsAside(now, move))),
  invert: (before, { moves }) => ({ kind: 'setAside', moves: invertMoves(before, moves) }),
};

/** An article changes its place on the page. */
export const reorder: Operation<'reorder'> = {
  apply(issue, { article, after }) {
    const index = findArticle(issue, article);
    if (index < 0) return fail({ code: 'no-such-article', article });
    const rest = issue.articles.toSpliced(index, 1);
    const above = after === null ? -1 : rest.findIndex(({ id }) => id === after);
    if (after !== null && above < 0) return fail({ code: 'no-such-place', after });
    return ok({ ...issue, articles: rest.toSpliced(above + 1, 0, issue.articles[index]!) });
  },
  invert(before, { article }) {
    return { kind: 'reorder', article, after: before.articles[findArticle(before, article) - 1]?.id ?? null };
  },
};
