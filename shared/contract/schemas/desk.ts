import * as v from 'valibot';
import { count, articleIdSchema, passageIdSchema, reasonSchema, roleSchema, treeSchema } from './model.ts';
import { entryIdSchema, issueIdSchema, metadataSchema, originSchema } from './library.ts';
import { DECISION_KINDS } from '#core/model/decision.ts';
import type { Decision } from '#core/model/decision.ts';
import { SETTLED_KINDS, VERDICTS } from '#core/model/settlement.ts';
import { fileSchema } from './file.ts';
import { editSchema } from './edit.ts';

/** A machine's decision, kept beside the tree. `confidence` is a probability. */
export const decisionSchema = v.strictObject({
  subject: v.union([passageIdSchema, articleIdSchema]),
  kind: v.picklist(DECISION_KINDS),
  confidence: v.number(),
  reasons: v.array(reasonSchema),
  roles: v.exactOptional(v.tuple([roleSchema, roleSchema])),
}) satisfies v.GenericSchema<Decision>;

const subject = v.pipe(v.string(), v.minLength(1), v.maxLength(400));

/** A person's answer to a decision or a finding; `verdict` null takes it back. */
export const settlementSchema = v.strictObject({ kind: v.picklist(SETTLED_KINDS), subject, verdict: v.nullable(v.picklist(VERDICTS)) });

/** The answers that stand on an issue, and whether what stands aside was confirmed (or nothing does). */
export const answersSchema = v.strictObject({
  settled: v.array(v.strictObject({ ...settlementSchema.entries, verdict: v.picklist(VERDICTS) })),
  asideConfirmed: v.boolean(),
});

/** A human edit that found no place in a new reading of the file, with both readings of its surroundings. */
export const unplacedSchema = v.strictObject({
  entry: entryIdSchema,
  edit: editSchema,
  was: v.string(),
  is: v.string(),
  problem: v.string(), // code: an EditError, or `anchor-gone`
});

/** Everything the desk needs of one issue. `version` counts its edits: an edit names the version it was made on. */
export const openIssueSchema = v.strictObject({
  issue: issueIdSchema,
  version: count,
  source: v.string(),
  tree: treeSchema,
  decisions: v.array(decisionSchema),
  metadata: v.strictObject({
    values: metadataSchema,
    origins: v.strictObject({ newspaper: originSchema, edition: originSchema, date: originSchema, page: originSchema }),
  }),
  files: v.array(fileSchema),
  unplaced: v.array(unplacedSchema),
  ...answersSchema.entries,
  canUndo: v.boolean(),
  canRedo: v.boolean(),
});

/** The issue after an edit, an undo or a redo was made durable. The tree is sent where the window cannot know it. */
export const savedSchema = v.strictObject({
  entry: entryIdSchema,
  version: count,
  savedAt: v.string(),
  canUndo: v.boolean(),
  canRedo: v.boolean(),
});

export type UnplacedEdit = v.InferOutput<typeof unplacedSchema>;
export type OpenIssue = v.InferOutput<typeof openIssueSchema>;
export type Saved = v.InferOutput<typeof savedSchema>;
