import type { ArticleId, PassageId } from '../model/ids.ts';
import { articleId, passageId } from '../model/ids.ts';
import type { ArticleHead, Issue } from '../model/issue.ts';
import { piecesLength } from '../model/pieces.ts';
import type { Edit } from './edit.ts';
import { findPassage } from './tree.ts';

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
