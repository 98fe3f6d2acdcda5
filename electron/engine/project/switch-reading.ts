import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { rebase } from '#core/edits/rebase/rebase.ts';
import type { Rebased } from '#core/edits/rebase/rebase.ts';
import { invariant } from '#util/invariant.ts';
import type { Deed, PagePoint } from './deed.ts';
import { addEffect, setStanding, standingsOf } from './journal.ts';
import { loadIssue } from './issues.ts';
import { pointOf, standingsBut } from './page-point.ts';
import { approvalOf, changedApprovals } from './pinned.ts';
import { readingOf, setReading, treeOfReading } from './readings.ts';
import { recordedOn } from './replay.ts';
import type { Replayed } from './replay.ts';
import type { Store, Tx } from './store.ts';
import { keepValues, takeUp } from './take-up.ts';
import { writeTree } from './tree-codec.ts';
import { APPROVED, addUnplaced } from './unplaced.ts';

type ReadingDeed = Extract<Deed, { readonly kind: 'reading' }>;
type OfIssue = { readonly issue: IssueId; readonly entry: EntryId };

/** Makes a reading that a page was split anew into its own, as `entry`. Returns the place of what was done. */
export function splitInto(tx: Tx, { issue, entry }: OfIssue, reading: number, replayed: Replayed): number {
  const before = pointOf(tx.db, issue, entry);
  takeUp(tx, issue, reading, replayed, () => entry);
  return addEffect(tx, { entry, standsFor: entry, issue, deed: { kind: 'reading', before, after: pointOf(tx.db, issue, entry) } });
}

/** A page on its way back to what it was before it was split anew, or there again: `later` is what was done to it since, on its tree of that moment. */
export type Switch = { readonly to: PagePoint; readonly later: Rebased };

/** How splitting anew is taken back (`back`) or done again, and the entry that stands in the way. Null where the page's file was read again since: there is nothing left to do. */
export function planSwitch(store: Store, { issue, entry }: OfIssue, deed: ReadingDeed, back: boolean): { readonly change: Switch; readonly by: EntryId | null } | null {
  const [here, to] = back ? [deed.after, deed.before] : [deed.before, deed.after];
  if (readingOf(store.db, issue) !== here.reading) return null;
  const stored = loadIssue(store, issue);
  invariant(stored, 'a page that was split anew is there');
  const now = standingsBut(store.db, issue, entry);
  // What was taken back or done again since would be the other way round.
  const turned = now.find((standing) => here.standings.some((was) => was.entry === standing.entry && (was.state !== standing.state || was.by !== standing.by)));
  const recorded = recordedOn(store.db, issue).filter((each) => !here.standings.some((was) => was.entry === each.entry));
  const { source } = stored.issue;
  const later = rebase({ source, ...(to.tree ?? treeOfReading(store.db, to.reading)) }, source.length, recorded);
  const [approved] = changedApprovals(stored.issue, later.issue);
  const by = turned?.by ?? later.unplaced[0]?.entry ?? (approved ? (approvalOf(recorded, approved.id) ?? now.at(-1)?.entry ?? null) : null);
  return { change: { to, later }, by };
}

/** Takes a page there as `by` on behalf of an entry. Returns the place of what was done. */
export function switchReading(tx: Tx, by: EntryId, { issue, entry }: OfIssue, { to, later }: Switch): number {
  const before = pointOf(tx.db, issue, entry);
  setReading(tx, issue, to.reading, to.tree || later.placed.length > 0 ? writeTree(later.issue).bytes : null);
  tx.checkLedger(later.issue);
  const places = new Map([...to.standings, ...later.placed].flatMap((each) => standingsOf(tx.db, each.entry).filter((one) => one.issue === issue).map((standing) => [each.entry, standing] as const)));
  for (const stood of to.standings) setStanding(tx, { ...stood, issue, place: places.get(stood.entry)!.place });
  for (const { entry: each, edits, inverse, settled } of later.placed) {
    addEffect(tx, { entry: by, standsFor: each, issue, deed: { kind: 'edits', edits, inverse, ...(settled.length > 0 && { settled }) } });
    keepValues(tx, places.get(each)!, by);
    setStanding(tx, { issue, entry: each, state: 'live', by, deeds: by, place: places.get(each)!.place });
  }
  // Pins are of the file's newest version, not of this moment.
  tx.db.run('DELETE FROM unplaced WHERE issue = ? AND problem <> ?', issue, APPROVED);
  for (const row of to.unplaced) if (row.problem !== APPROVED) addUnplaced(tx, issue, row);
  return addEffect(tx, { entry: by, standsFor: entry, issue, deed: { kind: 'reading', before, after: pointOf(tx.db, issue, entry) } });
}
