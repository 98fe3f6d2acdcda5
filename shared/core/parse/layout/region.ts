/** A rectangle in the units of its file, which are the same all over it. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** One line of print. `type`: the size of its type as the file states it, in points or pixels; null where it does not. */
export type Line = { readonly text: string; readonly box: Box | null; readonly type: number | null };

/** A piece of text as the file has it, in the file's reading order; `null` in a list of them stands for a picture. */
export type Region = { readonly lines: readonly Line[] };

/** What a file holds: its regions in reading order, of all its pages. `width`: of a page, in the units of the boxes; null where it is not stated. */
export type Regions = { readonly regions: readonly (Region | null)[]; readonly width: number | null };

/** The smallest box round some boxes; null round none. */
export function boxAround(boxes: readonly (Box | null)[]): Box | null {
  let around: Box | null = null;
  for (const box of boxes) {
    if (box === null) continue;
    around = around === null ? box : {
      left: Math.min(around.left, box.left), top: Math.min(around.top, box.top), right: Math.max(around.right, box.right), bottom: Math.max(around.bottom, box.bottom),
    };
  }
  return around;
}

/** A box from numbers that a file states; null if one of them is none, or it has no extent. */
export function boxOf(left: number, top: number, right: number, bottom: number): Box | null {
  return [left, top, right, bottom].every(Number.isFinite) && right > left && bottom > top ? { left, top, right, bottom } : null;
}

/** A number that a file states; null where there is none. */
export function numberIn(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
