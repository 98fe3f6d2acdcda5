import { isHan } from '../parse/characters.ts';
import { type Grams, countOfFour, countOfThree, countOfTwo } from './grams.ts';

/** What stands around a place with the character that is meant there, how often an archive has it, and the same as it is read, which it has hardly or nowhere else. */
export type SeenWith = { readonly meant: string; readonly times: number; readonly read: string; readonly timesRead: number };

const LONGEST = 4;
const OFTENER = 5; // times

/** What an archive says for `meant` at a place in a text: the longest stretch of Chinese characters there that it has far oftener with it. `own`: how often the text is among what was counted. Null: it says nothing. */
export function seenWith(text: string, at: number, meant: string, grams: Grams, own: number): SeenWith | null {
  for (let length = LONGEST; length > 1; length -= 1) {
    const best = stretchesAt(text, at, length)
      .map((from) => {
        const read = text.slice(from, from + length);
        const other = read.slice(0, at - from) + meant + read.slice(at - from + 1);
        return { read, meant: other, times: countOf(grams, other), timesRead: Math.max(0, countOf(grams, read) - own) };
      })
      .filter(({ times, timesRead }) => times > 1 && times >= timesRead * OFTENER)
      .toSorted((a, b) => b.times - a.times)[0];
    if (best) return best;
  }
  return null;
}

/** Where stretches of so many Chinese characters begin that hold a place. */
function stretchesAt(text: string, at: number, length: number): readonly number[] {
  const starts = Array.from({ length }, (_, k) => at - length + 1 + k).filter((from) => from >= 0 && from + length <= text.length);
  return starts.filter((from) => Array.from({ length }, (_, k) => text.charCodeAt(from + k)).every(isHan));
}

function countOf(grams: Grams, text: string): number {
  const [a, b, c, d] = [text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2), text.charCodeAt(3)];
  return text.length === 2 ? countOfTwo(grams, a, b) : text.length === 3 ? countOfThree(grams, a, b, c) : countOfFour(grams, a, b, c, d);
}
