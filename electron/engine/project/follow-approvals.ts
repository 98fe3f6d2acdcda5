import type { IssueId } from '#contract/schemas/library.ts';
import { ok } from '#util/result.ts';
import { takeUpWaiting } from './new-version.ts';
import { hasWaiting } from './readings.ts';
import { write } from './store.ts';
import type { Store } from './store.ts';

/**
 * Takes up new versions of files that waited for approved articles, once their approval is withdrawn. In a transaction of its own, after the
 * act that withdrew it: that is answered first. `onError` is given what was thrown. Returns how to stop.
 */
export function followApprovals(store: Store, onError: (error: unknown) => void): () => void {
  const changed = new Set<IssueId>();
  let scheduled: NodeJS.Immediate | null = null;
  const follow = () => {
    scheduled = null;
    const issues = [...changed];
    changed.clear();
    try {
      const waiting = issues.filter((issue) => hasWaiting(store.db, issue));
      if (waiting.length === 0) return;
      write(store, (tx) => {
        for (const issue of waiting) takeUpWaiting(tx, issue);
        return ok(null);
      });
    } catch (error) {
      onError(error);
    }
  };
  const stop = store.changes.listen(({ issues, head }) => {
    if (!head) return; // nothing was decided
    for (const issue of issues.keys()) changed.add(issue);
    scheduled ??= setImmediate(follow); // whoever waits for the answer does not wait for the looking
  });
  return () => {
    stop();
    if (scheduled) clearImmediate(scheduled);
  };
}
