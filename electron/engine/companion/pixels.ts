import { UPRIGHT_WAYS } from '#util/orientation.ts';

/** A picture that is drawn: red, green, blue and alpha of every pixel, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly bytes: Uint8Array<ArrayBuffer> };

/** The picture as it is to be looked at. Orientation 1, and any that there is not, leaves it as it is. */
export function upright(pixels: Pixels, orientation: number): Pixels {
  const way = UPRIGHT_WAYS[orientation];
  if (!way) return pixels;
  const [width, height] = way.swap ? [pixels.height, pixels.width] : [pixels.width, pixels.height];
  const from = new Uint32Array(pixels.bytes.buffer, pixels.bytes.byteOffset, pixels.width * pixels.height);
  const to = new Uint32Array(from.length);
  const [across, down] = [way.mirror ? -1 : 1, way.flip ? -width : width]; // what a step to the right and one down is in the new picture
  const [stepX, stepY] = way.swap ? [down, across] : [across, down];
  const first = (way.mirror ? width - 1 : 0) + (way.flip ? (height - 1) * width : 0);
  for (let y = 0, at = 0; y < pixels.height; y += 1) {
    for (let x = 0, there = first + y * stepY; x < pixels.width; x += 1, at += 1, there += stepX) to[there] = from[at] ?? 0;
  }
  return { width, height, bytes: new Uint8Array(to.buffer) };
}
