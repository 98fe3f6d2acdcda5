import * as v from 'valibot';
import type { Change } from '#core/edits/changes.ts';
import { entryIdSchema, issueIdSchema } from './library.ts';
import { count } from './model.ts';
import { entrySchema } from './project.ts';

const CHANGED = ['text', 'role', 'place', 'status', 'note', 'topics', 'next', 'previous', 'answer', 'accepted'] as const;

const changeSchema = v.strictObject({
  what: v.picklist(CHANGED),
  subject: v.string(),
  name: v.string(),
  before: v.string(),
  after: v.string(),
}) satisfies v.GenericSchema<Change>;

/** A page by the names it goes by. */
const pageSchema = v.strictObject({ issue: issueIdSchema, path: v.string(), date: v.string(), page: v.string() });

/** What an entry did to a page, the first of it one by one, and what has to be taken back before it can be, in that order. `pages`: the first of those it was of. */
export const lookSchema = v.strictObject({ changes: v.array(changeSchema), more: count, pages: v.array(pageSchema) });

/**
 * An entry in a line: what it was done to, and what that was before and after. `act`: no more can be told in a line; `field`: a value of the page's data, whose name is
 * `name`; `label`: the names of a topic or scheme. `on`: what `subject` is.
 */
const briefSchema = v.strictObject({ ...changeSchema.entries, what: v.picklist([...CHANGED, 'act', 'field', 'label']), on: v.nullable(v.picklist(['passage', 'article'])) });

/** The kinds of entries the history can be narrowed to, with the labels of each. */
export const HISTORY_KINDS = {
  text: ['apply-rule', 'fill-gap', 'mend', 'mend-everywhere', 'take-back-all', 'take-back-place', 'type', 'typing'],
  articles: ['break', 'cut', 'deal', 'join', 'merge', 'move', 'own-issue', 'reorder', 'restore', 'send', 'set-aside', 'split'],
  roles: ['set-role'],
  status: ['approve', 'approve-page', 'confirm-aside', 'set-status'],
  answers: ['accept', 'ask-again', 'dismiss', 'dismiss-everywhere', 'dismiss-project'],
  links: ['link', 'unlink'],
  topics: ['add-scheme', 'add-topic', 'change-scheme', 'change-topic', 'import-topics', 'set-topics', 'tag', 'untag'],
  notes: ['note'],
  pages: ['mended', 're-read', 'set-encoding', 'set-metadata', 'split-anew'],
  project: ['accept-wording', 'add-rule', 'change-rule', 'change-wording', 'import-wordings', 'learn', 'remove-preset', 'remove-queue', 'remove-rule', 'remove-search', 'remove-wording', 'rename-preset', 'rename-queue', 'save-preset', 'save-queue', 'save-search', 'set-settings', 'settle-anew', 'use-weights'],
  turns: ['redo', 'undo'],
} as const;

export type HistoryKind = keyof typeof HISTORY_KINDS;
export const HISTORY_KIND_NAMES = Object.keys(HISTORY_KINDS) as HistoryKind[];

/** Who entries are by: a person by name, or Stet or a rule. */
export const authorSchema = v.strictObject({ origin: entrySchema.entries.origin, who: v.string() });

/** What of the history is asked for; every part that is there must hold. `page`: the file's path or the date contains it. */
export const historyFilterSchema = v.strictObject({
  kind: v.exactOptional(v.picklist(HISTORY_KIND_NAMES)),
  by: v.exactOptional(authorSchema),
  page: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
});

/** A line of the whole project's history. */
export const historyRowSchema = v.strictObject({
  entry: entryIdSchema,
  at: v.string(),
  ...authorSchema.entries,
  label: v.string(),
  turns: v.nullable(v.strictObject({ entry: entryIdSchema, label: v.string(), back: v.boolean() })), // what an undo (back) or redo is of
  edits: count,
  pages: count,
  page: v.nullable(pageSchema), // the first of them
  brief: v.nullable(briefSchema),
  state: v.picklist(['live', 'displaced', 'undone', 'none']), // none: an undo or redo, or nothing that could be taken back
  undone: v.nullable(v.strictObject({ at: v.string(), who: v.string() })), // when it was taken back, and by whom
});

export type Look = v.InferOutput<typeof lookSchema>;
export type Brief = v.InferOutput<typeof briefSchema>;
export type Author = v.InferOutput<typeof authorSchema>;
export type HistoryFilter = v.InferOutput<typeof historyFilterSchema>;
export type HistoryRow = v.InferOutput<typeof historyRowSchema>;
