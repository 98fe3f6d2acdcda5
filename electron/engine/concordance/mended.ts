import type { AppError } from '#contract/app-error.ts';
import type { MendedPlaceRow, Mender } from '#contract/schemas/concordance.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { passageText } from '#core/checks/passage-text.ts';
import { placeKey } from '#core/mend/places.ts';
import { mendedPlaces, stateOf, takePlaceBack } from '#core/mend/take-back.ts';
import type { MendedPlace } from '#core/mend/take-back.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { ArticleRole } from '#core/model/role.ts';
import type { Settlement } from '#core/model/settlement.ts';
import { fail } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { unpack } from '../db/pack.ts';
import { paced } from '../paced.ts';
import { editPages } from '../project/edit-pages.ts';
import type { Deed } from '../project/deed.ts';
import { loadIssue } from '../project/issues.ts';
import { standingsOf } from '../project/journal.ts';
import type { Store } from '../project/store.ts';
import { TAKE_BACK_PLACE, runOf } from '../project/taken-back.ts';
import { pagesOfRule } from '../rules/rules.ts';
import { dismissal, ruleFinding } from './dismissed.ts';
import { around, firstAfter, headOf } from './place-rows.ts';

type MendedPage = { readonly entry: EntryId; readonly issue: IssueId };

/** The pages that an entry or a rule mended places on, the newest entry's first, each entry's in the order of the journal; and up to which place each of them goes. */
export type MendedPages = { readonly pages: readonly MendedPage[]; readonly ends: Float64Array };

/** The places an entry mended on a page, as the journal has them. */
export function placesOn(store: Store, entry: EntryId, issue: IssueId): readonly MendedPlace[] {
  const rows = store.db.all<{ deed: Uint8Array }>('SELECT deed FROM effect WHERE entry = ? AND stands_for = entry AND issue = ? ORDER BY id', entry, issue);
  return rows.flatMap(({ deed }) => placesOfDeed(unpack<Deed>(deed)));
}

const placesOfDeed = (deed: Deed): readonly MendedPlace[] => (deed.kind === 'edits' ? mendedPlaces(deed.edits, deed.inverse) : []);

/** How many places an entry or a rule mended on which pages, and is in force on. */
export async function mendedPages(store: Store, mender: Mender): Promise<MendedPages> {
  const counted = mender.by === 'rule' ? countedOfRule(store.db, mender.rule) : await countedOf(store, mender.entry);
  const ends = new Float64Array(counted.length);
  let sum = 0;
  for (const [at, { count }] of counted.entries()) ends[at] = sum += count;
  return { pages: counted, ends };
}

type Counted = MendedPage & { readonly count: number };

const countedOfRule = (db: Database, rule: string): readonly Counted[] => pagesOfRule(db, rule).map(({ entry, issue, edits }) => ({ entry, issue, count: edits })); // what a rule does is nothing but places

const last = new WeakMap<Store, { readonly entry: EntryId; readonly counted: Promise<readonly Counted[]> }>();

/** The same of an entry. What it did never changes: while its places are listed it is read once. */
function countedOf(store: Store, entry: EntryId): Promise<readonly Counted[]> {
  const known = last.get(store);
  if (known?.entry === entry) return known.counted;
  const counted = paced(counting(store.db, entry));
  last.set(store, { entry, counted });
  counted.catch(() => last.delete(store));
  return counted;
}

const AT_ONCE = 100; // pages whose deeds are read at a time

