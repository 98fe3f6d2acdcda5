import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { invariant } from '#util/invariant.ts';
import { addEffect } from './journal.ts';
import { loadIssue } from './issues.ts';
import { approvalOf, changedApprovals } from './pinned.ts';
import { readingOf, treeOfReading } from './readings.ts';
import { replay } from './replay.ts';
import type { Replayed } from './replay.ts';
import type { Store, Tx } from './store.ts';
import { takeUp } from './take-up.ts';
import { unplacedOn } from './unplaced.ts';

/** Splitting anew taken back or done again: an issue goes from one reading of its bytes to another, with what people did replayed on it. */
export type Switch = { readonly from: number; readonly to: number; readonly replayed: Replayed };

/** `approved`: the entry by which an article was approved that would not be as it is. `lost`: an entry that would find no place and be listed. */
export type PlannedSwitch = { readonly change: Switch; readonly approved: EntryId | null; readonly lost: EntryId | null };

/** How an issue goes from one reading to another. Null where it is on neither: its file was read again since, and there is nothing left to do. */
export function planSwitch(store: Store, issue: IssueId, from: number, to: number): PlannedSwitch | null {
  if (readingOf(store.db, issue) !== from) return null;
  const stored = loadIssue(store, issue);
  invariant(stored, 'a page that was split anew is there');
  const replayed = replay(store.db, stored, { source: stored.issue.source, ...treeOfReading(store.db, to) });
  const [pinned] = changedApprovals(stored.issue, replayed.issue);
  const waiting = new Set(unplacedOn(store.db, issue).map(({ entry, edit }) => `${entry} ${JSON.stringify(edit)}`));
  const lost = replayed.unplaced.find(({ entry, edit }) => !waiting.has(`${entry} ${JSON.stringify(edit)}`));
  return { change: { from, to, replayed }, approved: pinned ? approvalOf(replayed.recorded, pinned.id) : null, lost: lost?.entry ?? null };
}

/** Takes an issue to another reading as `by` on behalf of an entry. Returns the place of what was done. */
export function switchReading(tx: Tx, by: EntryId, { issue, entry }: { readonly issue: IssueId; readonly entry: EntryId }, { from, to, replayed }: Switch): number {
  const place = addEffect(tx, { entry: by, standsFor: entry, issue, deed: { kind: 'reading', before: from, after: to } });
  takeUp(tx, issue, to, replayed, () => by);
  return place;
}
