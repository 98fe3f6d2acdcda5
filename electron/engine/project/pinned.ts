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

/** Articles approved in `after` whose reading no approval in `before` vouches for. */
export function unfoundedApprovals(before: Issue, after: Issue): readonly Article[] {
  return lostApprovals(after, before);
}
