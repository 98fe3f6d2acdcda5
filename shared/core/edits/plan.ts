import type { ArticleId, PassageId } from '../model/ids.ts';
import { articleId, passageId } from '../model/ids.ts';
import { LINK_SIDES } from '../model/issue.ts';
import type { ArticleHead, Issue } from '../model/issue.ts';
import { piecesLength } from '../model/pieces.ts';
import type { Edit } from './edit.ts';
import { findPassage } from './tree.ts';

/**
 * What a person does at the desk, as edits. Each function returns the edits of one act in order, or an empty list where the act
 * means nothing here (the first article has none above). Ids are made from `unique`, a text that was never given before.
 */

const freshHead = (unique: string): ArticleHead => ({ id: articleId(`a-${unique}`), status: 'new', topics: [], note: '' });

/** A new article from this passage on. Where the text goes on on another page, it is the lower part that does. */
export function splitHere(issue: Issue, passage: PassageId, unique: string): readonly Edit[] {
  const place = findPassage(issue, passage);
  if (!place || place.article < 0 || place.index === 0) return [];
  const { id, next } = issue.articles[place.article]!;
  const head = freshHead(unique);
  if (!next) return [{ kind: 'splitBefore', passage, head }];
  return [{ kind: 'setLink', article: id, side: 'next', to: null }, { kind: 'splitBefore', passage, head: { ...head, next } }];
}

/** An article and the one above it become one. Where the lower goes on, or comes from, the one that is made of them does, unless the upper says otherwise. */
export function mergeWithAbove(issue: Issue, article: ArticleId): readonly Edit[] {
  const at = issue.articles.findIndex(({ id }) => id === article);
  if (at <= 0) return [];
  const [upper, lower] = [issue.articles[at - 1]!, issue.articles[at]!];
  const kept = LINK_SIDES.flatMap((side): readonly Edit[] => (lower[side] && !upper[side] ? [{ kind: 'setLink', article: upper.id, side, to: lower[side] }] : []));
  return [{ kind: 'mergeAbove', article }, ...kept];
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
