import { randomUUID } from 'node:crypto';
import { isSameName } from '#contract/schemas/queue.ts';
import type { SavedSearch } from '#contract/schemas/search.ts';
import { fail, ok } from '#util/result.ts';
import { decide } from '../../project/decide.ts';
import { loadIssue } from '../../project/issues.ts';
import { PROJECT } from '../../project/journal.ts';
import { MOST_SEARCHES, savedSearches } from '../../project/searches.ts';
import { placeOfHit } from '../../search/hit-place.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const searchHandlers: HandlersOf<CallsOf<'search'>> = {
  'search.find': async ({ question, offset, limit }, { indexer, search }) => {
    indexer.catchUp();
    const found = await search.find(question);
    if (!found.ok) return found;
    const { ids, ends } = found.value;
    return ok({
      hits: ends.at(-1) ?? 0, articles: ids.length, revision: indexer.revision, ...search.progress(),
      rows: search.hits(found.value, question.view, offset, limit),
    });
  },

  'search.place': ({ view, issue, article: id, line, from, to }, { store }) => {
    const stored = loadIssue(store, issue);
    if (!stored) return fail({ code: 'no-such-issue' });
    const article = stored.issue.articles.find((each) => each.id === id);
    const place = article && placeOfHit(stored.issue.source, article, view, line, from, to);
    return place ? ok({ issue, ...place }) : fail({ code: 'no-such-article' });
  },

  'search.list': (_request, { store }) => ok(savedSearches(store.db)),

  'search.save': ({ once, name, question }, { store }) => {
    const saved = savedSearches(store.db);
    if (saved.some((each) => isSameName(each.name, name))) return fail({ code: 'search-name-taken', name });
    if (saved.length >= MOST_SEARCHES) return fail({ code: 'bad-request', where: 'search.save' });
    return decide(store, { once, label: 'save-search' }, true, (deciding) => {
      const search: SavedSearch = { id: `search:${randomUUID()}`, name, question };
      deciding.set(PROJECT, { kind: 'settings', before: {}, after: { searches: [...saved, search] } });
      return ok(search);
    });
  },

  'search.remove': ({ once, id }, { store }) => {
    const saved = savedSearches(store.db);
    return decide(store, { once, label: 'remove-search' }, true, (deciding) => {
      if (!saved.some((each) => each.id === id)) return fail({ code: 'no-such-search' });
      deciding.set(PROJECT, { kind: 'settings', before: {}, after: { searches: saved.filter((each) => each.id !== id) } });
      return ok(null);
    });
  },
};
