import * as v from 'valibot';
import { count, statusSchema, topicRefSchema } from './model.ts';

/** What a corpus holds. `characters` in code points of the emended texts. */
export const holdingsSchema = v.strictObject({
  articles: count,
  issues: count,
  characters: count,
  months: v.array(v.strictObject({ month: v.string(), articles: count })), // YYYY-MM, or YYYY where no month is known, or empty; in order
  status: v.record(statusSchema, count),
  topics: v.array(v.strictObject({ topic: topicRefSchema, articles: count })), // with what stands below each, an article counted once
  untagged: count,
  corrections: v.array(v.strictObject({ kind: v.string(), count })), // pieces struck, added or known to be lost, by the id of their reason
});

export type Holdings = v.InferOutput<typeof holdingsSchema>;
