import * as v from 'valibot';
import { count } from './model.ts';

/** Why a page's picture cannot be shown. Each has its sentence in the string files, under `image.problem.`. */
export const PICTURE_PROBLEMS = [
  'damaged', 'reader-failed', 'too-large', 'too-slow', 'unsupported', 'locked', 'no-such-page', 'no-permission', 'changing', 'io-error',
] as const;
export const pictureProblemSchema = v.picklist(PICTURE_PROBLEMS);

/** The picture or PDF beside a page's text file. `mark` is another one as soon as the file is. */
export const companionSchema = v.strictObject({ name: v.string(), mark: v.string() });

const bytes = v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

/**
 * One page of a picture file. `encoded`: the bytes of the file, for the window to decode, with the size they claim, and how they lie once they are decoded (Exif's
 * numbers). `pixels`: red, green, blue and alpha of every pixel, row by row.
 */
export const pictureSchema = v.strictObject({
  mark: v.string(), // of the file it was read from
  pages: count,
  image: v.variant('kind', [
    v.strictObject({ kind: v.literal('encoded'), type: v.picklist(['image/png', 'image/jpeg', 'image/webp']), width: count, height: count, orientation: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)), bytes }),
    v.strictObject({ kind: v.literal('pixels'), width: count, height: count, bytes }),
  ]),
});

export type PictureProblem = v.InferOutput<typeof pictureProblemSchema>;
export type Companion = v.InferOutput<typeof companionSchema>;
export type Picture = v.InferOutput<typeof pictureSchema>;
