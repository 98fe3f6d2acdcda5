import type { IssueId } from '#contract/schemas/library.ts';
import { undo } from './desk-undo.ts';
import { deskStore } from './desk.ts';
import { openIssue } from './screen.ts';

let left: { readonly from: IssueId; readonly to: IssueId } | null = null;

/** A key that goes on takes one to another page: what was last done is on the page it takes one from, if anything was done there. */
export function noteLeaving(from: IssueId, to: IssueId): void {
  left = deskStore.getState().turns.live.length > 0 ? { from, to } : null;
}

/** Resolves with true once a page is on the desk; with false if another one is asked for first, or it cannot be opened. */
function shown(issue: IssueId): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = deskStore.subscribe(({ page, wanted, problem }) => {
      if (page?.id !== issue && wanted === issue && !problem) return;
      stop();
      resolve(page?.id === issue);
    });
  });
}

/**
 * Takes back the last thing done. Where a key has just taken one on to this page and nothing was done here since, that was done on the page
 * before: it comes back to the desk and is taken back there.
 */
export async function undoLast(): Promise<void> {
  const { page, turns } = deskStore.getState();
  if (!page || left?.to !== page.id || turns.live.length > 0 || turns.undone.length > 0) return undo();
  const { from } = left;
  left = null;
  const there = shown(from);
  openIssue(from);
  if (await there) await undo();
}
