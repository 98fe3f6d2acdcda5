import * as v from 'valibot';
import { count } from './model.ts';

/** What a file of an export begins with. `text`: null where it is no text; `whole`: nothing is left out. `path` is below the format's folder. */
export const previewFileSchema = v.strictObject({ path: v.string(), text: v.nullable(v.string()), bytes: count, whole: v.boolean() });

/** About how large an export would be, and how long it would take. `pages`: that are looked at; `made`: of how many of them something is to be made that is not kept from earlier exports; `files`: that are written. */
export const estimateSchema = v.strictObject({ bytes: count, milliseconds: count, pages: count, made: count, files: count });

export type Estimate = v.InferOutput<typeof estimateSchema>;
export type PreviewFile = v.InferOutput<typeof previewFileSchema>;
