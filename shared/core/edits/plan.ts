import type { ArticleId, PassageId } from '../model/ids.ts';
import { articleId, passageId } from '../model/ids.ts';
import type { ArticleHead, Issue, Passage } from '../model/issue.ts';
import { piecesLength } from '../model/pieces.ts';
import type { ArticleRole, AsideRole, Role } from '../model/role.ts';
import { isArticleRole } from '../model/role.ts';
import type { Edit, Move } from './edit.ts';
import { findPassage, passagesAt } from './tree.ts';

/**
 * What a person does at the desk, as edits. Each function returns the edits of one act in order, or an empty list where the act
 * means nothing here (the first article has none above). Ids are made from `unique`, a text that was never given before.
 */

const freshHead = (unique: string): ArticleHead => ({ id: articleId(`a-${unique}`), status: 'new', topics: [], note: '' });

/** A new article from this passage on. */
export function splitHere(issue: Issue, passage: PassageId, unique: string): readonly Edit[] {
  const place = findPassage(issue, passage);
  if (!place || place.article < 0 || place.index === 0) return [];
  return [{ kind: 'splitBefore', passage, head: freshHead(unique) }];
}

/** An article and the one above it become one. */
export function mergeWithAbove(issue: Issue, article: ArticleId): readonly Edit[] {
  return issue.articles.findIndex(({ id }) => id === article) > 0 ? [{ kind: 'mergeAbove', article }] : [];
}

/** A passage becomes the end of the one above it. */
export function joinWithAbove(issue: Issue, passage: PassageId): readonly Edit[] {
  const place = findPassage(issue, passage);
  return place && place.index > 0 ? [{ kind: 'join', passage }] : [];
}

/** A paragraph is broken at a place of its marked-up text. At its ends there is nothing to break. */
export function breakAt(issue: Issue, passage: PassageId, at: number, unique: string): readonly Edit[] {
  const place = findPassage(issue, passage);
  if (!place || at <= 0 || at >= piecesLength(place.passage.pieces)) return [];
  return [{ kind: 'break', passage, at, lower: { id: passageId(`p-${unique}`), role: place.passage.role } }];
}

/** A stretch of a passage becomes a passage of its own with another role; what stands behind it keeps the old one. */
export function cutOut(issue: Issue, passage: PassageId, from: number, to: number, role: Role, unique: string): readonly Edit[] {
  const place = findPassage(issue, passage);
  if (!place || from >= to || isArticleRole(role) !== place.article >= 0) return [];
  const length = piecesLength(place.passage.pieces);
  const edits: Edit[] = [];
  const middle = from > 0 ? passageId(`p-${unique}`) : passage;
  if (to < length) edits.push({ kind: 'cutPassage', passage, at: to, lower: { id: passageId(`p-${unique}-rest`), role: place.passage.role } });
  if (from > 0) edits.push({ kind: 'cutPassage', passage, at: from, lower: { id: middle, role } });
  else edits.push({ kind: 'setRole', passage, role });
  return edits;
}

/** Moves that put passages, in this order, behind one another from `after` on. */
function inOrder(passages: readonly Passage[], article: ArticleId | null, after: PassageId | null, role: (passage: Passage) => Role): readonly Move[] {
  return passages.map((passage, index) => {
    const next = role(passage);
    const to = { article, after: index === 0 ? after : passages[index - 1]!.id };
    return { passage: passage.id, to, ...(next === passage.role ? {} : { role: next }) };
  });
}

function passagesOf(issue: Issue, ids: readonly PassageId[]): readonly Passage[] {
  const wanted = new Set(ids);
  return [...issue.articles.flatMap(({ passages }) => passages), ...issue.aside].filter(({ id }) => wanted.has(id));
}

/** Passages go to the end of an article. What comes out of the aside becomes body text. */
export function sendTo(issue: Issue, ids: readonly PassageId[], article: ArticleId): readonly Edit[] {
  const moved = passagesOf(issue, ids);
  const target = issue.articles.find(({ id }) => id === article);
  if (!target) return [];
  const last = target.passages.findLast(({ id }) => !ids.includes(id))?.id ?? null;
  const inside = moved.filter(({ role }) => isArticleRole(role));
  const outside = moved.filter(({ role }) => !isArticleRole(role));
  const edits: Edit[] = [];
  if (inside.length) edits.push({ kind: 'movePassages', moves: inOrder(inside, article, last, ({ role }) => role) });
  if (outside.length) edits.push({ kind: 'restore', moves: inOrder(outside, article, inside.at(-1)?.id ?? last, () => 'body') });
  return edits;
}

/** Passages go before or behind a given one, in an article or aside; roles change where the side does. */
export function placeBeside(issue: Issue, ids: readonly PassageId[], target: PassageId, side: 'before' | 'after', asideRole: AsideRole = 'furniture', articleRole: ArticleRole = 'body'): readonly Edit[] {
  const at = findPassage(issue, target);
  if (!at || ids.includes(target)) return [];
  const list = passagesAt(issue, at.article).filter(({ id }) => !ids.includes(id));
  const index = list.findIndex(({ id }) => id === target);
  const after = side === 'after' ? target : (list[index - 1]?.id ?? null);
  const article = issue.articles[at.article]?.id ?? null;
  const moves = inOrder(passagesOf(issue, ids), article, after, ({ role }) => (isArticleRole(role) === (article !== null) ? role : article ? articleRole : asideRole));
  return moves.length ? [{ kind: 'movePassages', moves }] : [];
}

/** A passage changes places with the one above or below it in its article. */
export function shift(issue: Issue, passage: PassageId, step: -1 | 1): readonly Edit[] {
  const place = findPassage(issue, passage);
  const other = place && passagesAt(issue, place.article)[place.index + step];
  return other ? placeBeside(issue, [passage], other.id, step < 0 ? 'before' : 'after') : [];
}

/** Passages leave their articles. A duplicate points to the passage it repeats. */
export function setAsideAs(issue: Issue, ids: readonly PassageId[], role: AsideRole, twin?: PassageId): readonly Edit[] {
  const moved = passagesOf(issue, ids);
  const inside = moved.filter((passage) => isArticleRole(passage.role));
  const edits: Edit[] = moved.filter((passage) => !isArticleRole(passage.role) && passage.role !== role).map(({ id }) => ({ kind: 'setRole', passage: id, role }));
  if (inside.length) {
    const moves = inOrder(inside, null, issue.aside.at(-1)?.id ?? null, () => role);
    edits.push({ kind: 'setAside', moves: twin ? moves.map((move) => ({ ...move, twin })) : moves });
  }
  return edits;
}

/** Passages that stand in articles get a role; those aside are left alone (`sendTo` brings them back). */
export function setRoles(issue: Issue, ids: readonly PassageId[], role: ArticleRole): readonly Edit[] {
  return passagesOf(issue, ids)
    .filter((passage) => isArticleRole(passage.role) && passage.role !== role)
    .map(({ id }) => ({ kind: 'setRole', passage: id, role }));
}
