import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { invariant } from '#util/invariant.ts';
import { unpack } from '../db/pack.ts';
import type { Database } from '../db/database.ts';
import { packDeed } from './deed.ts';
import type { Deed, PackedDeed, State } from './deed.ts';
import type { Tx } from './store.ts';

/** Issue 0 in `standing`: the project as a whole. No issue has this id. */
export const PROJECT = 0;

export type NewEntry = {
  readonly who: string;
  readonly origin: 'person' | 'rule' | 'parser';
  readonly label: string;
  readonly run?: string;
  readonly undoes?: EntryId;
  readonly redoes?: EntryId;
};

/** Begins an entry of the journal; what it does follows as effects. */
export function addEntry(tx: Tx, { who, origin, label, run, undoes, redoes }: NewEntry): EntryId {
  const { id } = tx.db.run(
    'INSERT INTO entry (at, who, origin, label, run, undoes, redoes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    tx.at, who, origin, label, run ?? null, undoes ?? null, redoes ?? null,
  );
  tx.decided(id);
  return id;
}

export type NewEffect = {
  readonly entry: EntryId;
  readonly standsFor: EntryId;
  readonly issue: IssueId | null;
  readonly deed: Deed | PackedDeed;
  readonly before?: string;
  readonly after?: string;
};

/** Writes down one thing an entry did. Returns the effect's place in the order of all effects. */
export function addEffect(tx: Tx, { entry, standsFor, issue, deed, before, after }: NewEffect): number {
  tx.decided(entry);
  const { packed, edits } = 'packed' in deed ? deed : packDeed(deed);
  return tx.db.run(
    'INSERT INTO effect (entry, stands_for, issue, at, deed, edits, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    entry, standsFor, issue, tx.at, packed, edits, before ?? null, after ?? null,
  ).id;
}

/** `by`: the entry that brought it about. `deeds`: the entry whose effects are in force, or were before they were taken back. */
export type Standing = { readonly issue: IssueId; readonly entry: EntryId; readonly state: State; readonly by: EntryId; readonly deeds: EntryId; readonly place: number };

/** Says where an entry stands on an issue from now on. */
export function setStanding(tx: Tx, { issue, entry, state, by, deeds, place }: Standing): void {
  if (tx.store.careful && issue !== PROJECT) invariant(tx.db.get('SELECT 1 FROM effect WHERE entry = ? AND issue = ?', entry, issue), 'an entry stands where it did something');
  tx.db.run(
    `INSERT INTO standing (issue, entry, state, by, deeds, place) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (issue, entry) DO UPDATE SET state = excluded.state, by = excluded.by, deeds = excluded.deeds, place = excluded.place`,
    issue, entry, state, by, deeds, place,
  );
}

/** The entry in a state on an issue that came to be so last. */
export function lastStanding(db: Database, issue: IssueId, state: State): Standing | undefined {
  // The state is written out: what is bound finds no index of one state.
  return db.get(`SELECT issue, entry, state, by, deeds, place FROM standing WHERE issue = ? AND state = '${state}' ORDER BY place DESC LIMIT 1`, issue);
}

/** SQL that gives `what` of where an entry stands in a state, one row a thing it did: on the issues it did them to, and on the project as a whole. Both are expressions. */
export const standingIn = (what: string, entry: string, state: string): string => `SELECT ${what} FROM standing WHERE standing.issue = ${PROJECT} AND standing.entry = ${entry} AND standing.state = ${state}
  UNION ALL SELECT ${what} FROM effect CROSS JOIN standing ON standing.issue = effect.issue AND standing.entry = effect.entry WHERE effect.entry = ${entry} AND standing.state = ${state}`;

const TOUCHED = `(SELECT ${PROJECT} UNION SELECT issue FROM effect WHERE entry = ?1 AND issue IS NOT NULL)`;

/** Where an entry stands on each issue it touched. */
export function standingsOf(db: Database, entry: EntryId): readonly Standing[] {
  return db.all(`SELECT issue, entry, state, by, deeds, place FROM standing WHERE issue IN ${TOUCHED} AND entry = ?1 ORDER BY issue`, entry);
}

