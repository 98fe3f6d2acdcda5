import * as v from 'valibot';
import { issueIdSchema } from './library.ts';

/**
 * What a window could not send before it closed: kept by main, sent at the next start. `waiting` is the window's own JSON, oldest first;
 * main does not look into it, and the engine looks at each act when it is sent.
 */
export const unsentSchema = v.strictObject({ project: v.string(), issue: issueIdSchema, waiting: v.pipe(v.string(), v.maxLength(8_000_000)) });

export type Unsent = v.InferOutput<typeof unsentSchema>;
