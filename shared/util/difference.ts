/** One stretch of a text and what stands in its place in another. UTF-16 offsets in the former. */
export type Difference = { readonly from: number; readonly to: number; readonly insert: string };

const isLow = (text: string, at: number) => text.charCodeAt(at) >>> 10 === 0x37;

/** The one stretch in which two texts differ, as small as it can be without parting a surrogate pair; null if they are the same. */
export function difference(before: string, after: string): Difference | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && (isLow(before, start) || isLow(after, start))) start -= 1;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  if (end > 0 && (isLow(before, before.length - end) || isLow(after, after.length - end))) end -= 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
