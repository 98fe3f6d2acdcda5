import type { AppError } from '#contract/app-error.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { AnchoredEdit } from '#core/edits/rebase/anchor.ts';
import { rebase } from '#core/edits/rebase/rebase.ts';
import type { Settled } from '#core/edits/rebase/rebase.ts';
import { dependentsOf, takeOut } from '#core/edits/take-out.ts';
import type { Done } from '#core/edits/take-out.ts';
import type { Issue } from '#core/model/issue.ts';
import { invariant } from '#util/invariant.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { Ahead } from './ahead.ts';
import type { Asker } from './ahead.ts';
import { isField, packDeed, recordedEdits } from './deed.ts';
import type { Deed, FieldDeed, PackedDeed } from './deed.ts';
import { doneSince } from './done.ts';
import { canTurn } from './edit-issue.ts';
import { loadIssue, makeEdits, saveTree } from './issues.ts';
import type { Made, StoredIssue } from './issues.ts';
import { PROJECT, addEffect, addEntry, answered, changesTrees, effectsOf, lastPlace, lastStanding, remember, setStanding, standingOn, standingsOf } from './journal.ts';
import type { Standing } from './journal.ts';
import { onTopOfNow, recordDeed } from './put-deed.ts';
import { editorOf } from './settings.ts';
import { proveLedger, write } from './store.ts';
import { planSwitch, switchReading } from './switch-reading.ts';
import type { Switch } from './switch-reading.ts';
import type { Store, Tx } from './store.ts';
import { takenBackOf, withTakenBack } from './taken-back.ts';
import { treePrint, writeTree } from './tree-codec.ts';
import { unpin } from './unplaced.ts';

/** What undo and redo answer, without the tree. `version` is 0 for the project as a whole. */
export type Turned = {
  readonly entry: EntryId;
  readonly version: number;
  readonly savedAt: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly label: string; // of the entry that was taken back or done again
  readonly of: EntryId; // that entry
};

type Request = { readonly once: string; readonly issue: IssueId | null };

/** The entry to be taken back: the one asked for, if it stands anywhere; else the last live one. */
function toBeUndone(db: Database, issue: IssueId | null, entry: EntryId | undefined): EntryId | undefined {
  if (entry === undefined) return lastStanding(db, issue ?? PROJECT, 'live')?.entry;
  return liveOrDisplaced(db, entry).length > 0 ? entry : undefined;
}

/** Takes back an entry, if none is named the last live one that touched an issue, or (`null`) the project as a whole. All of the entry, or it says what stands in the way. */
export async function undo(store: Store, { once, issue, entry: wanted }: Request & { readonly entry?: EntryId | undefined }, asker: Asker | null = null): Promise<Result<Turned, AppError>> {
  const asked = toBeUndone(store.db, issue, wanted);
  const ahead = new Ahead(store, (standing: Standing) => planBack(store, standing), { texts: () => asked !== undefined && changesTrees(store.db, asked) });
  if (asked !== undefined && mayTurn(store, once) && !(await ahead.prepare(liveOrDisplaced(store.db, asked), asker))) return fail({ code: 'cancelled' });
  return turn(store, once, issue, (tx) => {
    const last = toBeUndone(tx.db, issue, wanted);
    if (last === undefined) return fail({ code: 'nothing-to-undo' });
    const planOf = last === asked ? ahead.taking() : (standing: Standing) => planBack(store, standing);
    const planned = projectLast(liveOrDisplaced(tx.db, last)).map((standing) => ({ standing, plan: planOf(standing) }));
    for (const { plan: { by } } of planned) if (by !== null) return fail({ code: 'undo-stands-in-the-way', entry: last, by });
    const entry = addEntry(tx, { who: editorOf(store), origin: 'person', label: 'undo', undoes: last });
    for (const { standing, plan } of planned) takeBack(tx, entry, standing, plan);
    // Places of it that were taken back one by one went with it; they keep their place, so that redo comes to them after it.
    for (const along of takenBackOf(tx.db, last)) for (const standing of standingsOf(tx.db, along)) if (standing.state === 'live') setStanding(tx, { ...standing, state: 'undone', by: entry });
    return ok({ entry, of: last });
  });
}

