import * as v from 'valibot';
import type { Rule } from '#core/mend/rule.ts';
import { putSchema } from './concordance.ts';
import { ruleIdSchema } from './library.ts';
import { count } from './model.ts';

const date = v.pipe(v.string(), v.regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/));
const wording = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.regex(/^[^\n\r\0]*$/));

/** What a person says of a rule; who made it and when is added. */
export const ruleDraftSchema = v.strictObject({
  read: wording,
  put: putSchema,
  folder: v.pipe(v.string(), v.maxLength(500), v.regex(/^(?:[^/\0]+(?:\/[^/\0]+)*)?$/)), // '': all
  newspaper: v.pipe(v.string(), v.maxLength(200)),
  from: date,
  to: date,
  except: v.pipe(v.array(wording), v.maxLength(200)),
  applies: v.boolean(),
  on: v.boolean(),
});

export const ruleSchema = v.strictObject({ id: ruleIdSchema, ...ruleDraftSchema.entries, who: v.string(), at: v.string() }) satisfies v.GenericSchema<unknown, Rule>;

/** A rule with what it did of its own accord: how many places read so by it, and how many entries that are in force it did that by. */
export const ruleRowSchema = v.strictObject({ ...ruleSchema.entries, applied: count, entries: count });

/** Places in articles that are not approved: those a rule would still have read otherwise, and those somebody said of that they are right. */
export const rulePlacesSchema = v.strictObject({ open: count, left: count });

export type RulePlaces = v.InferOutput<typeof rulePlacesSchema>;
export type RuleDraft = v.InferOutput<typeof ruleDraftSchema>;
export type RuleRow = v.InferOutput<typeof ruleRowSchema>;
