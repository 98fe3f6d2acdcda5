import { ok } from '#util/result.ts';
import { leftBehind } from './behind.ts';
import { loadIssue } from './issues.ts';
import { write } from './store.ts';
import type { Store } from './store.ts';
import { writeTree } from './tree-codec.ts';

/** Writes into the trees what only the journal holds so far. Nothing is another for it; a tree that was not reached is read with the journal. */
export function settleTrees(store: Store): void {
  const behind = leftBehind(store.db);
  if (behind.size === 0) return;
  const written = write(store, ({ db }) => {
    for (const id of behind) {
      const stored = loadIssue(store, id);
      if (stored) db.run('UPDATE issue SET tree = ?, behind = NULL WHERE id = ? AND behind IS NOT NULL', writeTree(stored.issue).bytes, id);
    }
    return ok(null);
  });
  if (written.ok) behind.clear();
}
