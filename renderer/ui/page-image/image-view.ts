/** How a picture is looked at. `zoom` 1: as wide as the pane. `x`, `y`: the point in the pane's middle, as parts of the picture's sides. */
export type ImageView = { readonly zoom: number; readonly x: number; readonly y: number };

export type Size = { readonly width: number; readonly height: number };
export type Point = { readonly left: number; readonly top: number };

/** Where the picture lies in its pane, in the pane's pixels. */
export type Placed = Point & { readonly scale: number };

/** How often a picture is turned by a quarter to the right. */
export type Turns = 0 | 1 | 2 | 3;

/** Once more to the right. */
export const onceMore = (turns: Turns): Turns => ((turns + 1) % 4) as Turns;

/** The size of a picture that is turned. Views and places are those of the picture as it is seen. */
export const turnedSize = ({ width, height }: Size, turns: Turns): Size => (turns % 2 === 0 ? { width, height } : { width: height, height: width });

/** As wide as the pane, from the top. */
export const FIT: ImageView = { zoom: 1, x: 0.5, y: 0 };

export const ZOOM_STEP = 1.25;
const LEAST = 0.1;
const MOST = 20;

/** Along one side: in the middle where all of it has room, else with no gap at either end. `top`: the first edge, where it has room. */
function place(pane: number, length: number, middle: number, atStart: boolean): number {
  if (length <= pane) return atStart ? 0 : (pane - length) / 2;
  return Math.min(0, Math.max(pane - length, pane / 2 - middle * length));
}

/** Where the picture lies when it is looked at so. All sizes above nothing. */
export function placed({ zoom, x, y }: ImageView, pane: Size, picture: Size): Placed {
  const scale = (pane.width / picture.width) * zoom;
  return { scale, left: place(pane.width, picture.width * scale, x, false), top: place(pane.height, picture.height * scale, y, true) };
}

/** The view whose picture lies there, or as near to it as there is no gap. */
function viewAt({ left, top, scale }: Placed, pane: Size, picture: Size): ImageView {
  const zoom = (scale * picture.width) / pane.width;
  const wanted = { zoom, x: (pane.width / 2 - left) / (picture.width * scale), y: (pane.height / 2 - top) / (picture.height * scale) };
  const real = placed(wanted, pane, picture);
  return { zoom, x: (pane.width / 2 - real.left) / (picture.width * scale), y: (pane.height / 2 - real.top) / (picture.height * scale) };
}

/** Moves the picture by so many of the pane's pixels. */
export function panned(view: ImageView, by: Point, pane: Size, picture: Size): ImageView {
  const from = placed(view, pane, picture);
  return viewAt({ scale: from.scale, left: from.left + by.left, top: from.top + by.top }, pane, picture);
}

/** Draws the picture larger or smaller; what lies at `at`, a point of the pane, stays there as far as it can. */
export function zoomed(view: ImageView, factor: number, at: Point, pane: Size, picture: Size): ImageView {
  const from = placed(view, pane, picture);
  const zoom = Math.min(MOST, Math.max(LEAST, view.zoom * factor));
  const grown = zoom / view.zoom;
  return viewAt({ scale: from.scale * grown, left: at.left - (at.left - from.left) * grown, top: at.top - (at.top - from.top) * grown }, pane, picture);
}

/**
 * The view of the picture after a quarter turn to the right, `picture` being its size before: one as wide as the pane is so again, from the
 * top; else what lies in the middle stays there, as large as it is, as far as it can.
 */
export function turned(view: ImageView, pane: Size, picture: Size): ImageView {
  if (view.zoom === FIT.zoom) return FIT;
  const { scale, left, top } = placed(view, pane, picture);
  const [right, down] = [pane.width / 2 - left, pane.height / 2 - top]; // from the picture's corner to the middle of the pane
  const after = turnedSize(picture, 1);
  const bounded = Math.min(MOST, Math.max(LEAST, (scale * after.width) / pane.width)) * (pane.width / after.width);
  const grown = bounded / scale;
  return viewAt({ scale: bounded, left: pane.width / 2 - (picture.height * scale - down) * grown, top: pane.height / 2 - right * grown }, pane, after);
}
