const HAN = /\p{Script=Han}/u;

/** A stretch of a text, widened to the words of the dictionary that it is in, to two characters at least where there are any: one character is right in most places. */
export async function widened(text: string, from: number, to: number): Promise<{ readonly from: number; readonly to: number }> {
  const { dictionaryWords } = await import('../words/dictionary.ts'); // not read before someone asks
  let [start, end] = [from, to];
  let at = 0;
  for (const { word } of dictionaryWords(text)) {
    const next = at + word.length;
    if (at < to && next > from) [start, end] = [Math.min(start, at), Math.max(end, next)];
    at = next;
  }
  if (Array.from(text.slice(start, end)).length > 1 || !HAN.test(text.slice(start, end))) return { from: start, to: end };
  const [before, after] = [Array.from(text.slice(0, start)).at(-1) ?? '', Array.from(text.slice(end))[0] ?? ''];
  if (HAN.test(before)) return { from: start - before.length, to: end };
  return { from: start, to: HAN.test(after) ? end + after.length : end };
}
