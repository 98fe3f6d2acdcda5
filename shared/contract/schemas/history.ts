import * as v from 'valibot';
import type { Change } from '#core/edits/changes.ts';
import { count } from './model.ts';
import { entrySchema } from './project.ts';

const changeSchema = v.strictObject({
  what: v.picklist(['text', 'role', 'place', 'status', 'note', 'topics', 'answer']),
  subject: v.string(),
  name: v.string(),
  before: v.string(),
  after: v.string(),
}) satisfies v.GenericSchema<Change>;

/** What an entry did to a page, the first of it one by one, and what has to be taken back before it can be, in that order. */
export const lookSchema = v.strictObject({ changes: v.array(changeSchema), more: count, dependents: v.array(entrySchema) });

export type Look = v.InferOutput<typeof lookSchema>;
