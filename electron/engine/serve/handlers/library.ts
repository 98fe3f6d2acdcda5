import type { Selection } from '#contract/schemas/library.ts';
import { ok } from '#util/result.ts';
import { setMetadataOfMany, setStatusOfMany, setTopicsOfMany } from '../../project/many.ts';
import type { Asker } from '../../project/ahead.ts';
import type { Chosen } from '../../project/many.ts';
import type { Context } from '../context.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';
import { asManyJob } from '../many-job.ts';

/** The articles an act is for. The index is brought wholly up to date first: what is not in it would be left out. None if the act is no longer wanted by then. */
async function chosen({ indexer, library }: Context, selection: Selection, asker: Asker): Promise<Chosen> {
  if (!(await indexer.whole(asker))) return new Map();
  return 'filter' in selection ? await library.articlesOf(selection.filter) : library.articlesNamed(selection.articles);
}

export const libraryHandlers: HandlersOf<CallsOf<'library'>> = {
  'library.rows': async ({ filter, sort, offset, limit }, { indexer, library }) => {
    indexer.catchUp();
    return ok({ ...(await library.rows(filter, sort, offset, limit)), revision: indexer.revision });
  },

  'library.pages': async ({ filter, sort, offset, limit }, { indexer, library }) => {
    indexer.catchUp();
    return ok({ ...(await library.pages(filter, sort, offset, limit)), revision: indexer.revision });
  },

  'library.facets': async ({ filter }, { indexer, library, store }) => {
    indexer.catchUp();
    const { unreadable } = store.db.get<{ unreadable: number }>(`SELECT count(*) AS unreadable FROM file WHERE state = 'problem'`)!;
    return ok(await library.facets(filter, unreadable));
  },

  'library.find': async ({ filters, sort, limit }, { indexer, library }) => {
    indexer.catchUp();
    return ok([...(await library.find(filters, sort, limit))]);
  },

  'library.tagged': async ({ selection }, { indexer, library }) => {
    await indexer.whole();
    return ok(await library.tagged(selection));
  },

  'library.setTopics': ({ once, selection, add, remove }, context) =>
    asManyJob(context, async (asker) => setTopicsOfMany(context.store, once, await chosen(context, selection, asker), add, remove, asker)),

  'library.setStatus': ({ once, selection, status }, context) =>
    asManyJob(context, async (asker) => setStatusOfMany(context.store, once, await chosen(context, selection, asker), status, asker)),

  'library.setMetadata': ({ once, selection, values }, context) =>
    asManyJob(context, async (asker) => setMetadataOfMany(context.store, once, (await chosen(context, selection, asker)).keys(), values, asker)),
};
