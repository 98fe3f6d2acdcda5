import type { IFD } from 'utif2';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { PictureProblem } from '#contract/schemas/companion.ts';
import { isDrawable, SENT_PIXELS } from './limits.ts';
import { upright } from './pixels.ts';
import type { Pixels } from './pixels.ts';
import { coloursOf, hasKnownColours, makeRoom, tag, UTIF } from './tiff-colours.ts';

export type DrawnPage = { readonly pages: number; readonly image: Pixels };

const MOST_BITS = 64; // of one pixel
const MOST_PAGES = 2_000;
const BAND = 256; // rows turned into colours at once, at least: a whole page of them would be four bytes a pixel

/** Whether the chain of the file's pages comes to an end. One that leads back into itself never would. */
function endsSomewhere(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const seen = new Set<number>();
  try {
    for (let at = view.getUint32(4, little); at !== 0; at = view.getUint32(at + 2 + view.getUint16(at, little) * 12, little)) {
      if (seen.has(at) || seen.size >= MOST_PAGES) return false;
      seen.add(at);
    }
    return seen.size > 0;
  } catch (error) {
    if (error instanceof RangeError) return false; // it leads out of the file
    throw error;
  }
}

/** Where the picture's bytes are, as the page says: strips or tiles. Some must be there, and none beyond the end. */
function isWhole(page: IFD, length: number): boolean {
  const tiled = tag(page, 324).length > 0;
  const [offsets, counts] = tiled ? [tag(page, 324), tag(page, 325)] : [tag(page, 273), tag(page, 279)];
  return offsets.length > 0 && offsets.every((offset, i) => offset > 0 && offset + (counts[i] ?? 0) <= length);
}

function problemWith(page: IFD, length: number): PictureProblem | null {
  const [width = 0] = tag(page, 256);
  const [height = 0] = tag(page, 257);
  const [samples = 1] = tag(page, 277);
  const [bits = 1] = tag(page, 258);
  if (!(width > 0 && height > 0)) return 'damaged';
  if (!isDrawable(width, height)) return 'too-large';
  if (samples * bits > MOST_BITS || !hasKnownColours(page)) return 'unsupported';
  return isWhole(page, length) ? null : 'damaged';
}

/** Draws a page of a TIFF, from 0, upright and no larger than is sent: each pixel is then the mean of a square of the file's. */
export function drawTiff(bytes: Uint8Array<ArrayBuffer>, number: number): Result<DrawnPage, PictureProblem> {
  if (!endsSomewhere(bytes)) return fail('damaged');
  const pages = UTIF.decode(bytes.buffer).filter((page) => tag(page, 256).length > 0);
  const page = pages[number];
  if (!page) return fail(pages.length === 0 ? 'damaged' : 'no-such-page');
  const problem = problemWith(page, bytes.length);
  if (problem) return fail(problem);
  const [orientation = 1] = tag(page, 274);
  makeRoom(page);
  UTIF.decodeImage(bytes.buffer, page);
  return ok({ pages: pages.length, image: upright(shrunk(page), orientation) });
}

/** Turns a decoded page into colours, band by band, and shrinks it by a whole number. */
function shrunk(page: IFD): Pixels {
  const factor = Math.max(1, Math.ceil(Math.sqrt((page.width * page.height) / SENT_PIXELS)));
  const [width, height] = [Math.max(1, Math.floor(page.width / factor)), Math.max(1, Math.floor(page.height / factor))];
  const bytes = new Uint8Array(width * height * 4);
  const rowBytes = page.data.length / page.height;
  const rows = Math.ceil(BAND / factor);
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top) * factor;
    const from = top * factor;
    const taken = Math.min(count, page.height - from);
    const data = page.data.slice(Math.floor(from * rowBytes), Math.floor((from + taken) * rowBytes));
    const colours = coloursOf({ ...page, data, width: page.width, height: taken });
    average({ colours, width: page.width, height: taken }, factor, { bytes, width, top });
  }
  return { width, height, bytes };
}

type Band = { readonly colours: Uint8Array; readonly width: number; readonly height: number };

function average({ colours, width: fullWidth, height: fullHeight }: Band, factor: number, into: { readonly bytes: Uint8Array; readonly width: number; readonly top: number }): void {
  if (factor === 1) {
    into.bytes.set(colours, into.top * into.width * 4);
    return;
  }
  const rows = Math.max(1, Math.floor(fullHeight / factor));
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < into.width; x += 1) {
      const at = ((into.top + y) * into.width + x) * 4;
      const [right, bottom] = [Math.min(factor, fullWidth - x * factor), Math.min(factor, fullHeight - y * factor)];
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < bottom; dy += 1) {
          let from = ((y * factor + dy) * fullWidth + x * factor) * 4 + channel;
          for (let dx = 0; dx < right; dx += 1, from += 4) sum += colours[from] ?? 0;
        }
        into.bytes[at + channel] = sum / (right * bottom);
      }
    }
  }
}
