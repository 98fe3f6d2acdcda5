/** What makes a picture upright: its sides changed for each other, then mirrored, then turned upside down. */
export type Way = { readonly swap: boolean; readonly mirror: boolean; readonly flip: boolean };

/** How each orientation is made upright (TIFF 6.0, tag 274; Exif has the same). 1, and any that there is not, has no way: it is. */
export const UPRIGHT_WAYS: Readonly<Record<number, Way>> = {
  2: { swap: false, mirror: true, flip: false },
  3: { swap: false, mirror: true, flip: true },
  4: { swap: false, mirror: false, flip: true },
  5: { swap: true, mirror: false, flip: false },
  6: { swap: true, mirror: true, flip: false },
  7: { swap: true, mirror: true, flip: true },
  8: { swap: true, mirror: false, flip: true },
};
