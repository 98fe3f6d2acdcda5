import * as v from 'valibot';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import { LINK_SIDES, STATUSES } from '#core/model/issue.ts';
import type { ArticleHead, LinkEnd, Passage, TopicRef, Tree } from '#core/model/issue.ts';
import type { Piece, Range } from '#core/model/piece.ts';
import type { Reason } from '#core/model/reason.ts';
import { ROLES } from '#core/model/role.ts';

/** An offset or a count. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const isId = (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= 200;
const idText = v.custom<string>(isId);

export const passageIdSchema = v.custom<PassageId>(isId);
export const articleIdSchema = v.custom<ArticleId>(isId);

export const roleSchema = v.picklist(ROLES);
export const statusSchema = v.picklist(STATUSES);

export const reasonSchema = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(200)),
  data: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
}) satisfies v.GenericSchema<Reason>;

export const rangeSchema = v.strictObject({ from: count, to: count }) satisfies v.GenericSchema<Range>;

export const pieceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('kept'), range: rangeSchema }),
  v.strictObject({ kind: v.literal('struck'), range: rangeSchema, why: reasonSchema }),
  v.strictObject({ kind: v.literal('added'), text: v.string(), why: reasonSchema }),
  v.strictObject({ kind: v.literal('gap'), extent: v.nullable(count), why: reasonSchema }),
]) satisfies v.GenericSchema<Piece>;

export const passageSchema = v.strictObject({
  id: passageIdSchema,
  role: roleSchema,
  pieces: v.array(pieceSchema),
  twin: v.exactOptional(passageIdSchema),
}) satisfies v.GenericSchema<Passage>;

export const topicRefSchema = v.strictObject({ scheme: idText, id: idText }) satisfies v.GenericSchema<TopicRef>;

export const linkSideSchema = v.picklist(LINK_SIDES);
export const linkEndSchema = v.strictObject({ link: idText, issue: count }) satisfies v.GenericSchema<LinkEnd>;

const head = {
  id: articleIdSchema,
  status: statusSchema,
  topics: v.array(topicRefSchema),
  note: v.string(),
  next: v.exactOptional(linkEndSchema),
  previous: v.exactOptional(linkEndSchema),
};

export const articleHeadSchema = v.strictObject(head) satisfies v.GenericSchema<ArticleHead>;

export const treeSchema = v.strictObject({
  articles: v.array(v.strictObject({ ...head, passages: v.array(passageSchema) })),
  aside: v.array(passageSchema),
}) satisfies v.GenericSchema<Tree>;
