import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { isField } from './deed.ts';
import { addEffect, effectsOf, setStanding, standingsOf } from './journal.ts';
import type { Standing } from './journal.ts';
import { setReading } from './readings.ts';
import type { Replayed } from './replay.ts';
import type { Tx } from './store.ts';
import { writeTree } from './tree-codec.ts';
import { addUnplaced, dropUnplaced } from './unplaced.ts';

/**
 * Makes a reading the issue's own, with what people did as it was replayed on it. `entryFor` gives the entry of the journal that does so; it is asked for
 * only where there was something to replay.
 */
export function takeUp(tx: Tx, id: IssueId, reading: number, replayed: Replayed, entryFor: () => EntryId): void {
  const edited = replayed.recorded.length > 0;
  setReading(tx, id, reading, edited ? writeTree(replayed.issue).bytes : null);
  tx.checkLedger(replayed.issue);
  dropUnplaced(tx, id, null);
  if (!edited) return;
  const by = entryFor();
  const places = new Map(standingsHere(tx, id, replayed));
  for (const { entry, edits, inverse, settled } of replayed.placed) {
    const unplaced = replayed.unplaced.some((each) => each.entry === entry);
    addEffect(tx, { entry: by, standsFor: entry, issue: id, deed: { kind: 'edits', edits, inverse, ...(settled.length > 0 && { settled }) } });
    const state = edits.length === 0 && unplaced ? 'displaced' : 'live';
    keepValues(tx, places.get(entry)!, by);
    setStanding(tx, { issue: id, entry, state, by, deeds: by, place: places.get(entry)!.place }); // in the order in which people did it
  }
  for (const each of replayed.unplaced) addUnplaced(tx, id, each);
}

function standingsHere(tx: Tx, issue: IssueId, { recorded }: Replayed): readonly (readonly [EntryId, Standing])[] {
  return recorded.flatMap(({ entry }) => standingsOf(tx.db, entry).filter((each) => each.issue === issue).map((standing) => [entry, standing] as const));
}

/** The values that an entry set beside its edits stay its own where `by` does the edits again: they are taken back with them. */
export function keepValues(tx: Tx, { issue, entry, deeds }: Standing, by: EntryId): void {
  for (const { deed } of effectsOf(tx.db, deeds, entry, issue)) if (isField(deed)) addEffect(tx, { entry: by, standsFor: entry, issue, deed });
}
