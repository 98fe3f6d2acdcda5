import * as v from 'valibot';
import { articleIdSchema, count } from './model.ts';
import { filterSchema, issueIdSchema } from './library.ts';

/** What a queue is worked by: an article at a time, or a page. */
export const UNITS = ['article', 'issue'] as const;
export const unitSchema = v.picklist(UNITS);

/** Riskiest first, by date and page, or by folder and file. */
export const ORDERS = ['risk', 'date', 'folder'] as const;
export const orderSchema = v.picklist(ORDERS);

/** Ids of the queues that every project has: one for each order, with all there is. */
export const BUILT_IN_QUEUES = ORDERS;

export const queueIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
export const queueNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

/** Whether two names would be taken for one: letters of either case and either width are the same. */
export const isSameName = (one: string, other: string): boolean => folded(one) === folded(other);

/** A name as others are compared with it. */
export const folded = (name: string): string => name.trim().normalize('NFKC').toLowerCase();

/** A queue: what it holds, and in which order. A built-in one has no name of its own. */
export const queueSchema = v.strictObject({
  id: queueIdSchema,
  name: v.string(),
  order: orderSchema,
  filter: filterSchema,
  builtIn: v.boolean(),
});

/** An article, or (`article` null) a page in a queue. `key` says where it stood when it was told: work moves what is ordered by risk. */
export const queueItemSchema = v.strictObject({ issue: issueIdSchema, article: v.nullable(articleIdSchema), key: v.string() });

/**
 * Where one is in a queue. An item is done when the article is approved; a page, when all of its articles are and its aside is confirmed.
 */
export const queuePlaceSchema = v.strictObject({
  at: v.nullable(count), // from 1, with what is done counted first; null where the queue does not hold what was asked
  total: count,
  done: count,
  left: v.nullable(count), // articles of this page that are not approved
  key: v.nullable(v.string()), // of what was asked
  next: v.nullable(queueItemSchema), // that is not done; null: none behind it
  previous: v.nullable(queueItemSchema),
  nextPage: v.nullable(queueItemSchema), // the first behind it that is on another page
  previousPage: v.nullable(queueItemSchema),
});

const progressSchema = v.strictObject({ total: count, done: count });

/** How much a queue holds, and how much of it is done: in articles, and in pages that one of them is on. */
export const queueCountsSchema = v.strictObject({ article: progressSchema, issue: progressSchema });

export type Unit = v.InferOutput<typeof unitSchema>;
export type Order = v.InferOutput<typeof orderSchema>;
export type Queue = v.InferOutput<typeof queueSchema>;
/** A queue of the user's own: a filter that was saved, with an order. */
export type SavedQueue = Omit<Queue, 'builtIn'>;
export type QueueItem = v.InferOutput<typeof queueItemSchema>;
export type QueueCounts = v.InferOutput<typeof queueCountsSchema>;
export type QueuePlace = v.InferOutput<typeof queuePlaceSchema>;
