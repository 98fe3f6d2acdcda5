import * as v from 'valibot';
import { LONGEST_ACCEPTED } from '#core/checks/accepted.ts';
import { count } from './model.ts';

/** Where a wording is accepted: in the open project, or in every project on this computer. */
export const ACCEPTED_SCOPES = ['project', 'everywhere'] as const;
export const acceptedScopeSchema = v.picklist(ACCEPTED_SCOPES);

const check = v.pipe(v.string(), v.regex(/^[a-z-]{0,40}$/)); // '': all of them

/** A wording and where it is accepted. */
export const acceptedSchema = v.strictObject({
  scope: acceptedScopeSchema,
  check,
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ACCEPTED)),
});

/** The same as a list holds it: by whom, and when (ISO 8601; empty: not known). */
export const acceptedRowSchema = v.strictObject({ ...acceptedSchema.entries, who: v.string(), at: v.string() });

/** How many places a wording quiets in articles of the project that are not approved. */
export const quietedSchema = v.strictObject({ check, text: v.string(), places: count });

/** What a list in a file would bring: how many wordings are new, there already, and unusable; and the first of the new ones. */
export const triedListSchema = v.strictObject({ added: count, same: count, refused: count, sample: v.array(v.strictObject({ check, text: v.string() })) });

export type TriedList = v.InferOutput<typeof triedListSchema>;
export type AcceptedScope = (typeof ACCEPTED_SCOPES)[number];
export type AcceptedWording = v.InferOutput<typeof acceptedSchema>;
export type AcceptedRow = v.InferOutput<typeof acceptedRowSchema>;
export type Quieted = v.InferOutput<typeof quietedSchema>;
