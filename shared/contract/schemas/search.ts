import * as v from 'valibot';
import { EXPRESSION_FAULTS } from '#core/search/expression.ts';
import { ARTICLE_ROLES } from '#core/model/role.ts';
import { filterSchema, issueIdSchema } from './library.ts';
import { articleIdSchema, count, passageIdSchema, statusSchema } from './model.ts';
import { queueNameSchema } from './queue.ts';

export const VIEWS = ['emended', 'printed'] as const;

/** What is looked for, and where. Every part of the filter must hold of the article. */
export const questionSchema = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(1_000)),
  expression: v.boolean(), // the text is a regular expression
  exact: v.boolean(), // simplified and traditional, widths and case are told apart
  view: v.picklist(VIEWS),
  roles: v.pipe(v.array(v.picklist(ARTICLE_ROLES)), v.maxLength(ARTICLE_ROLES.length)), // none: all
  filter: filterSchema,
  newest: v.boolean(), // first; else the oldest
});

/** A hit with the text around it in its line. `line` from 0 among the article's lines; `from` in UTF-16 units of the line. */
export const hitSchema = v.strictObject({
  article: articleIdSchema,
  issue: issueIdSchema,
  nth: count, // of the article's hits, from 0
  of: count,
  line: count,
  from: count,
  to: count,
  role: v.picklist(ARTICLE_ROLES),
  before: v.string(),
  hit: v.string(), // cut off where it is long
  after: v.string(),
  headline: v.string(),
  newspaper: v.string(),
  date: v.string(),
  page: v.string(),
  file: v.string(),
  status: statusSchema,
});

/** Why nothing could be looked for. */
export const questionFaultSchema = v.picklist(['empty', 'line-end', ...EXPRESSION_FAULTS.map((fault) => `expression-${fault}` as const)]);

/** `packed` of `texts`: how far the index has come that makes searching quick; what is not in it is looked through. */
export const foundSchema = v.strictObject({ hits: count, articles: count, revision: count, packed: count, texts: count, rows: v.array(hitSchema) });

/** Where a hit stands on its page: in the marked-up text of a passage. */
export const hitPlaceSchema = v.strictObject({ issue: issueIdSchema, passage: passageIdSchema, from: count, to: count });

export const searchIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

/** A search that was saved under a name. */
export const savedSearchSchema = v.strictObject({ id: searchIdSchema, name: queueNameSchema, question: questionSchema });

export type SearchQuestion = v.InferOutput<typeof questionSchema>;
export type Hit = v.InferOutput<typeof hitSchema>;
export type Found = v.InferOutput<typeof foundSchema>;
export type HitPlace = v.InferOutput<typeof hitPlaceSchema>;
export type SavedSearch = v.InferOutput<typeof savedSearchSchema>;
