import type { IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import type { Changes } from './changes.ts';

const ALL_MISSING = `SELECT DISTINCT issue AS id FROM file WHERE state = 'missing' AND issue IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM file AS other WHERE other.issue = file.issue AND other.state <> 'missing')`;

// A path can come to be another issue's.
const WITHOUT_PATH = 'SELECT (SELECT count(*) FROM issue) - (SELECT count(DISTINCT issue) FROM file) AS issues';
const WHICH = 'SELECT id FROM issue INDEXED BY issue_by_change WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.issue = issue.id)'; // not through the table: it holds the trees

/**
 * The issues none of whose paths is in the watched folder any more. Their text is kept in sources.db, and all that was decided about them in project.db.
 * It is asked after every change of files: few are missing, so these are looked at, not all that are there.
 */
export function goneIssues(db: Database): readonly IssueId[] {
  const missing = db.all<{ id: IssueId }>(ALL_MISSING);
  const without = db.get<{ issues: number }>(WITHOUT_PATH)!.issues === 0 ? [] : db.all<{ id: IssueId }>(WHICH);
  return [...missing, ...without].map(({ id }) => id).toSorted((a, b) => a - b);
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
