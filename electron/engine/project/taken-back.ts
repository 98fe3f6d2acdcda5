import type { EntryId } from '#contract/schemas/library.ts';
import type { Done } from '#core/edits/take-out.ts';
import type { Database } from '../db/database.ts';

/** What an entry is called that takes one place of a mass change back. Its run names the change. */
export const TAKE_BACK_PLACE = 'take-back-place';

/** What an entry is called that takes all places back that others mended. Its run is theirs, where they have one: a rule's; else it names the entry that mended them, as above. */
export const TAKE_BACK_ALL = 'take-back-all';

export const runOf = (entry: EntryId): string => `of:${entry}`;

/** The entries that took single places of an entry back, oldest first. */
export function takenBackOf(db: Database, entry: EntryId): readonly EntryId[] {
  return db.all<{ id: EntryId }>(`SELECT id FROM entry WHERE label = '${TAKE_BACK_PLACE}' AND run = ? ORDER BY id`, runOf(entry)).map(({ id }) => id);
}

/** An entry with the places of it that were taken back since, as one: they go with it. */
export function withTakenBack(db: Database, [own, ...later]: readonly Done[]): readonly Done[] {
  if (!own || later.length === 0) return own ? [own] : [];
  const along = new Set(takenBackOf(db, own.entry));
  const backs = later.filter(({ entry }) => along.has(entry));
  if (backs.length === 0) return [own, ...later];
  const one: Done = {
    ...own,
    edits: [...own.edits, ...backs.flatMap(({ edits }) => edits)],
    inverse: [...backs.toReversed().flatMap(({ inverse }) => inverse), ...own.inverse],
  };
  return [one, ...later.filter(({ entry }) => !along.has(entry))];
}
