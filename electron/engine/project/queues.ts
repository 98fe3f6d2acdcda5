import { ORDERS } from '#contract/schemas/queue.ts';
import type { Queue } from '#contract/schemas/queue.ts';
import type { Database } from '../db/database.ts';
import { namedList } from './named-list.ts';

/** The user's own queues. */
export const savedQueues = namedList('queue');

/** Every queue: the built-in ones first, then the user's as they were saved. */
export function listQueues(db: Database): readonly Queue[] {
  return [
    ...ORDERS.map((order): Queue => ({ id: order, name: '', order, filter: {}, builtIn: true })),
    ...savedQueues.list(db).map((queue): Queue => ({ ...queue, builtIn: false })),
  ];
}
