import * as v from 'valibot';
import { count } from './model.ts';

/** What a file of an export begins with. `text`: null where it is no text; `whole`: nothing is left out. `path` is below the format's folder. */
export const previewFileSchema = v.strictObject({ path: v.string(), text: v.nullable(v.string()), bytes: count, whole: v.boolean() });

export type PreviewFile = v.InferOutput<typeof previewFileSchema>;
