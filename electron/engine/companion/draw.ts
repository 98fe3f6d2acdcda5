import { closeSync, fstatSync } from 'node:fs';
import type { FileProblem } from '#contract/schemas/file.ts';
import type { Picture, PictureProblem } from '#contract/schemas/companion.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Stamp } from '../ingest/entry.ts';
import { openAsListed, readWhole } from '../ingest/read-bytes.ts';
import { takeOrientation } from './exif.ts';
import { formatOf, headerOf } from './image-header.ts';
import { isDrawable, MOST_BYTES } from './limits.ts';
import { drawPdf } from './pdf.ts';
import { drawTiff } from './tiff.ts';

/** What the picture thread is asked: one page, from 0, of a file as it was found. */
export type DrawAsk = { readonly path: string; readonly stamp: Stamp; readonly page: number };
export type Drawn = Omit<Picture, 'mark'>;

function toProblem(problem: FileProblem): PictureProblem {
  if (problem === 'no-permission') return problem;
  return problem === 'changing' || problem === 'vanished' ? 'changing' : 'io-error';
}

function read({ path, stamp }: DrawAsk): Result<Uint8Array<ArrayBuffer>, PictureProblem> {
  if (stamp.size > MOST_BYTES) return fail('too-large');
  const opened = openAsListed(path, stamp);
  if (!opened.ok) return fail(toProblem(opened.error));
  try {
    const bytes = readWhole(opened.value, fstatSync(opened.value));
    return bytes.ok ? bytes : fail(toProblem(bytes.error));
  } finally {
    closeSync(opened.value);
  }
}

/** Draws a page of a picture file, or hands over what the window can draw itself. Throws where a decoder breaks down. */
export async function drawPicture(ask: DrawAsk): Promise<Result<Drawn, PictureProblem>> {
  const bytes = read(ask);
  if (!bytes.ok) return bytes;
  const format = formatOf(bytes.value);
  if (format === null) return fail(bytes.value.length === 0 ? 'damaged' : 'unsupported');
  if (format === 'pdf' || format === 'tiff') {
    const drawn = format === 'pdf' ? await drawPdf(bytes.value, ask.page) : drawTiff(bytes.value, ask.page);
    return drawn.ok ? ok({ pages: drawn.value.pages, image: { kind: 'pixels', ...drawn.value.image } }) : drawn;
  }
  const header = headerOf(bytes.value, format);
  if (!header) return fail('damaged');
  if (!isDrawable(header.width, header.height)) return fail('too-large');
  if (ask.page !== 0) return fail('no-such-page');
  const orientation = format === 'jpeg' ? 1 : takeOrientation(bytes.value, format);
  return ok({ pages: 1, image: { kind: 'encoded', ...header, orientation, bytes: bytes.value } });
}
