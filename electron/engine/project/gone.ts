import type { IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import type { Changes } from './changes.ts';

/** The issues none of whose paths is in the watched folder any more. Their text is kept in sources.db, and all that was decided about them in project.db. */
export function goneIssues(db: Database): readonly IssueId[] {
  return db.all<{ id: IssueId }>(
    `SELECT id FROM issue WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.issue = issue.id AND file.state <> 'missing') ORDER BY id`,
  ).map(({ id }) => id);
}

/** The same, looked up once after each change of files. `onChange` is called when they are others than before. */
export function followGone(db: Database, changes: Changes, onChange: () => void): () => ReadonlySet<IssueId> {
  let gone = new Set(goneIssues(db));
  changes.listen(({ files }) => {
    if (!files) return;
    const now = new Set(goneIssues(db));
    if (now.size === gone.size && [...now].every((issue) => gone.has(issue))) return;
    gone = now;
    onChange();
  });
  return () => gone;
}
