import { useContext, useSyncExternalStore } from 'react';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Passage } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';
import type { Doubt } from './desk-doubts.ts';
import { acceptedStore } from './accepted.ts';
import { Late, late, usePaced } from './late.ts';
import { askingStore } from './desk-asking.ts';
import { doubtsNow } from './desk-doubts-now.ts';
import { articlePosition, stopOf } from './desk-outline.ts';
import { NO_STRUCTURE, structureOf } from './desk-structure.ts';
import type { ArticleShape, PassageShape, Structure } from './desk-structure.ts';
import { deskViewStore, lateDeskView } from './desk-view.ts';
import { shownDesk, useDeskPage } from './desk.ts';
import type { Page } from './desk.ts';
import { rulesStore } from './rules.ts';

// The parts of the page on the desk, each to be asked for by what shows it and nothing else: what a component does not ask for may change
// without drawing it anew. Without a page each answers with nothing.

const structureIn = (page: Page | null): Structure => (page ? structureOf(page.issue) : NO_STRUCTURE);

/** The page without its text. */
export const useStructure = (): Structure => useDeskPage(structureIn);

/** The articles in their order. */
export const useOrder = (): readonly ArticleId[] => useDeskPage((page) => structureIn(page).order);

/** What stands aside. */
export const useAside = (): readonly PassageShape[] => useDeskPage((page) => structureIn(page).aside);

/** Whether what stands aside is confirmed, or nothing does. */
export const useAsideConfirmed = (): boolean => useDeskPage((page) => page?.asideConfirmed !== false);

/** An article without its text; null once it is gone. */
export const useArticle = (id: ArticleId | null): ArticleShape | null => useDeskPage((page) => structureIn(page).articles.find((article) => article.id === id) ?? null);

/** Where an article stands on the page, from 0; -1 once it is gone. */
export const usePosition = (id: ArticleId | null): number => useDeskPage((page) => structureIn(page).order.findIndex((one) => one === id));

/** Whether an article is the first of the page: nothing stands above it to be merged with. */
export const useIsFirst = (id: ArticleId): boolean => useDeskPage((page) => structureIn(page).order[0] === id);

/** The article that a passage stands in; null aside. */
export function useArticleOf(passage: PassageId | null): ArticleId | null {
  return useDeskPage((page) => {
    const stop = page && stopOf(page.issue, passage);
    return (stop && page.issue.articles[stop.article]?.id) ?? null;
  });
}

/** A passage with its text; null once it is gone. */
export const usePassage = (id: PassageId | null): Passage | null => useDeskPage((page) => (page && stopOf(page.issue, id)?.passage) ?? null);

/** The headline of an article as emended; '' if it has none. */
export function useHeadline(id: ArticleId | null): string {
  return useDeskPage((page) => {
    const article = id === null ? undefined : page?.issue.articles[articlePosition(page.issue, id)];
    const headline = article?.passages.filter(({ role }) => role === 'headline') ?? [];
    return headline.map(({ pieces }) => readPieces(page!.issue.source, pieces, 'emended')).join('');
  });
}

/** The note on an article. */
export const useNote = (id: ArticleId | null): string => useDeskPage((page) => page?.issue.articles.find((article) => article.id === id)?.note ?? '');

/** The source text of the page. */
export const useSource = (): string => useDeskPage((page) => page?.issue.source ?? '');

/** How many articles of the page are not approved. */
export const useArticleCount = (): number => useDeskPage((page) => structureIn(page).articles.length);

export const useLeft = (): number => useDeskPage((page) => structureIn(page).articles.filter(({ status }) => status !== 'approved').length);

function follow(listener: () => void): () => void {
  const stops = [shownDesk.subscribe(listener), deskViewStore.subscribe(listener), acceptedStore.subscribe(listener), rulesStore.subscribe(listener)];
  return () => stops.forEach((stop) => stop());
}

function followDoubts(listener: () => void): () => void {
  const stops = [shownDesk.subscribe(listener), askingStore.subscribe(listener)];
  return () => stops.forEach((stop) => stop());
}

/** What is there to follow of the page and of what is selected on it, told after the paint. */
export const followAtDeskLate = late(follow);
const followDoubtsLate = late(followDoubts);

/** Something that follows from the page and from what is selected on it. `read` gives the same value while it says the same. */
export const useAtDesk = <T>(read: () => T): T => useSyncExternalStore(useContext(Late) ? followAtDeskLate : follow, read);

/** What still wants a decision on the page, in reading order. */
export const useDoubts = (): readonly Doubt[] => useSyncExternalStore(useContext(Late) ? followDoubtsLate : followDoubts, doubtsNow);

/** Whether it is in doubt that an article begins where it does. */
export const useDoubtful = (id: ArticleId): boolean => useDeskPage(() => doubtsNow().some(({ kind, subject }) => kind === 'boundary' && subject === id));

/** The passage with the focus. */
export const useFocus = (): PassageId | null => usePaced(deskViewStore, lateDeskView, ({ selection }) => selection?.focus ?? null);
