import type { Selection } from '#contract/schemas/library.ts';
import { ok } from '#util/result.ts';
import { setMetadataOfMany, setStatusOfMany, setTopicsOfMany } from '../../project/many.ts';
import type { Chosen } from '../../project/many.ts';
import type { Context } from '../context.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

/** The articles an act is for. The index is brought wholly up to date first: what is not in it would be left out. */
async function chosen({ indexer, library }: Context, selection: Selection): Promise<Chosen> {
  await indexer.whole();
  return 'filter' in selection ? await library.articlesOf(selection.filter) : library.articlesNamed(selection.articles);
}

export const libraryHandlers: HandlersOf<CallsOf<'library'>> = {
  'library.rows': async ({ filter, sort, offset, limit }, { indexer, library }) => {
    indexer.catchUp();
    return ok({ ...(await library.rows(filter, sort, offset, limit)), revision: indexer.revision });
  },

  'library.facets': async ({ filter }, { indexer, library, store }) => {
    indexer.catchUp();
    const { unreadable } = store.db.get<{ unreadable: number }>(`SELECT count(*) AS unreadable FROM file WHERE state = 'problem'`)!;
    return ok(await library.facets(filter, unreadable));
  },

  'library.previewTopic': async ({ selection, topic }, { indexer, library }) => {
    await indexer.whole();
    return ok(await library.tagged(selection, topic));
  },

  'library.setTopics': async ({ once, selection, add, remove }, context) => setTopicsOfMany(context.store, once, await chosen(context, selection), add, remove),

  'library.setStatus': async ({ once, selection, status }, context) => setStatusOfMany(context.store, once, await chosen(context, selection), status),

  'library.setMetadata': async ({ once, selection, values }, context) => setMetadataOfMany(context.store, once, (await chosen(context, selection)).keys(), values),
};
