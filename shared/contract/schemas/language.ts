import * as v from 'valibot';
import type { Judged } from '#core/checks/judged.ts';
import type { Misreading } from '#core/checks/language.ts';
import type { Known } from '#core/names/register.ts';
import type { Variant } from '#core/names/variant.ts';
import { count } from './model.ts';

const seenSchema = v.strictObject({ meant: v.string(), read: v.string(), isOnly: v.boolean() });
const misreadingSchema = v.strictObject({ at: count, read: v.string(), meant: v.string(), probability: v.number(), seen: v.exactOptional(seenSchema) }) satisfies v.GenericSchema<Misreading>;
const knownSchema = v.strictObject({ name: v.string(), times: count, pages: count }) satisfies v.GenericSchema<Known>;
const variantSchema = v.strictObject({ meant: knownSchema, read: knownSchema, at: count, probability: v.number() }) satisfies v.GenericSchema<Variant>;

/** A name in credits: those it may be one with, and whether it is accepted as it is. */
export const listedNameSchema = v.strictObject({ ...knownSchema.entries, group: v.string(), near: v.array(v.strictObject({ ...knownSchema.entries, likeness: v.number() })), right: v.boolean() });

/** What the language of the archive says of one text. */
export const judgedSchema = v.strictObject({ misreadings: v.array(misreadingSchema), variants: v.array(variantSchema) }) satisfies v.GenericSchema<Judged>;

/** What is said of texts; null: nothing is known of that one yet. `version`: of what they were judged by; null: nothing was counted yet. */
export const saidSchema = v.strictObject({ version: v.nullable(v.string()), judged: v.array(v.nullable(judgedSchema)) });

export type NameRow = v.InferOutput<typeof listedNameSchema>;
