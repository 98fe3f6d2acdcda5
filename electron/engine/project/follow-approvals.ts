import { ok } from '#util/result.ts';
import type { Change } from './changes.ts';
import { takeUpWaiting } from './new-version.ts';
import { hasWaiting } from './readings.ts';
import { write } from './store.ts';
import type { Store } from './store.ts';

/**
 * Takes up new versions of files that waited for approved articles, once their approval is withdrawn. In a transaction of its own, after the
 * act that withdrew it: that is answered first. `onError` is given what was thrown. Returns how to stop.
 */
export function followApprovals(store: Store, onError: (error: unknown) => void): () => void {
  const follow = ({ issues, head }: Change) => {
    if (!head) return; // nothing was decided
    try {
      const waiting = [...issues.keys()].filter((issue) => hasWaiting(store.db, issue));
      if (waiting.length === 0) return;
      write(store, (tx) => {
        for (const issue of waiting) takeUpWaiting(tx, issue);
        return ok(null);
      });
    } catch (error) {
      onError(error);
    }
  };
  return store.changes.listen(follow);
}
