import type { Around, Word, Words } from '#core/parse/words.ts';
import { type Lexicon, follow, rarityOf, tagOf } from './lexicon.ts';

/**
 * Cuts a text into words, as jieba does without its guesses at unknown words: of all ways to cut a run of characters into listed words, and single
 * characters where none of these begins, the likeliest by their counts. Time grows with the text's length.
 */
export function cutterOf(lexicon: Lexicon): Words {
  let score = new Float64Array(0); // of the likeliest way from each place to the end of the run
  let next = new Int32Array(0); // where its first word ends
  let first = new Int32Array(0); // the node of that word, -1 for none of the list
  let ends = new Int32Array(0); // of the words of the text
  let tags: string[] = [];

  /** Fills the first three for the run text[from..to], by place in the text. */
  const weigh = (text: string, from: number, to: number) => {
    const [scores, nexts, firsts] = [score, next, first];
    scores[to] = 0;
    for (let i = to - 1; i >= from; i -= 1) {
      let best = -Infinity;
      let node = text.charCodeAt(i);
      for (let end = i + 1; node >= 0; end += 1) {
        const value = rarityOf(lexicon, node) + scores[end]!;
        if (value >= best) {
          best = value;
          nexts[i] = end;
          firsts[i] = node;
        }
        node = end < to ? follow(lexicon, node, text.charCodeAt(end)) : -1;
      }
      if (best === -Infinity) {
        const end = i + widthAt(text, i);
        best = -lexicon.total + scores[end]!;
        nexts[i] = end;
        firsts[i] = -1;
      }
      scores[i] = best;
    }
  };

  /** Writes the words of the run, of which so many stand before; says how many there are then. */
  const writeRun = (text: string, from: number, to: number, before: number): number => {
    weigh(text, from, to);
    let count = before;
    const write = (end: number, tag: string) => {
      ends[count] = end;
      tags[count] = tag;
      count += 1;
    };
    let spelt = -1; // where single letters and digits began that make one word
    for (let i = from; i < to; ) {
      const end = next[i]!;
      if (end === i + 1 && isSpelling(text.charCodeAt(i))) {
        if (spelt < 0) spelt = i;
      } else {
        if (spelt >= 0) write(i, unlisted(lexicon, text, spelt, i));
        spelt = -1;
        write(end, first[i]! >= 0 ? tagOf(lexicon, first[i]!) : unlisted(lexicon, text, i, end));
      }
      i = end;
    }
    if (spelt >= 0) write(to, unlisted(lexicon, text, spelt, to));
    return count;
  };

  /**
   * Writes the words of the text; says how many there are. Where only those around an offset are asked for, runs that end before it are passed over, and so is what comes
   * after them: a seventh of the look-ups where two texts meet.
   */
  const writeWords = (text: string, offset = -1): number => {
    if (text.length >= score.length) {
      score = new Float64Array(2 * text.length + 1);
      next = new Int32Array(score.length);
      first = new Int32Array(score.length);
      ends = new Int32Array(score.length);
      tags = [];
    }
    let count = 0;
    for (let i = 0; i < text.length; ) {
      let end = i;
      while (end < text.length && isWritten(text, end)) end += widthAt(text, end);
      const isRun = end > i;
      if (!isRun) end = text.startsWith('\r\n', i) ? i + 2 : i + widthAt(text, i);
      if (end >= offset) {
        if (isRun) count = writeRun(text, i, end, count);
        else {
          ends[count] = end;
          tags[count] = unlisted(lexicon, text, i, end);
          count += 1;
        }
        if (offset >= 0 && count > 1 && ends[count - 2]! >= offset) break;
      }
      i = end;
    }
    return count;
  };

  const cut = (text: string): readonly Word[] => {
    const count = writeWords(text);
    return Array.from({ length: count }, (_, k) => ({ word: text.slice(k === 0 ? 0 : ends[k - 1], ends[k]), tag: tags[k]! }));
  };
  const around = (text: string, offset: number): Around => {
    const count = writeWords(text, offset);
    let k = 0; // the first word that ends there or later
    while (k + 1 < count && ends[k]! < offset) k += 1;
    return { isInside: ends[k]! > offset, before: tags[k]!, after: k + 1 < count ? tags[k + 1]! : null };
  };
  return Object.assign(cut, { around, count: (text: string) => writeWords(text) });
}

/** The units of the character at `i`. */
function widthAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  return unit >= 0xd800 && unit <= 0xdbff && text.codePointAt(i)! > 0xffff ? 2 : 1;
}

/** Whether words are looked for where this character stands: Chinese, Latin letters, digits and the marks `+#&._%-`. */
function isWritten(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  if (unit < 0x80) return isSpelling(unit) || '+#&._%-'.includes(text.charAt(i));
  if (unit < 0xd800 || unit > 0xdbff) return (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xf900 && unit <= 0xfaff);
  const point = text.codePointAt(i)!;
  return RARE.some(([low, high]) => point >= low && point <= high);
}

/** Chinese characters outside the first plane. */
const RARE = [
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b820, 0x2ceaf],
  [0x2ceb0, 0x2ebef],
  [0x2f800, 0x2fa1f],
] as const;

const isSpelling = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

/** The part of speech of a word that was not looked for in the list: it may be on it all the same. */
function unlisted(lexicon: Lexicon, text: string, from: number, to: number): string {
  let node = text.charCodeAt(from);
  for (let i = from + 1; i < to && node >= 0; i += 1) node = follow(lexicon, node, text.charCodeAt(i));
  if (node >= 0 && rarityOf(lexicon, node) <= 0) return tagOf(lexicon, node);
  let digits = 0;
  let letters = 0;
  for (let i = from; i < to; i += 1) {
    const unit = text.charCodeAt(i);
    if (!isSpelling(unit)) continue;
    letters += 1;
    if (unit <= 0x39) digits += 1;
  }
  return letters === 0 ? 'x' : letters === digits ? 'm' : 'eng';
}
