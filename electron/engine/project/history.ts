import type { AppError } from '#contract/app-error.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import { rebase } from '#core/edits/rebase/rebase.ts';
import { invariant } from '#util/invariant.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { commutes } from './commute.ts';
import type { FieldDeed } from './deed.ts';
import { canTurn } from './edit-issue.ts';
import { loadIssue, makeEdits, saveTree } from './issues.ts';
import { PROJECT, addEffect, addEntry, answered, effectsOf, lastPlace, lastStanding, remember, setStanding, standingOn, standingsOf } from './journal.ts';
import type { Standing } from './journal.ts';
import { onTopOfNow, recordDeed } from './put-deed.ts';
import { editorOf } from './settings.ts';
import { write } from './store.ts';
import type { Store, Tx } from './store.ts';
import { treePrint } from './tree-codec.ts';
import { dropUnplaced } from './unplaced.ts';

/** What undo and redo answer, without the tree. `version` is 0 for the project as a whole. */
export type Turned = {
  readonly entry: EntryId;
  readonly version: number;
  readonly savedAt: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly label: string; // of the entry that was taken back or done again
};

type Request = { readonly once: string; readonly issue: IssueId | null };

/** Takes back the last live entry that touched an issue, or (`null`) the project as a whole. All of the entry, or it says what stands in the way. */
export function undo(store: Store, { once, issue }: Request): Result<Turned, AppError> {
  return turn(store, once, issue, (tx) => {
    const last = lastStanding(tx.db, issue ?? PROJECT, 'live');
    if (!last) return fail({ code: 'nothing-to-undo' });
    const standings = standingsOf(tx.db, last.entry).filter(({ state }) => state !== 'undone');
    for (const standing of standings) {
      const by = inTheWay(tx.db, standing);
      if (by !== null) return fail({ code: 'undo-stands-in-the-way', entry: last.entry, by });
    }
    const entry = addEntry(tx, { who: editorOf(store), origin: 'person', label: 'undo', undoes: last.entry });
    for (const standing of projectLast(standings)) takeBack(tx, entry, standing);
    return ok({ entry, of: last.entry });
  });
}

/** Does the entry again that was taken back last. */
export function redo(store: Store, { once, issue }: Request): Result<Turned, AppError> {
  return turn(store, once, issue, (tx) => {
    const last = lastStanding(tx.db, issue ?? PROJECT, 'undone');
    if (!last) return fail({ code: 'nothing-to-redo' });
    const entry = addEntry(tx, { who: editorOf(store), origin: 'person', label: 'redo', redoes: last.entry });
    for (const standing of projectLast(standingsOf(tx.db, last.entry))) {
      if (standing.state !== 'undone') continue;
      const done = doAgain(tx, entry, standing);
      if (!done.ok) return done;
    }
    return ok({ entry, of: last.entry });
  });
}

type Turn = { readonly entry: EntryId; readonly of: EntryId };

function turn(store: Store, once: string, issue: IssueId | null, body: (tx: Tx) => Result<Turn, AppError>): Result<Turned, AppError> {
  const before = answered(store.db, once);
  if (before !== undefined) return ok(before as Turned);
  return write(store, (tx) => {
    const result = body(tx);
    if (!result.ok) return result;
    const { label } = tx.db.get<{ label: string }>('SELECT label FROM entry WHERE id = ?', result.value.of)!;
    const version = issue === null ? 0 : tx.db.get<{ version: number }>('SELECT version FROM issue WHERE id = ?', issue)!.version;
    const turned: Turned = { entry: result.value.entry, version, savedAt: tx.at, label, ...canTurn(tx.db, issue ?? PROJECT) };
    remember(tx, once, turned.entry, turned);
    return ok(turned);
  });
}

/** The entry because of which another cannot be taken back from an issue, or null. */
function inTheWay(db: Database, { issue, entry, state, deeds, place }: Standing): EntryId | null {
  if (issue === PROJECT || state !== 'live') return null; // every deed of the project as a whole is the last of its kind when it is taken back
  const own = effectsOf(db, deeds, entry, issue).map(({ deed }) => deed);
  for (const later of standingOn(db, issue, ['live'], place)) {
    const deedsLater = effectsOf(db, later.deeds, later.entry, issue).map(({ deed }) => deed);
    if (!own.every((deed) => commutes(deed, deedsLater))) return later.entry;
  }
  return null;
}

