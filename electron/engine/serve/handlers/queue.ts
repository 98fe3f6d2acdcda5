import type { QueueCounts } from '#contract/schemas/queue.ts';
import { fail, ok } from '#util/result.ts';
import { listQueues, savedQueues } from '../../project/queues.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const queueHandlers: HandlersOf<CallsOf<'queue'>> = {
  'queue.list': (_request, { store }) => ok(listQueues(store.db)),

  'queue.counts': async (_request, { store, indexer, library }) => {
    indexer.catchUp();
    const counts: [string, QueueCounts][] = [];
    for (const { id, filter } of listQueues(store.db)) counts.push([id, await library.countQueue(filter)]); // one after the other: calls are answered in between
    return ok(Object.fromEntries(counts));
  },

  'queue.place': async ({ queue: id, ...asked }, { store, indexer, library }) => {
    const queue = listQueues(store.db).find((each) => each.id === id);
    if (!queue) return fail({ code: 'no-such-queue' });
    indexer.catchUp();
    return ok(await library.placeInQueue({ ...asked, order: queue.order }, queue.filter));
  },

  'queue.save': ({ order, filter, ...asked }, { store }) => {
    const saved = savedQueues.save(store, asked, { order, filter });
    return saved.ok ? ok({ ...saved.value, builtIn: false }) : saved;
  },

  'queue.rename': (asked, { store }) => {
    const renamed = savedQueues.rename(store, asked);
    return renamed.ok ? ok({ ...renamed.value, builtIn: false }) : renamed;
  },

  'queue.remove': (asked, { store }) => savedQueues.remove(store, asked),
};
