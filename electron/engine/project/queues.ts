import { ORDERS } from '#contract/schemas/queue.ts';
import type { Queue, SavedQueue } from '#contract/schemas/queue.ts';
import type { Database } from '../db/database.ts';
import { storedSettings } from './settings.ts';

/** The most that can be saved. */
export const MOST_QUEUES = 100;

export const savedQueues = (db: Database): readonly SavedQueue[] => storedSettings(db, ['queues']).queues ?? [];

/** Every queue: the built-in ones first, then the user's as they were saved. */
export function listQueues(db: Database): readonly Queue[] {
  return [
    ...ORDERS.map((order): Queue => ({ id: order, name: '', order, filter: {}, builtIn: true })),
    ...savedQueues(db).map((queue): Queue => ({ ...queue, builtIn: false })),
  ];
}