function* counting(db: Database, entry: EntryId): Generator<void, readonly Counted[]> {
  const effects = db.all<{ id: number; issue: IssueId }>('SELECT id, issue FROM effect WHERE entry = ? AND stands_for = entry AND issue IS NOT NULL ORDER BY id', entry);
  const counts = new Map<IssueId, number>();
  for (let from = 0; from < effects.length; from += AT_ONCE) {
    const some = effects.slice(from, from + AT_ONCE);
    const deeds = new Map(db.all<{ id: number; deed: Uint8Array }>('SELECT id, deed FROM effect WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(some.map(({ id }) => id))).map(({ id, deed }) => [id, deed]));
    for (const { id, issue } of some) counts.set(issue, (counts.get(issue) ?? 0) + placesOfDeed(unpack<Deed>(deeds.get(id)!)).length);
    yield;
  }
  return Array.from(counts, ([issue, count]) => ({ entry, issue, count }));
}

/** A stretch of the places that were mended, with how they read now. One whose article is gone is left out. */
export function mendedRows(store: Store, index: Database, { pages, ends }: MendedPages, offset: number, limit: number): readonly MendedPlaceRow[] {
  const rows: MendedPlaceRow[] = [];
  for (let at = firstAfter(ends, offset); at < pages.length && rows.length < limit; at += 1) {
    const begun = at === 0 ? 0 : ends[at - 1]!;
    const { entry, issue } = pages[at]!;
    const places = placesOn(store, entry, issue);
    for (const [nth, place] of places.entries()) {
      if (begun + nth >= offset && rows.length < limit) rows.push(...rowOf(store, index, { entry, issue }, place));
    }
  }
  return rows;
}

function rowOf(store: Store, index: Database, { entry, issue }: MendedPage, place: MendedPlace): readonly MendedPlaceRow[] {
  const stored = loadIssue(store, issue);
  if (!stored) return [];
  const { state, stretch } = stateOf(stored.issue, place);
  const article = stored.issue.articles.find(({ passages }) => passages.some(({ id }) => id === (stretch?.passage.id ?? place.passage)));
  const passage = stretch?.passage ?? article?.passages.find(({ id }) => id === place.passage);
  const head = article && headOf(index, issue, article.id);
  if (!passage || !head) return [];
  const text = passageText(stored.issue.source, passage.pieces);
  const [from, to] = stretch ? [firstAt(text.at, stretch.from), firstAt(text.at, stretch.to)] : [0, 0];
  return [{
    ...head, key: place.key, entry, issue, passage: passage.id, from: stretch?.from ?? 0, to: stretch?.to ?? 0, role: passage.role as ArticleRole,
    ...around(text, from, to), read: place.read, put: place.put, state,
  }];
}

/** The first unit of a reading that stands at a place of the marked-up text or behind it. */
function firstAt(at: readonly number[], place: number): number {
  const found = at.findIndex((each) => each >= place);
  return found < 0 ? at.length : found;
}

/** Has one place that an entry mended read again as it did: an act of its own, which goes with the entry where that is taken back whole. What a rule did there of its own accord it does not suggest there again. */
export async function takeOneBack(store: Store, { once, entry, issue, key }: { readonly once: string; readonly entry: EntryId; readonly issue: IssueId; readonly key: string }): Promise<Result<null, AppError>> {
  const place = placesOn(store, entry, issue).find((each) => each.key === key);
  const isLive = standingsOf(store.db, entry).some((each) => each.issue === issue && each.state === 'live');
  if (!place || !isLive) return fail({ code: 'place-reads-otherwise' });
  const stored = loadIssue(store, issue);
  const edit = stored && takePlaceBack(stored.issue, place);
  if (!edit?.ok) return fail({ code: 'place-reads-otherwise' });
  const answers = isOfRule(store, entry) && edit.value.kind === 'replaceText' ? exceptionAt(edit.value.passage, place) : [];
  return editPages(store, { once, label: TAKE_BACK_PLACE, run: runOf(entry) }, [{ issue }], null, () => ({ edits: [edit.value], answers, told: null }), () => null);
}

const isOfRule = ({ db }: Store, entry: EntryId): boolean => db.get<{ origin: string }>('SELECT origin FROM entry WHERE id = ?', entry)?.origin === 'rule';

/** The answers by which a rule leaves a place as it is. */
function exceptionAt(passage: PassageId, { from, read }: MendedPlace): readonly Settlement[] {
  return [dismissal(placeKey(passage, from, 0), read), { kind: 'finding', subject: ruleFinding(passage, from), verdict: 'wrong' }];
}