function takeBack(tx: Tx, by: EntryId, { issue, entry, deeds }: Standing): void {
  const effects = effectsOf(tx.db, deeds, entry, issue).map(({ deed }) => deed).toReversed();
  const edits = effects.flatMap((deed) => (deed.kind === 'edits' ? deed.inverse : []));
  let place = 0;
  if (effects.some(({ kind }) => kind === 'edits')) {
    const stored = loadIssue(tx.store, issue);
    invariant(stored, 'an edit was of an issue that is there');
    const made = makeEdits(stored.issue, edits);
    invariant(made.ok, 'what takes an entry back applies');
    const { bytes, before, after } = made.value;
    place = addEffect(tx, { entry: by, standsFor: entry, issue, deed: { kind: 'back', edits }, before, after });
    saveTree(tx, issue, stored.version, bytes);
    tx.checkLedger(made.value.issue);
  }
  for (const deed of effects) {
    if (deed.kind === 'edits' || deed.kind === 'back') continue;
    place = recordDeed(tx, { entry: by, standsFor: entry, issue }, reversed(deed));
  }
  if (issue !== PROJECT) dropUnplaced(tx, issue, entry);
  setStanding(tx, { issue, entry, state: 'undone', by, deeds, place: place || lastPlace(tx.db) });
}

function doAgain(tx: Tx, by: EntryId, standing: Standing): Result<null, AppError> {
  const { issue, entry } = standing;
  const effects = effectsOf(tx.db, standing.deeds, entry, issue).map(({ deed }) => deed);
  const anchored = effects.flatMap((deed) => (deed.kind === 'edits' ? deed.edits : []));
  let place = 0;
  if (effects.some(({ kind }) => kind === 'edits')) {
    const stored = loadIssue(tx.store, issue);
    invariant(stored, 'an edit was of an issue that is there');
    const inTheWayNow: AppError = { code: 'undo-stands-in-the-way', entry, by: lastStanding(tx.db, issue, 'live')?.entry ?? null };
    let edits: readonly Edit[] = anchored.map(({ edit }) => edit);
    if (effectsOf(tx.db, standing.by, entry, issue).at(-1)?.after !== treePrint(stored.issue)) {
      // Something was done since it was taken back: the edits find their places by their anchors, or stay undone.
      const rebased = rebase(stored.issue, stored.issue.source.length, [{ entry, edits: anchored }]);
      if (rebased.unplaced.length > 0) return fail(inTheWayNow);
      edits = rebased.placed.flatMap((placed) => placed.edits.map(({ edit }) => edit));
    }
    const made = makeEdits(stored.issue, edits);
    if (!made.ok) return fail(inTheWayNow);
    const { bytes, inverse, before, after } = made.value;
    place = addEffect(tx, { entry: by, standsFor: entry, issue, deed: { kind: 'edits', edits: made.value.edits, inverse }, before, after });
    saveTree(tx, issue, stored.version, bytes);
    tx.checkLedger(made.value.issue);
  }
  for (const deed of effects) {
    if (deed.kind === 'edits' || deed.kind === 'back') continue;
    place = recordDeed(tx, { entry: by, standsFor: entry, issue }, onTopOfNow(tx.db, issue, deed));
  }
  setStanding(tx, { issue, entry, state: 'live', by, deeds: by, place: place || lastPlace(tx.db) });
  return ok(null);
}

/** The deed that takes a setting of values back. */
function reversed(deed: FieldDeed): FieldDeed {
  return { ...deed, before: deed.after, after: deed.before } as FieldDeed; // the same kind: its before and after have one type
}

/** A group's place among what was done to the project is that of its last effect on an issue. */
const projectLast = (standings: readonly Standing[]) => standings.toSorted((a, b) => Number(a.issue === PROJECT) - Number(b.issue === PROJECT));
