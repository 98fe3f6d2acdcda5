import type { Brief, HistoryFilter, HistoryRow } from '#contract/schemas/history.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { briefOf } from '#core/edits/brief.ts';
import { unpack } from '../db/pack.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import { NEWEST, countEntries, entriesFor, newestFirst } from './all-history.ts';
import { FIELDS } from './deed.ts';
import type { Deed } from './deed.ts';
import { sourceOf } from './issues.ts';
import { standingIn } from './journal.ts';
import { withPage } from './look.ts';
import type { Store } from './store.ts';

export type HistoryRequest = { readonly before: EntryId | null; readonly skip: number; readonly limit: number; readonly filter: HistoryFilter };

/** The history of the whole project, newest first, and how long it is. */
export function historyRows(store: Store, { before, skip, limit, filter }: HistoryRequest): { readonly total: number; readonly rows: HistoryRow[] } {
  const { sql, values } = newestFirst(entriesFor(filter, before ?? NEWEST), skip, limit);
  const ids = store.db.all<{ id: EntryId }>(sql, ...values).map(({ id }) => id);
  return { total: countEntries(store.db, filter), rows: ids.map((id) => rowOf(store, id)) };
}

type Entry = Pick<HistoryRow, 'at' | 'who' | 'origin' | 'label'> & { readonly undoes: EntryId | null; readonly redoes: EntryId | null };

const entryOf = ({ db }: Store, id: EntryId) => db.get<Entry>('SELECT at, who, origin, label, undoes, redoes FROM entry WHERE id = ?', id)!;

function rowOf(store: Store, id: EntryId): HistoryRow {
  const { undoes, redoes, ...entry } = entryOf(store, id);
  const of = undoes ?? redoes;
  const { pages, first, edits } = store.db.get<{ pages: number; first: IssueId | null; edits: number }>(
    'SELECT count(DISTINCT issue) AS pages, min(issue) AS first, coalesce(sum(edits), 0) AS edits FROM effect WHERE entry = ?', id,
  )!;
  return {
    entry: id, ...entry, pages, edits,
    turns: of === null ? null : { entry: of, label: entryOf(store, of).label, back: undoes !== null },
    page: first === null ? null : pageOf(store, first),
    brief: briefOfEntry(store, of ?? id),
    ...standingOf(store, id),
  };
}

/** A page by the names it goes by. */
export function pageOf({ db }: Store, issue: IssueId): HistoryRow['page'] {
  return db.get('SELECT id AS issue, path, date, page FROM issue WHERE id = ?', issue) ?? null;
}

/** Whether an entry is in force anywhere; where nowhere any more, who took it back. */
function standingOf({ db }: Store, id: EntryId): Pick<HistoryRow, 'state' | 'undone'> {
  const is = (state: string) => db.get<{ by: EntryId }>(`${standingIn('standing.by', '?1', '?2')} LIMIT 1`, id, state);
  if (is('live')) return { state: 'live', undone: null };
  if (is('displaced')) return { state: 'displaced', undone: null };
  const undone = is('undone');
  return undone ? { state: 'undone', undone: db.get('SELECT at, who FROM entry WHERE id = ?', undone.by)! } : { state: 'none', undone: null };
}

const LOOKED_AT = 40; // effects: a run of typing has one a stretch, an act on many pages one a page

function briefOfEntry(store: Store, entry: EntryId): Brief | null {
  const effects = store.db.all<{ issue: IssueId | null; deed: Uint8Array }>('SELECT issue, deed FROM effect WHERE id IN (SELECT id FROM effect WHERE entry = ? AND stands_for = ? ORDER BY id LIMIT ?) ORDER BY id', entry, entry, LOOKED_AT);
  const [first] = effects;
  if (!first) return null;
  const deeds = effects.filter(({ issue }) => issue === first.issue).map(({ deed }) => unpack<Deed>(deed));
  const steps = deeds.flatMap((deed) => (deed.kind === 'edits' ? [deed] : []));
  if (steps.length > 0 && first.issue !== null) {
    const brief = briefOf(knownSource(store, first.issue), steps);
    return brief && withPage(store, brief);
  }
  return deeds.map(briefOfDeed).find((brief) => brief !== null) ?? null;
}

/** The text of a page; none where its bytes are damaged: the history is still to be read. */
function knownSource(store: Store, issue: IssueId): string {
  try {
    return sourceOf(store, issue);
  } catch (error) {
    if (error instanceof DamagedError) return '';
    throw error;
  }
}

/** A deed that sets values, in a line. */
function briefOfDeed(deed: Deed): Brief | null {
  switch (deed.kind) {
    case 'metadata': {
      const field = FIELDS.find((one) => deed.after[one] !== undefined);
      return field ? { what: 'field', on: null, subject: '', name: field, before: deed.before[field]?.value ?? '', after: deed.after[field]?.value ?? '' } : null;
    }
    case 'settle': {
      const [after] = deed.after;
      return after ? { what: 'answer', on: after.kind === 'finding' ? null : after.kind === 'boundary' || after.kind === 'order' ? 'article' : 'passage', subject: after.subject, name: after.kind, before: deed.before[0]?.verdict ?? '', after: after.verdict ?? '' } : null;
    }
    case 'accepted': {
      const [first] = deed.after;
      return first ? { what: 'accepted', on: null, subject: first.text, name: deed.scope, before: deed.before[0]?.by ? first.text : '', after: first.by ? first.text : '' } : null;
    }
    case 'topic':
    case 'scheme':
      return { what: 'label', on: null, subject: '', name: '', before: labelOf(deed.before), after: labelOf(deed.after) };
    case 'edits':
    case 'back':
    case 'aside':
    case 'encoding':
    case 'settings':
    case 'weights':
    case 'reading':
      return null;
  }
}

const labelOf = (named: { readonly en: string; readonly zh: string } | null): string => (named ? [...new Set([named.zh, named.en])].filter(Boolean).join(' / ') : '');
