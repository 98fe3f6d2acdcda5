import * as v from 'valibot';
import { issueIdSchema, metadataSchema } from './library.ts';
import { articleIdSchema, linkSideSchema } from './model.ts';

/** An article of a page. */
export const articleAtSchema = v.strictObject({ issue: issueIdSchema, article: articleIdSchema });

/** A page by what is known of it. */
const pageOfLink = { issue: issueIdSchema, metadata: metadataSchema, path: v.string() };

/** A link of an article of a page. `article` null: that page has no article that is its other end any more; `goesRound`: it has, but the way on leads back here. */
export const linkSchema = v.strictObject({
  of: articleIdSchema,
  side: linkSideSchema,
  ...pageOfLink,
  article: v.nullable(articleIdSchema),
  headline: v.string(),
  goesRound: v.boolean(),
});

export const LINK_REASONS = ['names-title', 'names-page', 'named-there', 'headline'] as const;

/** An article that another may go on in or come from, and why it may be that one; `isLinked`: it is the end of another link there. */
export const linkableSchema = v.strictObject({
  ...articleAtSchema.entries,
  metadata: metadataSchema,
  path: v.string(),
  headline: v.string(),
  reasons: v.array(v.picklist(LINK_REASONS)),
  isLinked: v.boolean(),
});

export type Link = v.InferOutput<typeof linkSchema>;
export type Linkable = v.InferOutput<typeof linkableSchema>;
