import { randomUUID } from 'node:crypto';
import { isSameName } from '#contract/schemas/queue.ts';
import type { QueueCounts, SavedQueue } from '#contract/schemas/queue.ts';
import { fail, ok } from '#util/result.ts';
import { decide } from '../../project/decide.ts';
import { PROJECT } from '../../project/journal.ts';
import { MOST_QUEUES, listQueues, savedQueues } from '../../project/queues.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

/** Whether another of these queues bears a name. */
const isTaken = (saved: readonly SavedQueue[], id: string | null, name: string): boolean => saved.some((each) => each.id !== id && isSameName(each.name, name));

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

  'queue.save': ({ once, id, name, order, filter }, { store }) => {
    const saved = savedQueues(store.db);
    if (id !== null && !saved.some((each) => each.id === id)) return fail({ code: 'no-such-queue' });
    if (isTaken(saved, id, name)) return fail({ code: 'queue-name-taken', name });
    if (id === null && saved.length >= MOST_QUEUES) return fail({ code: 'bad-request', where: 'queue.save' });
    return decide(store, { once, label: 'save-queue' }, true, (deciding) => {
      const queue: SavedQueue = { id: id ?? `queue:${randomUUID()}`, name, order, filter };
      const queues = id === null ? [...saved, queue] : saved.map((each) => (each.id === id ? queue : each));
      deciding.set(PROJECT, { kind: 'settings', before: {}, after: { queues } });
      return ok({ ...queue, builtIn: false });
    });
  },

  'queue.rename': ({ once, id, name }, { store }) => {
    const saved = savedQueues(store.db);
    return decide(store, { once, label: 'rename-queue' }, true, (deciding) => {
      const queue = saved.find((each) => each.id === id);
      if (!queue) return fail({ code: 'no-such-queue' });
      if (isTaken(saved, id, name)) return fail({ code: 'queue-name-taken', name });
      const renamed = { ...queue, name };
      deciding.set(PROJECT, { kind: 'settings', before: {}, after: { queues: saved.map((each) => (each === queue ? renamed : each)) } });
      return ok({ ...renamed, builtIn: false });
    });
  },

  'queue.remove': ({ once, id }, { store }) => {
    const saved = savedQueues(store.db);
    return decide(store, { once, label: 'remove-queue' }, true, (deciding) => {
      if (!saved.some((each) => each.id === id)) return fail({ code: 'no-such-queue' });
      deciding.set(PROJECT, { kind: 'settings', before: {}, after: { queues: saved.filter((each) => each.id !== id) } });
      return ok(null);
    });
  },
};