/** Does the entry again that was taken back last. */
export async function redo(store: Store, { once, issue }: Request, asker: Asker | null = null): Promise<Result<Turned, AppError>> {
  const asked = lastStanding(store.db, issue ?? PROJECT, 'undone')?.entry;
  const ahead = new Ahead(store, (standing: Standing) => planAgain(store, standing), { texts: () => asked !== undefined && changesTrees(store.db, asked) });
  if (asked !== undefined && mayTurn(store, once) && !(await ahead.prepare(undone(store.db, asked), asker))) return fail({ code: 'cancelled' });
  return turn(store, once, issue, (tx) => {
    const last = lastStanding(tx.db, issue ?? PROJECT, 'undone');
    if (!last) return fail({ code: 'nothing-to-redo' });
    const planOf = last.entry === asked ? ahead.taking() : (standing: Standing) => planAgain(store, standing);
    const entry = addEntry(tx, { who: editorOf(store), origin: 'person', label: 'redo', redoes: last.entry });
    for (const standing of projectLast(undone(tx.db, last.entry))) {
      const plan = planOf(standing);
      if (!plan.ok) return plan;
      doAgain(tx, entry, standing, plan.value);
    }
    return ok({ entry, of: last.entry });
  });
}

const mayTurn = (store: Store, once: string) => !store.readOnly && answered(store.db, once) === undefined;
const liveOrDisplaced = (db: Database, entry: EntryId) => standingsOf(db, entry).filter(({ state }) => state !== 'undone');
const undone = (db: Database, entry: EntryId) => standingsOf(db, entry).filter(({ state }) => state === 'undone');

type Turn = { readonly entry: EntryId; readonly of: EntryId };

function turn(store: Store, once: string, issue: IssueId | null, body: (tx: Tx) => Result<Turn, AppError>): Result<Turned, AppError> {
  const before = answered(store.db, once);
  if (before !== undefined) return ok(before as Turned);
  return write(store, (tx) => {
    const result = body(tx);
    if (!result.ok) return result;
    const { label } = tx.db.get<{ label: string }>('SELECT label FROM entry WHERE id = ?', result.value.of)!;
    const version = issue === null ? 0 : tx.db.get<{ version: number }>('SELECT version FROM issue WHERE id = ?', issue)!.version;
    const turned: Turned = { entry: result.value.entry, version, savedAt: tx.at, label, of: result.value.of, ...canTurn(tx.db, issue ?? PROJECT) };
    remember(tx, once, turned.entry, turned);
    return ok(turned);
  });
}

/**
 * Whether a page is after an undo (or redo) as a window that made the entry `expect` shows it: it was that entry, and the tree is the one
 * from before it (or after it).
 */
export function isAsExpected(db: Database, issue: IssueId, { entry, of }: Turned, expect: EntryId, back: boolean): boolean {
  if (of !== expect) return false;
  const first = effectsOf(db, of, of, issue).filter(({ after }) => after !== null);
  const now = effectsOf(db, entry, of, issue).filter(({ after }) => after !== null);
  return now.at(-1)?.after === (back ? first[0]?.before : first.at(-1)?.after);
}

/** A tree with its deed, ready to be written down. */
type Written = { readonly version: number; readonly deed: PackedDeed; readonly bytes: Uint8Array; readonly before: string; readonly after: string };
/** What an entry did to one issue, to be taken back or done again: the tree, if it is of one, the values, and the reading if the page was split anew. */
type Plan = { readonly tree: Written | null; readonly values: readonly FieldDeed[]; readonly change: Switch | null };

