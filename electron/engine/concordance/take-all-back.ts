import type { AppError } from '#contract/app-error.ts';
import type { TakenBack } from '#contract/schemas/concordance.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { apply } from '#core/edits/apply.ts';
import type { Edit } from '#core/edits/edit.ts';
import { takePlaceBack } from '#core/mend/take-back.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Result } from '#util/result.ts';
import type { Asker } from '../project/ahead.ts';
import type { Deciding } from '../project/decide.ts';
import { editPages } from '../project/edit-pages.ts';
import { PROJECT, standingsOf } from '../project/journal.ts';
import type { Store } from '../project/store.ts';
import { TAKE_BACK_ALL } from '../project/taken-back.ts';
import { placesOn } from './mended.ts';

type Told = { readonly places: number; readonly left: number };

/**
 * Has all places that entries mended read again as they did, as one act: those that read otherwise by now are left and counted. It is undone like any other, and what
 * the entries did stays in the journal. It is nobody's work at an article: none is taken into work by it.
 */
export function takeAllBack(store: Store, { once, entries }: { readonly once: string; readonly entries: readonly EntryId[] }, asker: Asker | null): Promise<Result<TakenBack, AppError>> {
  const run = runOfAll(store, entries);
  const act = { once, label: TAKE_BACK_ALL, isQuiet: true, ...(run !== null && { run }) };
  return editPages(store, act, pagesOf(store, entries), asker, ({ issue: now }, page) => backOn(store, now, page), toTakenBack);
}

type Page = { readonly issue: IssueId; readonly entries: readonly EntryId[] }; // the newest first

function pagesOf(store: Store, entries: readonly EntryId[]): readonly Page[] {
  const pages = new Map<IssueId, EntryId[]>();
  for (const entry of entries.toSorted((a, b) => b - a)) {
    for (const { issue, state } of standingsOf(store.db, entry)) if (issue !== PROJECT && state === 'live') pages.set(issue, [...(pages.get(issue) ?? []), entry]);
  }
  return Array.from(pages, ([issue, of]) => ({ issue, entries: of }));
}

/** The edits by which a page reads as before, each for the page as it is after those before it. */
function backOn(store: Store, issue: Issue, { issue: id, entries }: Page): { readonly edits: readonly Edit[]; readonly told: Told } {
  let [now, left] = [issue, 0];
  const edits: Edit[] = [];
  for (const place of entries.flatMap((entry) => placesOn(store, entry, id).toReversed())) {
    const edit = takePlaceBack(now, place);
    const next = edit.ok ? apply(now, edit.value) : edit;
    if (edit.ok && next.ok) {
      edits.push(edit.value);
      now = next.value;
    } else if (edit.ok || edit.error === 'other') left += 1;
  }
  return { edits, told: { places: edits.length, left } };
}

function toTakenBack(told: readonly Told[], deciding: Deciding): TakenBack {
  const sum = (part: keyof Told) => told.reduce((all, each) => all + each[part], 0);
  const places = sum('places');
  return { entry: places === 0 ? null : deciding.entry, places, pages: told.filter((page) => page.places > 0).length, left: sum('left') };
}

/** The run of entries that are all of one; null where they are not. */
function runOfAll({ db }: Store, entries: readonly EntryId[]): string | null {
  const runs = db.all<{ run: string | null }>('SELECT DISTINCT run FROM entry WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(entries));
  return runs.length === 1 ? runs[0]!.run : null;
}
