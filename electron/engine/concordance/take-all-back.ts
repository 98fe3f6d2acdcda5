import type { AppError } from '#contract/app-error.ts';
import type { Mender, TakenBack } from '#contract/schemas/concordance.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { takePlaceBack } from '#core/mend/take-back.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Result } from '#util/result.ts';
import type { Asker } from '../project/ahead.ts';
import type { Deciding } from '../project/decide.ts';
import { editPages } from '../project/edit-pages.ts';
import { Making } from '../project/issues.ts';
import { PROJECT, standingsOf } from '../project/journal.ts';
import type { Store } from '../project/store.ts';
import { TAKE_BACK_ALL, runOf } from '../project/taken-back.ts';
import { pagesOfRule, runOfRule } from '../rules/rules.ts';
import { placesOn } from './mended.ts';

type Told = { readonly places: number; readonly left: number };

/**
 * Has all places that an entry or a rule mended read again as they did, as one act: those that read otherwise by now are left and counted. It is undone like any other,
 * and what was done stays in the journal. It is nobody's work at an article: none is taken into work by it.
 */
export function takeAllBack(store: Store, { once, mender }: { readonly once: string; readonly mender: Mender }, asker: Asker | null): Promise<Result<TakenBack, AppError>> {
  const run = mender.by === 'rule' ? runOfRule(mender.rule) : runOfEntry(store, mender.entry);
  const act = { once, label: TAKE_BACK_ALL, isQuiet: true, run };
  return editPages(store, act, pagesOf(store, mender), asker, ({ issue: now }, page) => backOn(store, now, page), toTakenBack);
}

type Page = { readonly issue: IssueId; readonly entries: readonly EntryId[] }; // the newest first

function pagesOf(store: Store, mender: Mender): readonly Page[] {
  if (mender.by === 'entry') {
    const { entry } = mender;
    return standingsOf(store.db, entry).flatMap(({ issue, state }) => (issue !== PROJECT && state === 'live' ? [{ issue, entries: [entry] }] : []));
  }
  const pages = new Map<IssueId, EntryId[]>();
  for (const { issue, entry } of pagesOfRule(store.db, mender.rule)) {
    const entries = pages.get(issue);
    if (entries) entries.push(entry);
    else pages.set(issue, [entry]);
  }
  return Array.from(pages, ([issue, entries]) => ({ issue, entries }));
}

/** Has a page read as before, place by place, each on the page as it is after those before it. */
function backOn(store: Store, issue: Issue, { issue: id, entries }: Page): { readonly edits: Making; readonly told: Told } {
  const edits = new Making(issue);
  let left = 0;
  for (const place of entries.flatMap((entry) => placesOn(store, entry, id).toReversed())) {
    const edit = takePlaceBack(edits.now, place);
    if (edit.ok ? edits.make(edit.value) !== null : edit.error === 'other') left += 1;
  }
  return { edits, told: { places: edits.count, left } };
}

function toTakenBack(told: readonly Told[], deciding: Deciding): TakenBack {
  const sum = (part: keyof Told) => told.reduce((all, each) => all + each[part], 0);
  const places = sum('places');
  return { entry: places === 0 ? null : deciding.entry, places, pages: told.filter((page) => page.places > 0).length, left: sum('left') };
}

const runOfEntry = ({ db }: Store, entry: EntryId): string => db.get<{ run: string | null }>('SELECT run FROM entry WHERE id = ?', entry)?.run ?? runOf(entry);
