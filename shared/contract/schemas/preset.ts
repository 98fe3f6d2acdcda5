import * as v from 'valibot';
import { filterSchema } from './library.ts';
import { queueNameSchema } from './queue.ts';

export const presetIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

/** What is exported, in which formats, and how it is to look. `licence` null: as it stands; every project has its own. */
export const presetChoicesSchema = v.strictObject({
  formats: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(60))), v.minLength(1), v.maxLength(40)),
  filter: filterSchema,
  reading: v.picklist(['emended', 'printed']),
  bom: v.boolean(), // before tables for spreadsheets
  licence: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  withProject: v.boolean(), // what the project can be rebuilt from goes with it
});

/** Choices for an export under a name. A built-in one has no name of its own. */
export const presetSchema = v.strictObject({ id: presetIdSchema, name: v.string(), choices: presetChoicesSchema, builtIn: v.boolean() });

export const presetNameSchema = queueNameSchema;

export type PresetChoices = v.InferOutput<typeof presetChoicesSchema>;
export type Preset = v.InferOutput<typeof presetSchema>;
/** A preset of the user's own. */
export type SavedPreset = Omit<Preset, 'builtIn'>;
