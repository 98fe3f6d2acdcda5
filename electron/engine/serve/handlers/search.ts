import { fail, ok } from '#util/result.ts';
import { loadIssue } from '../../project/issues.ts';
import { savedSearches } from '../../project/searches.ts';
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

  'search.list': (_request, { store }) => ok(savedSearches.list(store.db)),
  'search.save': ({ question, ...asked }, { store }) => savedSearches.save(store, { ...asked, id: null }, { question }),
  'search.remove': (asked, { store }) => savedSearches.remove(store, asked),
};