/** How an entry is taken back from an issue, or (`by`) the entry because of which it cannot be. */
function planBack(store: Store, standing: Standing): Plan & { readonly by: EntryId | null } {
  const own = effectsOf(store.db, standing.deeds, standing.entry, standing.issue).map(({ deed }) => deed);
  const effects = own.toReversed();
  const split = effects.find((deed) => deed.kind === 'reading');
  if (split) {
    const back = planSwitch(store, standing, split, true);
    return { by: back?.by ?? null, tree: null, values: [], change: back?.change ?? null };
  }
  if (standing.state !== 'live') return { ...NOTHING, values: effects.flatMap((deed) => (isField(deed) ? [reversed(deed)] : [])) };
  const { stored, done } = doneWith(store, standing, own);
  const out = takeOut(stored?.issue ?? NO_ISSUE, done);
  if (!out.ok) return { ...NOTHING, by: out.error.at(-1)! };
  const values = effects.flatMap((deed) => (isField(deed) ? [reversed(deed)] : []));
  if (!stored) return { ...NOTHING, values };
  const { edits, issue } = out.value;
  const { bytes, print } = writeTree(issue);
  return { ...NOTHING, tree: written(store, stored, { issue, bytes, before: treePrint(stored.issue), after: print }, { kind: 'back', edits }), values };
}

/** What an entry did and what was done since, with the issue where there are edits to be taken out of it: where only values were set, no tree is needed. */
function doneWith(store: Store, standing: Standing, effects?: readonly Deed[]): { readonly stored: StoredIssue | null; readonly done: readonly Done[] } {
  const done = withTakenBack(store.db, doneSince(store.db, standing, effects));
  if (done[0]!.edits.length === 0) return { stored: null, done: done.map((each) => ({ ...each, edits: [], inverse: [] })) };
  const stored = loadIssue(store, standing.issue);
  invariant(stored, 'an edit was of an issue that is there');
  return { stored, done };
}

const NOTHING = { by: null, tree: null, values: [], change: null } as const;
const NO_ISSUE: Issue = { source: '', articles: [], aside: [] };

const PAGES_WEIGHED = 60; // on how many pages it is looked whether later entries depend on one: it is asked while someone goes through the history

/**
 * The entries that have to be taken back before another can be, in the order in which they can. Of splitting anew, the one that is in the way. Of an act on very many pages
 * those on the first `most` on which something was done since: taking it back weighs them all, and says what is in the way.
 */
export function dependents(store: Store, entry: EntryId, most = PAGES_WEIGHED): readonly EntryId[] {
  const wentOn = ({ state, issue, place }: Standing) => state === 'live' && standingOn(store.db, issue, ['live'], place).length > 0;
  const weighed: Standing[] = [];
  for (const standing of liveOrDisplaced(store.db, entry)) {
    if (weighed.length === most) break;
    if (wentOn(standing)) weighed.push(standing);
  }
  const found = weighed.flatMap((standing) => {
    const split = effectsOf(store.db, standing.deeds, entry, standing.issue).some(({ deed }) => deed.kind === 'reading');
    if (split) {
      const { by } = planBack(store, standing);
      return by === null ? [] : [by];
    }
    const { stored, done } = doneWith(store, standing);
    return dependentsOf(stored?.issue ?? NO_ISSUE, done);
  });
  return [...new Set(found)];
}

function written(store: Store, { version }: StoredIssue, { issue, bytes, before, after }: Omit<Made, 'edits' | 'inverse'>, deed: Deed): Written {
  proveLedger(store, issue);
  return { version, deed: packDeed(deed), bytes, before, after };
}

/** Writes a tree down as what `by` did on behalf of an entry. Returns its place. */
function putTree(tx: Tx, by: EntryId, { issue, entry }: Standing, { version, deed, bytes, before, after }: Written): number {
  const place = addEffect(tx, { entry: by, standsFor: entry, issue, deed, before, after });
  saveTree(tx, issue, version, bytes);
  return place;
}

