import type { Issue } from '../model/issue.ts';
import { applyAll } from './apply.ts';
import type { Edit } from './edit.ts';

/**
 * The edits of one act of a person, with those that take the articles it touches from `new` into work. They belong to the same group, so
 * that undo restores them. Articles whose status the act sets itself are left out, and so is a group that does not apply.
 * Giving it its own result changes nothing: window and engine may both call it.
 */
export function withFirstTouch(before: Issue, edits: readonly Edit[]): readonly Edit[] {
  const after = applyAll(before, edits);
  return after.ok ? [...edits, ...firstTouches(before, edits, after.value)] : edits;
}

/** The edits that take articles from `new` into work, to follow a group of edits that made `after` of `before`. */
export function firstTouches(before: Issue, edits: readonly Edit[], after: Issue): readonly Edit[] {
  const decided = new Set(edits.flatMap((edit) => (edit.kind === 'setStatus' ? [edit.article] : [])));
  const untouched = new Set(before.articles);
  const touched = after.articles.filter((article) => article.status === 'new' && !untouched.has(article) && !decided.has(article.id));
  return touched.map(({ id }): Edit => ({ kind: 'setStatus', article: id, status: 'in-work' }));
}
