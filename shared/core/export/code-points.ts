const SURROGATE = /[\ud800-\udfff]/; // units, not characters

/** UTF-16 offsets of a text as offsets in code points. A lone surrogate counts one, as it does when a text is walked. */
export class CodePoints {
  readonly #pairs: readonly number[]; // where characters of two units begin

  constructor(text: string) {
    this.#pairs = SURROGATE.test(text) ? Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index) : [];
  }

  /** The offset in code points of one in UTF-16 units. */
  at(offset: number): number {
    if (this.#pairs.length === 0) return offset;
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}

/** How many code points a text has. */
export function codePoints(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The last `most` code points of a text. */
export const lastCodePoints = (text: string, most: number): string => Array.from(text.slice(-2 * most)).slice(-most).join('');

/** The first `most` code points of a text. */
export const firstCodePoints = (text: string, most: number): string => Array.from(text.slice(0, 2 * most)).slice(0, most).join('');