function takeBack(tx: Tx, by: EntryId, standing: Standing, { tree, values, change }: Plan): void {
  const { issue, entry, deeds } = standing;
  let place = tree ? putTree(tx, by, standing, tree) : change ? switchReading(tx, by, standing, change) : 0;
  for (const deed of values) place = recordDeed(tx, { entry: by, standsFor: entry, issue }, deed);
  unpin(tx, issue, entry);
  setStanding(tx, { issue, entry, state: 'undone', by, deeds, place: place || lastPlace(tx.db) });
}

/** How an entry is done to an issue again, or what stands in the way. */
function planAgain(store: Store, standing: Standing): Result<Plan, AppError> {
  const { issue, entry } = standing;
  const effects = effectsOf(store.db, standing.deeds, entry, issue).map(({ deed }) => deed);
  const values = effects.filter(isField);
  const inTheWayNow: AppError = { code: 'undo-stands-in-the-way', entry, by: lastStanding(store.db, issue, 'live')?.entry ?? null };
  const split = effects.find((deed) => deed.kind === 'reading');
  if (split) {
    const again = planSwitch(store, standing, split, false);
    return again && again.by !== null ? fail({ ...inTheWayNow, by: again.by }) : ok({ tree: null, values, change: again?.change ?? null });
  }
  if (!effects.some(({ kind }) => kind === 'edits')) return ok({ tree: null, values, change: null });
  const plain = effects.every((deed) => deed.kind !== 'edits' || deed.settled === undefined);
  const stored = loadIssue(store, issue);
  invariant(stored, 'an edit was of an issue that is there');
  const anchored = withoutFirstTouch(stored.issue, effects.flatMap(recordedEdits));
  let edits: readonly Edit[] = anchored.map(({ edit }) => edit);
  let settled: readonly Settled[] = [];
  if (!plain || effectsOf(store.db, standing.by, entry, issue).at(-1)?.after !== treePrint(stored.issue)) {
    // Something was done since it was taken back: the edits find their places by their anchors, or stay undone.
    const rebased = rebase(stored.issue, stored.issue.source.length, [{ entry, edits: anchored }]);
    if (rebased.unplaced.length > 0) return fail(inTheWayNow);
    edits = rebased.placed.flatMap((placed) => placed.edits.map(({ edit }) => edit));
    settled = rebased.placed.flatMap((placed) => placed.settled);
  }
  const made = makeEdits(stored.issue, edits);
  if (!made.ok) return fail(inTheWayNow);
  const deed: Deed = { kind: 'edits', edits: made.value.edits, inverse: made.value.inverse, ...(settled.length > 0 && { settled }) };
  return ok({ tree: written(store, stored, made.value, deed), values, change: null });
}

/** An act done again takes no article into work that is in work, or approved, by now. */
function withoutFirstTouch({ articles }: Issue, recorded: readonly AnchoredEdit[]): readonly AnchoredEdit[] {
  if (recorded.every(({ edit }) => edit.kind === 'setStatus')) return recorded; // the status was what it was about
  const touched = new Set(articles.filter(({ status }) => status !== 'new').map(({ id }) => id));
  return recorded.filter(({ edit }) => edit.kind !== 'setStatus' || edit.status !== 'in-work' || !touched.has(edit.article));
}

function doAgain(tx: Tx, by: EntryId, standing: Standing, { tree, values, change }: Plan): void {
  const { issue, entry } = standing;
  let place = tree ? putTree(tx, by, standing, tree) : change ? switchReading(tx, by, standing, change) : 0;
  for (const deed of values) place = recordDeed(tx, { entry: by, standsFor: entry, issue }, onTopOfNow(tx.store, issue, deed));
  setStanding(tx, { issue, entry, state: 'live', by, deeds: by, place: place || lastPlace(tx.db) });
}

/** The deed that takes a setting of values back. */
function reversed(deed: FieldDeed): FieldDeed {
  return { ...deed, before: deed.after, after: deed.before } as FieldDeed; // the same kind: its before and after have one type
}

/** A group's place among what was done to the project is that of its last effect on an issue. */
const projectLast = (standings: readonly Standing[]) => standings.toSorted((a, b) => Number(a.issue === PROJECT) - Number(b.issue === PROJECT));
