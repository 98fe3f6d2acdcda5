import * as utif2 from 'utif2';
import type { IFD } from 'utif2';

/** The package is CommonJS: bundled, its functions are the module's; in plain Node they hang on its default. */
export const UTIF: typeof utif2 = 'default' in utif2 ? (utif2 as unknown as { readonly default: typeof utif2 }).default : utif2;

/** What a page says under the number of a tag (TIFF 6.0). Empty: nothing. */
export const tag = (page: IFD, number: number): readonly number[] => {
  const value = page[`t${number}`];
  return Array.isArray(value) ? value.map(Number) : [];
};

const [WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, CMYK, YCBCR] = [0, 1, 2, 3, 5, 6];
const [OLD_JPEG, JPEG] = [6, 7];

/** None, the three of fax, LZW, JPEG old and new, deflate of two numbers, PackBits, ThunderScan. Others are those of cameras. */
const COMPRESSIONS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, OLD_JPEG, JPEG, 8, 32946, 32773, 32809]);

/** How many samples of a pixel are its colour. */
const COLOURS: Readonly<Record<number, number>> = { [WHITE_IS_ZERO]: 1, [BLACK_IS_ZERO]: 1, [RGB]: 3, [CMYK]: 4 };

/** How the samples of a page are to be read. */
function kindOf(page: IFD) {
  const bits = tag(page, 258);
  const [samples = 1] = tag(page, 277);
  const [photometric = samples >= 3 ? RGB : WHITE_IS_ZERO] = tag(page, 262);
  return { bits: bits[0] ?? 1, even: bits.every((each) => each === bits[0]), samples, photometric, format: tag(page, 339)[0] ?? 1, compression: tag(page, 259)[0] ?? 1 };
}

/** Whether the colours of such a page are known. One that is not would come out black, or not at all. */
export function hasKnownColours(page: IFD): boolean {
  const { bits, even, samples, photometric, format, compression } = kindOf(page);
  if (!COMPRESSIONS.has(compression) || !even) return false;
  if (tag(page, 284)[0] === 2 && samples > 1) return false; // a plane for each colour
  if ((tag(page, 317)[0] ?? 1) > 2) return false; // a predictor for fractions
  if (compression === JPEG || compression === OLD_JPEG) return bits === 8 && (samples === 3 ? photometric === RGB || photometric === YCBCR : samples === 1 && photometric === BLACK_IS_ZERO && compression === JPEG);
  if (photometric === BLACK_IS_ZERO && bits === 32) return samples === 1 && format === 3;
  if (format === 2 || format === 3) return false;
  if (photometric === PALETTE) return bits <= 8 && samples === 1 && tag(page, 320).length >= 3 * 2 ** bits;
  if (photometric === CMYK && (tag(page, 332)[0] ?? 1) !== 1) return false; // other inks
  const colours = COLOURS[photometric];
  if (colours === undefined) return false;
  return bits === 8 || bits === 16 ? samples >= colours : colours === 1 && samples === 1 && (bits === 1 || bits === 2 || bits === 4);
}

/** To be done before a page is decoded: UTIF makes three colours of a grey JPEG, so it has to have room for them. */
export function makeRoom(page: IFD): void {
  const { samples, compression } = kindOf(page);
  if (compression === JPEG && samples === 1) Object.assign(page, { t258: [8, 8, 8], t262: [RGB], t277: [3] });
}

/** The colours of a decoded page, or of a band of its rows, whose kind is known. */
export function coloursOf(page: IFD): Uint8Array {
  const { bits, samples, photometric } = kindOf(page);
  const colours = COLOURS[photometric];
  if (colours === undefined || bits > 16) return UTIF.toRGBA8(page);
  if (bits < 8) return ofPackedGrey(page, bits, photometric === WHITE_IS_ZERO);
  const step = bits / 8; // bytes; decoded, the more significant one comes last
  const extra = tag(page, 338)[0];
  const alpha = samples > colours && (extra === 1 || extra === 2) ? colours * step : null;
  const to = new Uint8Array(page.width * page.height * 4);
  const { data } = page;
  for (let at = 0, from = step - 1; at < to.length; at += 4, from += samples * step) {
    if (photometric === RGB) {
      to[at] = data[from] ?? 0;
      to[at + 1] = data[from + step] ?? 0;
      to[at + 2] = data[from + 2 * step] ?? 0;
    } else if (photometric === CMYK) {
      // Ink takes away light and black takes it from all three alike: red is (1 − cyan)(1 − black). No profile is asked; libtiff reads it so too.
      const light = (255 - (data[from + 3 * step] ?? 0)) / 255;
      to[at] = (255 - (data[from] ?? 0)) * light + 0.5;
      to[at + 1] = (255 - (data[from + step] ?? 0)) * light + 0.5;
      to[at + 2] = (255 - (data[from + 2 * step] ?? 0)) * light + 0.5;
    } else {
      const grey = data[from] ?? 0;
      to[at] = to[at + 1] = to[at + 2] = photometric === WHITE_IS_ZERO ? 255 - grey : grey;
    }
    to[at + 3] = alpha === null ? 255 : (data[from + alpha] ?? 0);
  }
  return to;
}

/** Grey of less than eight bits: several pixels in a byte, the first in its highest bits; each row begins a byte. */
function ofPackedGrey({ width, height, data }: IFD, bits: number, whiteIsZero: boolean): Uint8Array {
  const to = new Uint8Array(width * height * 4);
  const most = 2 ** bits - 1;
  const row = Math.ceil((width * bits) / 8);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const bit = x * bits;
      const value = ((data[y * row + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & most;
      to[at] = to[at + 1] = to[at + 2] = ((whiteIsZero ? most - value : value) * 255) / most;
      to[at + 3] = 255;
    }
  }
  return to;
}
