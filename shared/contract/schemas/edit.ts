import * as v from 'valibot';
import type { Edit, Move, NewPassage, Put } from '#core/edits/edit.ts';
import {
  articleHeadSchema, articleIdSchema, count, linkEndSchema, linkSideSchema, passageIdSchema, pieceSchema, reasonSchema, roleSchema, statusSchema, topicRefSchema,
} from './model.ts';

const newPassage = v.strictObject({
  id: passageIdSchema,
  role: roleSchema,
  twin: v.exactOptional(passageIdSchema),
}) satisfies v.GenericSchema<NewPassage>;

const move = v.strictObject({
  passage: passageIdSchema,
  to: v.union([
    v.strictObject({
      article: articleIdSchema,
      after: v.nullable(passageIdSchema),
      open: v.exactOptional(v.strictObject({ head: articleHeadSchema, after: v.nullable(articleIdSchema) })),
    }),
    v.strictObject({ article: v.null(), after: v.nullable(passageIdSchema) }),
  ]),
  role: v.exactOptional(roleSchema),
  twin: v.exactOptional(v.nullable(passageIdSchema)),
}) satisfies v.GenericSchema<Move>;

const put = v.union([
  v.strictObject({ text: v.string(), why: reasonSchema }),
  v.strictObject({ pieces: v.array(pieceSchema) }),
]) satisfies v.GenericSchema<Put>;

const moves = v.pipe(v.array(move), v.minLength(1));

const edits = v.variant('kind', [
  v.strictObject({ kind: v.literal('mergeAbove'), article: articleIdSchema }),
  v.strictObject({ kind: v.literal('splitBefore'), passage: passageIdSchema, head: articleHeadSchema }),
  v.strictObject({ kind: v.literal('movePassages'), moves }),
  v.strictObject({ kind: v.literal('reorder'), article: articleIdSchema, after: v.nullable(articleIdSchema) }),
  v.strictObject({ kind: v.literal('setRole'), passage: passageIdSchema, role: roleSchema }),
  v.strictObject({ kind: v.literal('join'), passage: passageIdSchema }),
  v.strictObject({ kind: v.literal('break'), passage: passageIdSchema, at: count, lower: newPassage }),
  v.strictObject({ kind: v.literal('cutPassage'), passage: passageIdSchema, at: count, lower: newPassage }),
  v.strictObject({ kind: v.literal('replaceText'), passage: passageIdSchema, from: count, to: count, put }),
  v.strictObject({ kind: v.literal('fillGap'), passage: passageIdSchema, at: count, text: v.string(), why: reasonSchema }),
  v.strictObject({ kind: v.literal('setAside'), moves }),
  v.strictObject({ kind: v.literal('restore'), moves }),
  v.strictObject({ kind: v.literal('setTopics'), article: articleIdSchema, topics: v.array(topicRefSchema) }),
  v.strictObject({ kind: v.literal('setNote'), article: articleIdSchema, note: v.string() }),
  v.strictObject({ kind: v.literal('setStatus'), article: articleIdSchema, status: statusSchema }),
  v.strictObject({ kind: v.literal('setLink'), article: articleIdSchema, side: linkSideSchema, to: v.nullable(linkEndSchema) }),
]);

const byKind: ReadonlyMap<unknown, (typeof edits.options)[number]> = new Map(edits.options.map((schema) => [schema.entries.kind.literal, schema]));

// By its kind, the schema of an edit is at hand; a variant asks one after the other and words every refusal.
export const editSchema = v.lazy((input) => (typeof input === 'object' && input !== null && 'kind' in input ? byKind.get(input.kind) : undefined) ?? edits) satisfies v.GenericSchema<Edit>;
