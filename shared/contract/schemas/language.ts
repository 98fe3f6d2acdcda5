import * as v from 'valibot';
import type { Judged } from '#core/checks/judged.ts';
import type { Misreading } from '#core/checks/language.ts';
import type { NameKind } from '#core/names/bodies.ts';
import type { InSeries } from '#core/language/series.ts';
import type { Beside } from '#core/names/company.ts';
import { NAME_SHOWS } from '#core/names/filter.ts';
import type { Settled } from '#core/names/settled.ts';
import type { Known } from '#core/names/register.ts';
import type { Variant } from '#core/names/variant.ts';
import { count } from './model.ts';

const seenSchema = v.strictObject({ meant: v.string(), times: v.number(), read: v.string(), timesRead: v.number() });
const seriesSchema = v.strictObject({ others: v.string(), read: v.string(), meant: v.string(), length: count }) satisfies v.GenericSchema<InSeries>;
const misreadingSchema = v.strictObject({ at: count, read: v.string(), meant: v.string(), probability: v.number(), seen: v.exactOptional(seenSchema), series: v.exactOptional(seriesSchema) }) satisfies v.GenericSchema<Misreading>;
export const nameKindSchema = v.picklist(['person', 'office', 'place']) satisfies v.GenericSchema<NameKind>;
const knownSchema = v.strictObject({ name: v.string(), times: count, pages: count }) satisfies v.GenericSchema<Known>;
const variantSchema = v.strictObject({ meant: knownSchema, read: knownSchema, kind: nameKindSchema, at: count, probability: v.number() }) satisfies v.GenericSchema<Variant>;

const besideSchema = v.strictObject({ word: v.string(), times: count }) satisfies v.GenericSchema<Beside>;
const settledSchema = v.variant('as', [v.strictObject({ as: v.literal('different') }), v.strictObject({ as: v.literal('same'), rule: v.string() })]) satisfies v.GenericSchema<Settled>;

/** A name it may be one with, why, and what was said of the two. */
const nearNameSchema = v.strictObject({ ...knownSchema.entries, likeness: v.number(), looks: v.boolean(), sounds: v.boolean(), company: v.array(besideSchema), settled: v.nullable(settledSchema) });

export const nameShowSchema = v.picklist(NAME_SHOWS);

/** A name of the archive: those it may be one with, and whether it is accepted as it is. */
export const listedNameSchema = v.strictObject({ ...knownSchema.entries, kind: nameKindSchema, group: v.string(), near: v.array(nearNameSchema), right: v.boolean() });

/** What the language of the archive says of one text. */
export const judgedSchema = v.strictObject({ misreadings: v.array(misreadingSchema), variants: v.array(variantSchema) }) satisfies v.GenericSchema<Judged>;

/** What is said of texts; null: nothing is known of that one yet. `version`: of what they were judged by; null: nothing was counted yet. */
export const saidSchema = v.strictObject({ version: v.nullable(v.string()), judged: v.array(v.nullable(judgedSchema)) });

export type NearRow = v.InferOutput<typeof nearNameSchema>;
export type NameRow = v.InferOutput<typeof listedNameSchema>;
