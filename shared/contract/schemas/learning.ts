import * as v from 'valibot';
import { VERDICTS } from '#core/split/train/verdict.ts';
import { issueIdSchema } from './library.ts';
import { count } from './model.ts';

/** Weights by their version; null: the program's own. */
export const weightsSchema = v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)));

/** Why nothing can be learned from a page: see `NotTaught`; or nobody has confirmed what stands aside on it. */
export const notTaughtSchema = v.picklist(['aside-open', 'no-articles', 'block-shared', 'not-of-the-grammar']);

const tally = v.strictObject({ right: count, wrong: count });
export const agreementSchema = v.strictObject({ boundaries: tally, roles: tally, joins: tally });

/** What held-back pages showed. `chance`: how likely so great a gain is where there is none, 0..1. */
export const judgementSchema = v.strictObject({
  verdict: v.picklist(VERDICTS),
  pages: count,
  before: agreementSchema,
  after: agreementSchema,
  chance: v.number(),
});

/** One time that was learned from approved pages. `after`: the weights that were kept; null if they were no better. */
export const lessonSchema = v.strictObject({ at: v.string(), kept: weightsSchema, judgement: judgementSchema });

/** Weights that can be put to use. `fits`: whether they are for the features of this program. */
export const keptWeightsSchema = v.strictObject({
  version: v.string(),
  madeAt: v.string(),
  fits: v.boolean(),
  lesson: v.nullable(lessonSchema), // that brought them about
});

export const learningSchema = v.strictObject({
  approved: count, // pages from which can be learned
  fresh: count, // of these: that the weights in use never saw
  fewest: count, // fresh pages that it takes
  more: count, // approved pages that came since was last learned
  leftOut: v.strictObject({ count, pages: v.array(v.strictObject({ issue: issueIdSchema, path: v.string(), why: notTaughtSchema })) }), // approved, but nothing can be learned from them
  inUse: weightsSchema,
  fits: v.boolean(), // whether the weights in use are for the features of this program; if not, the program's own are used
  weights: v.array(keptWeightsSchema), // newest first
  last: v.nullable(lessonSchema),
  running: v.nullable(v.string()), // the job that learns
  otherwise: v.strictObject({ pages: count, ready: count, complete: v.boolean() }), // pages that would split otherwise now; ready: all that people did would find its place
});

/** A page that would be split otherwise now: how many boundaries, roles, joins and places of blocks would be others. */
export const otherwiseSchema = v.strictObject({
  issue: issueIdSchema,
  path: v.string(),
  boundaries: count,
  roles: count,
  joins: count,
  moved: count,
  unplaced: count, // decisions of people that would find no place
  pinned: count, // approved articles that would be others: the page stays as it is
});

export type NotTaughtCode = v.InferOutput<typeof notTaughtSchema>;
export type Judgement = v.InferOutput<typeof judgementSchema>;
export type LessonTold = v.InferOutput<typeof lessonSchema>;
export type Learning = v.InferOutput<typeof learningSchema>;
export type Otherwise = v.InferOutput<typeof otherwiseSchema>;
