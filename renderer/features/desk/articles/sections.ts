import type { ArticleId, PassageId } from '#core/model/ids.ts';
import { NO_STRUCTURE, structureOf } from '../../../state/desk-structure.ts';
import type { ArticleShape, Structure } from '../../../state/desk-structure.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { useDeskPage } from '../../../state/desk.ts';
import type { Page } from '../../../state/desk.ts';

/** The place an article is drawn in: what stands in it stays as it is in the window for as long as its key is the same. */
export type Section = { readonly key: string; readonly id: ArticleId; readonly passages: readonly PassageId[] };

export const NO_SECTIONS: readonly Section[] = [];

const FOCUS = 2.5; // passages: as dear as so many others is the one with the focus, which would lose the keyboard

/**
 * Where the articles of a page are drawn. Each goes where most of its passages are drawn already: whether a split gives the upper or the lower half another
 * name, the lesser one moves, and whichever article a merge leaves, the lesser one goes to the other. Gives `before` where nothing is to move.
 */
export function sectionsOf(articles: readonly Pick<ArticleShape, 'id' | 'passages'>[], before: readonly Section[], focus: PassageId | null): readonly Section[] {
  const drawnIn = new Map(before.flatMap(({ key, passages }) => passages.map((id) => [id, key] as const)));
  const claims = articles.flatMap(({ id, passages }) => {
    const held = new Map<string, number>();
    for (const passage of passages) {
      const key = drawnIn.get(passage.id);
      if (key !== undefined) held.set(key, (held.get(key) ?? 0) + (passage.id === focus ? FOCUS : 1));
    }
    return [...held].map(([key, count]) => ({ id, key, count }));
  });
  const keys = new Map<ArticleId, string>();
  const taken = new Set<string>();
  for (const { id, key } of claims.toSorted((a, b) => b.count - a.count)) {
    if (keys.has(id) || taken.has(key)) continue;
    keys.set(id, key);
    taken.add(key);
  }
  return articles.map(({ id, passages }) => ({ key: keys.get(id) ?? freeKey(id, taken), id, passages: passages.map((passage) => passage.id) }));
}

function freeKey(id: ArticleId, taken: Set<string>): string {
  let key: string = id;
  for (let n = 2; taken.has(key); n += 1) key = `${id} ${n}`;
  taken.add(key);
  return key;
}

let last: { readonly structure: Structure; readonly sections: readonly Section[]; readonly shown: readonly Section[] } | null = null;

/** Where the articles of the page on the desk are drawn; the same list as long as each is drawn where it was. */
function sectionsIn(page: Page | null): readonly Section[] {
  const structure = page ? structureOf(page.issue) : NO_STRUCTURE;
  if (last?.structure === structure) return last.shown;
  const before = last?.shown ?? NO_SECTIONS;
  const sections = sectionsOf(structure.articles, last?.sections ?? NO_SECTIONS, deskViewStore.getState().selection?.focus ?? null);
  const isSame = sections.length === before.length && sections.every(({ key, id }, i) => key === before[i]!.key && id === before[i]!.id);
  last = { structure, sections, shown: isSame ? before : sections };
  return last.shown;
}

/** Where the articles of the page on the desk are drawn. */
export const useSections = (): readonly Section[] => useDeskPage(sectionsIn);
