import type { EntryId } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { RecordedEntry } from '#core/edits/rebase/rebase.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Article, Issue } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';

/** An article as it is read: roles and emended texts. What an approval vouches for. */
function readingOf(source: string, { passages }: Article): string {
  return JSON.stringify(passages.map(({ role, pieces }) => [role, readPieces(source, pieces, 'emended')]));
}

/** The text of an article's passages, one a line. */
export function articleText(source: string, { passages }: Article): string {
  return passages.map(({ pieces }) => readPieces(source, pieces, 'emended')).join('\n');
}

/** Articles approved in `before` that `after` does not hold, approved, with the very same reading. */
export function lostApprovals(before: Issue, after: Issue): readonly Article[] {
  const approved = ({ articles }: Issue) => articles.filter(({ status }) => status === 'approved');
  const kept = new Set(approved(after).map((article) => readingOf(after.source, article)));
  return approved(before).filter((article) => !kept.has(readingOf(before.source, article)));
}

/** Articles approved in `before` that `after` does not hold as they are: the same id, approved, with the very same reading. */
export function changedApprovals(before: Issue, after: Issue): readonly Article[] {
  const approved = ({ source, articles }: Issue) => articles.filter(({ status }) => status === 'approved').map((article) => ({ article, print: `${article.id} ${readingOf(source, article)}` }));
  const kept = new Set(approved(after).map(({ print }) => print));
  return approved(before).flatMap(({ article, print }) => (kept.has(print) ? [] : [article]));
}

/** Articles approved in `after` whose reading no approval in `before` vouches for. */
export function unfoundedApprovals(before: Issue, after: Issue): readonly Article[] {
  return lostApprovals(after, before);
}

/** The entry by which an article was approved last, of those recorded on its issue; the last of them if none names it; null if there are none. */
export function approvalOf(recorded: readonly RecordedEntry[], article: ArticleId): EntryId | null {
  const approves = (edit: Edit) => edit.kind === 'setStatus' && edit.article === article && edit.status === 'approved';
  return (recorded.findLast(({ edits }) => edits.some(({ edit }) => approves(edit))) ?? recorded.at(-1))?.entry ?? null;
}
