import { UPRIGHT_WAYS } from '#util/orientation.ts';

/** A decoded picture as it is to be looked at; the one given is closed if it is not that. `orientation`: how it lies (Exif's numbers). */
export function upright(bitmap: ImageBitmap, orientation: number): ImageBitmap {
  const way = UPRIGHT_WAYS[orientation];
  if (!way) return bitmap;
  const [width, height] = way.swap ? [bitmap.height, bitmap.width] : [bitmap.width, bitmap.height];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return bitmap; // the browser has no room for another: better on its side than not at all
  const [across, down] = [way.mirror ? -1 : 1, way.flip ? -1 : 1];
  const [left, top] = [way.mirror ? width : 0, way.flip ? height : 0];
  if (way.swap) context.setTransform(0, down, across, 0, left, top);
  else context.setTransform(across, 0, 0, down, left, top);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
