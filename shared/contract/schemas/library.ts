import * as v from 'valibot';
import { articleIdSchema, count, statusSchema, topicRefSchema } from './model.ts';

/** Ids of the project's own tables; opaque to the window. */
export const issueIdSchema = count;
export const fileIdSchema = count;
export const entryIdSchema = count;
export const ruleIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

/** The columns of the library, in their first order. */
export const COLUMNS = [
  'headline', 'byline', 'newspaper', 'edition', 'date', 'page', 'file', 'folder', 'topics', 'status', 'confidence', 'risk', 'findings', 'length',
] as const;
export const columnSchema = v.picklist(COLUMNS);

const text = v.pipe(v.string(), v.maxLength(1_000));

/** What the library shows. Every part that is there must hold; an empty filter shows all. */
export const filterSchema = v.strictObject({
  text: v.exactOptional(text), // in headline, byline or text of the article, as emended
  columns: v.exactOptional(v.record(columnSchema, text)), // text columns: contains; number columns: `>5`, `<0.8`, `2..4` or a number
  status: v.exactOptional(v.array(statusSchema)),
  topics: v.exactOptional(v.array(topicRefSchema)), // any of them, or of what stands below them
  exactTopics: v.exactOptional(v.boolean()), // these topics alone, not what stands below them
  untagged: v.exactOptional(v.boolean()),
  otherwise: v.exactOptional(v.boolean()), // on a page that the weights in use would split otherwise than it is
  gone: v.exactOptional(v.boolean()), // on a page whose file is no longer in the folder
  folder: v.exactOptional(v.string()), // this folder and those below it
  dateFrom: v.exactOptional(text),
  dateTo: v.exactOptional(text),
});

export const sortSchema = v.strictObject({ column: columnSchema, descending: v.boolean() });

/** One article in the library. `length` in code points of the emended text; `confidence` of its weakest decision, null where a person made it. */
export const rowSchema = v.strictObject({
  article: articleIdSchema,
  issue: issueIdSchema,
  position: count, // of the article on its page, from 1
  headline: v.string(),
  byline: v.string(),
  newspaper: v.string(),
  edition: v.string(),
  date: v.string(),
  page: v.string(),
  file: v.string(),
  folder: v.string(),
  gone: v.boolean(), // the file is no longer there; its text and all that was decided about it are
  topics: v.array(topicRefSchema),
  status: statusSchema,
  confidence: v.nullable(v.number()),
  risk: v.number(), // errors to be expected per minute of attention; 0 where nothing is left to decide
  findings: count,
  length: count,
});

/** The columns of the list of pages, in their first order. */
export const PAGE_COLUMNS = [
  'file', 'newspaper', 'edition', 'date', 'page', 'folder', 'articles', 'approved', 'left', 'length', 'doubts', 'findings', 'risk', 'changed', 'status',
] as const;
export const pageColumnSchema = v.picklist(PAGE_COLUMNS);
export const pageSortSchema = v.strictObject({ column: pageColumnSchema, descending: v.boolean() });

/** One page in the library: figures of all its articles, whichever of them a filter shows. `length` in code points of their emended texts. */
export const pageRowSchema = v.strictObject({
  issue: issueIdSchema,
  file: v.string(),
  folder: v.string(),
  gone: v.boolean(), // as of an article
  newspaper: v.string(),
  edition: v.string(),
  date: v.string(),
  page: v.string(),
  articles: count,
  approved: count, // articles
  left: count, // articles that are not approved
  first: v.nullable(articleIdSchema), // of those
  length: count,
  doubts: count, // decisions of the machine that are asked about
  findings: count,
  risk: v.number(), // errors to be expected per minute of attention; 0 where nothing is left to decide
  changed: v.string(), // when anything was last decided about it, ISO 8601; empty: nothing was
  status: statusSchema, // approved: all of its articles are, and its aside is confirmed
});

export const facetsSchema = v.strictObject({
  articles: count,
  issues: count,
  untagged: count,
  otherwise: count, // on pages that the weights in use would split otherwise
  gone: count, // on pages whose file is no longer there
  status: v.record(statusSchema, count),
  topics: v.array(v.strictObject({ topic: topicRefSchema, articles: count })), // with what stands below each, an article counted once
  folders: v.array(v.strictObject({ folder: v.string(), articles: count })),
  unreadable: count,
});

/** Which articles an act is for: the ticked ones, or all that a filter shows. */
export const selectionSchema = v.union([
  v.strictObject({ articles: v.array(articleIdSchema) }),
  v.strictObject({ filter: filterSchema }),
]);

/** Of the articles an act is for: how many there are, and how many have each topic, or it or one below it. A topic that none has is left out. */
export const taggedSchema = v.strictObject({ articles: count, topics: v.array(v.strictObject({ topic: topicRefSchema, have: count, within: count })) });

/** What is known of an issue beside its text. A date is YYYY, YYYY-MM or YYYY-MM-DD; empty text is unknown. */
export const metadataSchema = v.strictObject({
  newspaper: text,
  edition: text,
  date: v.pipe(v.string(), v.regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/)),
  page: text,
});

export const originSchema = v.picklist(['file-name', 'person']);

export type IssueId = v.InferOutput<typeof issueIdSchema>;
export type FileId = v.InferOutput<typeof fileIdSchema>;
export type EntryId = v.InferOutput<typeof entryIdSchema>;
export type Column = v.InferOutput<typeof columnSchema>;
export type Filter = v.InferOutput<typeof filterSchema>;
export type Sort = v.InferOutput<typeof sortSchema>;
export type Row = v.InferOutput<typeof rowSchema>;
export type PageColumn = v.InferOutput<typeof pageColumnSchema>;
export type PageSort = v.InferOutput<typeof pageSortSchema>;
export type PageRow = v.InferOutput<typeof pageRowSchema>;
export type Facets = v.InferOutput<typeof facetsSchema>;
export type Tagged = v.InferOutput<typeof taggedSchema>;
export type Selection = v.InferOutput<typeof selectionSchema>;
export type Metadata = v.InferOutput<typeof metadataSchema>;
export type Origin = v.InferOutput<typeof originSchema>;
