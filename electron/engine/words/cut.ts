import type { Word } from '#core/parse/words.ts';
import { type Lexicon, follow, rarityOf, tagOf } from './lexicon.ts';

/**
 * Cuts a text into words, as jieba does without its guesses at unknown words: of all ways to cut a run of characters into listed words, and single
 * characters where none of these begins, the likeliest by their counts. Time grows with the text's length.
 */
export type Cutter = (text: string) => readonly Word[];

export function cutterOf(lexicon: Lexicon): Cutter {
  let score = new Float64Array(64); // of the likeliest way from each place to the end of the run
  let next = new Int32Array(64); // where its first word ends
  let first = new Int32Array(64); // the node of that word, -1 for none of the list

  /** Fills the three for the run text[from..to]. */
  const weigh = (text: string, from: number, to: number) => {
    if (to - from >= score.length) {
      score = new Float64Array(2 * (to - from));
      next = new Int32Array(score.length);
      first = new Int32Array(score.length);
    }
    score[to - from] = 0;
    for (let i = to - 1; i >= from; i -= 1) {
      const here = i - from;
      let best = -Infinity;
      let node = text.charCodeAt(i);
      for (let end = i + 1; node >= 0; end += 1) {
        const value = rarityOf(lexicon, node) + score[end - from]!;
        if (value >= best) {
          best = value;
          next[here] = end;
          first[here] = node;
        }
        node = end < to ? follow(lexicon, node, text.charCodeAt(end)) : -1;
      }
      if (best === -Infinity) {
        const end = i + widthAt(text, i);
        best = -lexicon.total + score[end - from]!;
        next[here] = end;
        first[here] = -1;
      }
      score[here] = best;
    }
  };

  const cutRun = (text: string, from: number, to: number, into: Word[]) => {
    weigh(text, from, to);
    let spelt = -1; // where single letters and digits began that make one word
    for (let i = from; i < to; ) {
      const end = next[i - from]!;
      if (end === i + 1 && isSpelling(text.charCodeAt(i))) {
        if (spelt < 0) spelt = i;
      } else {
        if (spelt >= 0) into.push(unlisted(lexicon, text.slice(spelt, i)));
        spelt = -1;
        into.push(first[i - from]! >= 0 ? { word: text.slice(i, end), tag: tagOf(lexicon, first[i - from]!) } : unlisted(lexicon, text.slice(i, end)));
      }
      i = end;
    }
    if (spelt >= 0) into.push(unlisted(lexicon, text.slice(spelt, to)));
  };

  return (text) => {
    const words: Word[] = [];
    for (let i = 0; i < text.length; ) {
      let end = i;
      while (end < text.length && isWritten(text, end)) end += widthAt(text, end);
      if (end > i) cutRun(text, i, end, words);
      else {
        end = text.startsWith('\r\n', i) ? i + 2 : i + widthAt(text, i);
        words.push(unlisted(lexicon, text.slice(i, end)));
      }
      i = end;
    }
    return words;
  };
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

/** A word that was not looked for in the list: it may be on it all the same. */
function unlisted(lexicon: Lexicon, word: string): Word {
  let node = word.charCodeAt(0);
  for (let i = 1; i < word.length && node >= 0; i += 1) node = follow(lexicon, node, word.charCodeAt(i));
  if (node >= 0 && rarityOf(lexicon, node) <= 0) return { word, tag: tagOf(lexicon, node) };
  let digits = 0;
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) {
    const unit = word.charCodeAt(i);
    if (!isSpelling(unit)) continue;
    letters += 1;
    if (unit <= 0x39) digits += 1;
  }
  return { word, tag: letters === 0 ? 'x' : letters === digits ? 'm' : 'eng' };
}
