import type { AppError } from '#contract/app-error.ts';
import type { ChosenPlaces, Mended } from '#contract/schemas/concordance.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { RuleDraft } from '#contract/schemas/rules.ts';
import { mendingEdits } from '#core/mend/places.ts';
import type { Result } from '#util/result.ts';
import type { Asker } from '../project/ahead.ts';
import type { Deciding } from '../project/decide.ts';
import { editPages } from '../project/edit-pages.ts';
import { standingRules } from '../project/rule-due.ts';
import { addRule } from '../project/decide-rules.ts';
import type { Store } from '../project/store.ts';
import { openPlaces, wantedOf } from './concordance.ts';
import type { Asked, Concordance, Places } from './concordance.ts';

export type MendRequest = Asked & { readonly once: string; readonly put: string; readonly change: number; readonly chosen: ChosenPlaces; readonly rule?: boolean | undefined };

type Page = { readonly issue: IssueId; readonly places: ReadonlyMap<string, number> | null }; // by article, how many were seen; null: only those named
type Told = Pick<Mended, 'places' | 'articles' | 'skipped'>;

const SKIPPED: Told = { places: 0, articles: 0, skipped: 1 };

/** Has many places read otherwise, as one act, which makes a standing rule of it too if that is asked for. Pages that were changed since the places were listed, or on which there are others by now, are left and counted. */
export async function mendEverywhere(store: Store, concordance: Concordance, { once, change, chosen, rule = false, ...asked }: MendRequest, asker: Asker): Promise<Result<Mended, AppError>> {
  const { put } = asked;
  const wanted = wantedOf(asked);
  if (!wanted.ok) return wanted;
  let found: Pick<Places, 'dismissed'> & { readonly pages: readonly Page[] };
  if (chosen.which === 'named') {
    found = { dismissed: new Map(), pages: [...new Set(chosen.places.map(({ issue }) => issue))].map((issue) => ({ issue, places: null })) };
  } else {
    const all = await concordance.places(asked, null, asker.signal);
    if (!all.ok) return all;
    found = { dismissed: all.value.dismissed, pages: pagesOf(all.value) };
  }
  const isChosen = chooser(chosen);
  return editPages(store, { once, label: 'mend-everywhere' }, found.pages, asker, ({ change: last, issue: { source, articles } }, { issue, places: seen }) => {
    if (last > change) return { edits: [], told: SKIPPED };
    const looked = seen === null ? articles : articles.filter(({ id }) => seen.has(id));
    const places = looked.map((article) => ({ article, open: openPlaces(source, article, wanted.value, found.dismissed.get(issue)) }));
    if (seen !== null && places.some(({ article, open }) => open.length !== seen.get(article.id))) return { edits: [], told: SKIPPED };
    const taken = places.map(({ article, open }) => open.filter(({ key }) => isChosen(issue, key, article.status === 'approved')));
    const count = taken.reduce((sum, { length }) => sum + length, 0);
    if (count === 0 && seen === null) return { edits: [], told: SKIPPED };
    return { edits: taken.toReversed().flatMap((open) => mendingEdits(open, put)), told: { places: count, articles: taken.filter(({ length }) => length > 0).length, skipped: 0 } };
  }, (told, deciding) => toMended(told, deciding, rule && !asked.question.expression ? { read: asked.question.text.trim(), put } : null));
}

type Likewise = Pick<RuleDraft, 'read' | 'put'>;

function toMended(told: readonly Told[], deciding: Deciding, likewise: Likewise | null): Mended {
  const sum = (part: keyof Told) => told.reduce((all, each) => all + each[part], 0);
  const counts = { places: sum('places'), articles: sum('articles'), pages: told.filter(({ places }) => places > 0).length, skipped: sum('skipped') };
  return counts.places === 0 ? { ...counts, entry: null, rule: false } : { ...counts, rule: likewise !== null && addLikewise(deciding, likewise), entry: deciding.entry };
}

/** Makes a standing rule of what was changed, unless there is one that says the same. Says whether one was made: not where there are as many as there may be. */
function addLikewise(deciding: Deciding, likewise: Likewise): boolean {
  const there = standingRules(deciding.tx.store.db).some(({ read, put, on }) => on && read === likewise.read && put === likewise.put);
  return !there && addRule(deciding, { ...likewise, folder: '', newspaper: '', from: '', to: '', except: [], applies: false, on: true }) !== null;
}

function pagesOf({ articles, ends }: Places): readonly Page[] {
  const pages = new Map<IssueId, Map<string, number>>();
  articles.forEach(({ issue, article }, at) => {
    const seen = pages.get(issue) ?? new Map<string, number>();
    pages.set(issue, seen.set(article, ends[at]! - (at === 0 ? 0 : ends[at - 1]!)));
  });
  return Array.from(pages, ([issue, places]) => ({ issue, places }));
}

function chooser(chosen: ChosenPlaces): (issue: IssueId, key: string, approved: boolean) => boolean {
  const set = (places: readonly { readonly issue: IssueId; readonly key: string }[]) => new Set(places.map(({ issue, key }) => `${issue} ${key}`));
  if (chosen.which === 'named') {
    const named = set(chosen.places);
    return (issue, key) => named.has(`${issue} ${key}`);
  }
  const [but, and] = [set(chosen.but), set(chosen.and)];
  return (issue, key, approved) => (approved && !chosen.approved ? and.has(`${issue} ${key}`) : !but.has(`${issue} ${key}`));
}
