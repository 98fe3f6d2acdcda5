import * as v from 'valibot';
import { WRONGS } from '#core/topics/exchange.ts';
import { appErrorSchema } from '../app-error.ts';
import { entryIdSchema, issueIdSchema } from './library.ts';
import { count, topicRefSchema } from './model.ts';

export const LANGUAGES = ['en', 'zh-Hans'] as const;
export const languageSchema = v.picklist(LANGUAGES);
export const themeSchema = v.picklist(['light', 'dark', 'contrast']);

export const READING_FACES = ['song', 'hei', 'system'] as const;

/** How the page's own text is set: type in CSS pixels, lines in characters, leading as a multiple of the type. */
export const readingSchema = v.strictObject({
  size: v.pipe(v.number(), v.integer(), v.minValue(14), v.maxValue(26)),
  measure: v.pipe(v.number(), v.integer(), v.minValue(24), v.maxValue(44)),
  leading: v.pipe(v.number(), v.minValue(1.5), v.maxValue(2.2)),
  face: v.picklist(READING_FACES),
});

/** How it is set where nobody has said otherwise. */
export const READING: Reading = { size: 17, measure: 38, leading: 1.8, face: 'song' };

/** The keys a user has set, by command id, in the notation of the window; a command that is not named has its own. */
export const keysSchema = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9.-]{1,59}$/)),
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(60))), v.minLength(1), v.maxLength(8)),
  ),
  v.maxEntries(600),
);

/** A project as the window knows it. No path but the watched folder's, which is shown and never sent back. */
export const openProjectSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  folder: v.string(),
});

export const appStateSchema = v.strictObject({
  version: v.string(),
  electron: v.string(),
  language: languageSchema,
  languageSetting: v.union([v.literal('system'), languageSchema]),
  theme: themeSchema,
  themeSetting: v.union([v.literal('system'), themeSchema]),
  keys: keysSchema,
  reading: readingSchema,
  recent: v.array(v.strictObject({ ...openProjectSchema.entries, openedAt: v.string(), there: v.boolean() })),
  project: v.nullable(openProjectSchema),
  notOpened: v.nullable(v.strictObject({ name: v.string(), error: appErrorSchema })), // what was open when Stet was quit and could not be opened again
});

/** Settings of a project: edits of their own kind in the journal. */
export const settingsSchema = v.strictObject({
  /** File-name pattern with {newspaper} {edition} {date} {year} {month} {day} {page} and `*`; empty: none. */
  fileNamePattern: v.string(),
  /** Topics on the digit keys 1 to 9. */
  digits: v.array(topicRefSchema),
  editor: v.string(), // who signs the journal's entries
  makeReady: v.boolean(), // the next export is made ready while nobody does anything
});

/** A backup took the place of a damaged database: what was decided after it, where that could still be read, and on which pages ('': the project as a whole). */
export const lostSchema = v.strictObject({
  backup: v.string(), // ISO 8601, when it was made
  kept: v.string(), // the damaged file, below the project's folder
  changes: v.nullable(v.strictObject({ count, pages: v.array(v.string()) })),
});

/** Why a project can only be looked at: another process writes to it, or it lies where nothing can be written. */
export const READ_ONLY = ['held', 'disk'] as const;

export const projectInfoSchema = v.strictObject({
  name: v.string(),
  folder: v.string(),
  folderThere: v.boolean(),
  readOnly: v.nullable(v.picklist(READ_ONLY)), // null: it can be worked on
  settings: settingsSchema,
  head: count, // the last journal entry; 0 when nothing was ever decided
  savedAt: v.nullable(v.string()), // ISO 8601, of that entry
  files: count,
  articles: count,
  approved: count,
  restored: v.nullable(lostSchema),
});

/** A name or a note in both languages; empty where there is none. */
export const namesSchema = v.strictObject({ en: v.string(), 'zh-Hans': v.string() });

export const topicSchema = v.strictObject({
  scheme: v.string(),
  id: v.string(),
  notation: v.string(), // its number or code in a published list, if it has one
  broader: v.nullable(v.string()), // id of the topic above it in the same scheme
  labels: namesSchema,
  definition: namesSchema, // what belongs to it
  retired: v.boolean(),
});

export const schemeSchema = v.strictObject({
  id: v.string(),
  title: namesSchema,
  editable: v.boolean(), // the user's own
  retired: v.boolean(), // no longer offered
  topics: v.array(topicSchema),
});

/** A topic an article might have. A reason is a pair of characters in it that so many of the articles with that topic have. */
export const suggestionSchema = v.strictObject({
  topic: topicRefSchema,
  probability: v.number(),
  reasons: v.array(v.strictObject({ pair: v.string(), with: count, of: count })),
});

/** What taking a file into a scheme does, or would do. */
export const importReportSchema = v.strictObject({
  added: count,
  changed: count,
  retired: count,
  same: count,
  refused: count,
  firstRefused: v.array(v.strictObject({ line: v.nullable(count), id: v.string(), why: v.picklist(WRONGS) })), // at most 100
  sample: v.array(v.strictObject({ what: v.picklist(['added', 'changed', 'retired']), id: v.string(), labels: namesSchema })), // at most 20 of each
  title: namesSchema, // of the scheme, as the file has it; empty where it says nothing
});

/** A line of the history. `label` is a key of the string files under `history.`; `who` signs it. */
export const entrySchema = v.strictObject({
  entry: entryIdSchema,
  at: v.string(),
  who: v.string(),
  origin: v.picklist(['person', 'rule', 'parser']),
  label: v.string(),
  edits: count,
  issues: v.array(issueIdSchema),
  undoes: v.nullable(entryIdSchema),
  redoes: v.nullable(entryIdSchema),
  live: v.boolean(), // done and not taken back
});

export const JOB_KINDS = ['reading', 'export', 'verify', 'learning', 'comparing', 'splitting', 'changing', 'checking'] as const;
export const jobSchema = v.strictObject({
  job: v.string(),
  kind: v.picklist(JOB_KINDS),
  state: v.picklist(['running', 'done', 'cancelled', 'failed']),
  done: count,
  total: count,
  perSecond: v.number(),
  secondsLeft: v.nullable(v.number()),
});

export type Language = v.InferOutput<typeof languageSchema>;
export type Keys = v.InferOutput<typeof keysSchema>;
export type Reading = v.InferOutput<typeof readingSchema>;
export type Theme = v.InferOutput<typeof themeSchema>;
export type AppState = v.InferOutput<typeof appStateSchema>;
export type OpenProject = v.InferOutput<typeof openProjectSchema>;
export type ReadOnly = (typeof READ_ONLY)[number];
export type Lost = v.InferOutput<typeof lostSchema>;
export type ProjectInfo = v.InferOutput<typeof projectInfoSchema>;
export type Settings = v.InferOutput<typeof settingsSchema>;
export type Topic = v.InferOutput<typeof topicSchema>;
export type Names = v.InferOutput<typeof namesSchema>;
export type TopicSuggestion = v.InferOutput<typeof suggestionSchema>;
export type ImportReport = v.InferOutput<typeof importReportSchema>;
export type Scheme = v.InferOutput<typeof schemeSchema>;
export type Entry = v.InferOutput<typeof entrySchema>;
export type Job = v.InferOutput<typeof jobSchema>;
