import * as v from 'valibot';
import { appErrorSchema } from './app-error.ts';
import { issueIdSchema } from './schemas/library.ts';
import { count } from './schemas/model.ts';
import { appStateSchema, jobSchema } from './schemas/project.ts';

/** Every event that may cross a process. Events announce what is so; they never ask for anything. */
export const EVENTS = {
  'app.changed': { from: 'main', payload: appStateSchema },
  'app.closing': { from: 'main', payload: v.strictObject({}) }, // the window is about to close: what it holds is to be sent or kept, then `app.leave`
  'app.command': { from: 'main', payload: v.strictObject({ command: v.string() }) }, // chosen in the system's menu
  'engine.state': { from: 'main', payload: v.strictObject({ state: v.picklist(['starting', 'ready', 'restarting', 'reopening', 'taking-over', 'failed']), error: v.nullable(appErrorSchema) }) },
  'project.saved': { from: 'engine', payload: v.strictObject({ head: count, savedAt: v.string() }) },
  'issue.changed': { from: 'engine', payload: v.strictObject({ issue: issueIdSchema, version: count }) },
  'accepted.changed': { from: 'engine', payload: v.strictObject({}) }, // the lists of wordings, or how many places they quiet
  'companion.changed': { from: 'engine', payload: v.strictObject({ issue: issueIdSchema }) }, // the picture beside a page came, went or is another
  'library.changed': { from: 'engine', payload: v.strictObject({ revision: count }) },
  'language.changed': { from: 'engine', payload: v.strictObject({ version: v.string() }) }, // the archive was counted anew: texts may be judged otherwise now
  'learning.changed': { from: 'engine', payload: v.strictObject({ pages: count }) }, // that would split otherwise now
  'files.changed': { from: 'engine', payload: v.strictObject({ files: count, folderThere: v.boolean() }) },
  'job.progress': { from: 'engine', payload: v.strictObject({ ...jobSchema.entries, error: v.nullable(appErrorSchema), result: v.nullable(v.record(v.string(), v.union([v.string(), v.number()]))) }) },
} as const satisfies Record<string, { from: 'main' | 'engine'; payload: v.GenericSchema }>;

export type Events = typeof EVENTS;
export type EventName = keyof Events;
export type EventPayload<K extends EventName> = v.InferOutput<Events[K]['payload']>;

/** Every event's name, sorted. */
export const EVENT_NAMES = (Object.keys(EVENTS) as EventName[]).toSorted();