/** Entries on an issue whose effects are in force, or found no place, oldest first; `after` a place, if given. */
export function standingOn(db: Database, issue: IssueId, states: readonly State[], after = -1): readonly Standing[] {
  const rows = db.all<Standing>('SELECT issue, entry, state, by, deeds, place FROM standing WHERE issue = ? AND place > ? ORDER BY place', issue, after);
  return rows.filter(({ state }) => states.includes(state));
}

export type Effect = { readonly deed: Deed; readonly before: string | null; readonly after: string | null };

/** What entry `by` did to an issue on behalf of `standsFor`, in order. Issue 0: what it did to the project as a whole. */
export function effectsOf(db: Database, by: EntryId, standsFor: EntryId, issue: IssueId): readonly Effect[] {
  const rows = db.all<{ deed: Uint8Array; before: string | null; after: string | null }>(
    'SELECT deed, before, after FROM effect WHERE entry = ? AND stands_for = ? AND issue IS ? ORDER BY id',
    by, standsFor, issue === PROJECT ? null : issue,
  );
  return rows.map(({ deed, before, after }) => ({ deed: unpack<Deed>(deed), before, after }));
}

/** Whether an entry changed trees, as far as the first thing it did tells: a field of many, such as their topics, is set without their texts. */
export function changesTrees(db: Database, entry: EntryId): boolean {
  return db.get<{ tree: number }>('SELECT before IS NOT NULL AS tree FROM effect WHERE entry = ? ORDER BY id LIMIT 1', entry)?.tree === 1;
}

/** The entries in force on an issue after a place, oldest first, each with what it did there. One question, however many they are. */
export function deedsSince(db: Database, issue: IssueId, place: number): readonly { readonly entry: EntryId; readonly deeds: readonly Deed[] }[] {
  const rows = db.all<{ entry: EntryId; deed: Uint8Array }>(
    `SELECT standing.entry, effect.deed FROM standing CROSS JOIN effect ON effect.entry = standing.deeds AND effect.issue IS ?3 AND effect.stands_for = standing.entry
     WHERE standing.issue = ?1 AND standing.place > ?2 AND standing.state = 'live' ORDER BY standing.place, effect.id`,
    issue, place, issue === PROJECT ? null : issue,
  );
  const found: { readonly entry: EntryId; readonly deeds: Deed[] }[] = [];
  for (const { entry, deed } of rows) {
    const at = found.at(-1);
    if (at?.entry === entry) at.deeds.push(unpack<Deed>(deed));
    else found.push({ entry, deeds: [unpack<Deed>(deed)] });
  }
  return found;
}

/** The last entry that touched an issue at all, undone or not, undo or not. */
export function newestOn(db: Database, issue: IssueId): EntryId | null {
  return db.get<{ entry: EntryId | null }>('SELECT max(entry) AS entry FROM effect WHERE issue = ?', issue)?.entry ?? null;
}

/** The place of the last effect there is. */
export function lastPlace(db: Database): number {
  return db.get<{ id: number | null }>('SELECT max(id) AS id FROM effect')?.id ?? 0;
}

/** The last entry of the journal and when it was last added to; entry 0 when nothing was ever decided. */
export function headOf(db: Database): { readonly head: EntryId; readonly savedAt: string | null } {
  const entry = db.get<{ id: EntryId; at: string }>('SELECT id, at FROM entry ORDER BY id DESC LIMIT 1');
  const effect = db.get<{ at: string; entry: EntryId }>('SELECT at, entry FROM effect ORDER BY id DESC LIMIT 1');
  if (!entry) return { head: 0, savedAt: null };
  const added = effect !== undefined && (effect.entry === entry.id || effect.at > entry.at); // to the last entry by whatever clock, else only if it says later
  return { head: entry.id, savedAt: added ? effect.at : entry.at };
}

/** What a call with this key was answered when it was made; undefined if it never was. */
export function answered(db: Database, once: string): unknown {
  const row = db.get<{ reply: string }>('SELECT reply FROM done WHERE once = ?', once);
  return row && JSON.parse(row.reply);
}

/** Remembers the answer to a call; `entry` null when there was nothing to decide. Returns false, and remembers nothing, where a call with this key was answered before. */
export function remember(tx: Tx, once: string, entry: EntryId | null, reply: unknown): boolean {
  return tx.db.run('INSERT INTO done (once, entry, reply) VALUES (?, ?, ?) ON CONFLICT (once) DO NOTHING', once, entry, JSON.stringify(reply)).changes > 0;
}
