import { isBlank } from '../../model/reading.ts';
import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { hanFor, latinFor } from '../foreign-shapes.ts';
import { itself } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';

/** What machines leave behind, in the order of `MESSAGES`. */
const LEFT = [
  /(?:锟斤拷)+锟?|[\uFFFC\uFFFD]+/u, // U+FFFD, as such and read as GBK; the place of an object
  /\p{Cc}+/u,
  /\p{Co}+/u,
  /(?![\u{20000}-\u{3FFFF}])\p{Cn}/u, // planes 2 and 3 are for Chinese characters to come
  /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB]+|(?<![\p{Script=Arabic}\p{M}\p{Extended_Pictographic}])[\u200C\u200D]+/u,
  /[\u2E80-\u2FD5\u31C0-\u31E3\uF900-\uFAFF]|(?<=\p{Script=Han})[ㄧㄚ](?=\p{Script=Han})/u, // radicals, strokes, doubles
];
const MESSAGES = ['replaced', 'control', 'private', 'unassigned', 'invisible', 'form'] as const;
const STRAY = new RegExp(LEFT.map(({ source }) => `(${source})`).join('|'), 'gu');

const FOREIGN = String.raw`(?=\p{L})[^\p{Script=Han}\p{Script=Latin}\p{Script=Common}\p{Script=Bopomofo}]|\u30fc`; // ー is a letter of kana; written so, the built script stays ASCII
const WORD = new RegExp(String.raw`(?:${FOREIGN}|\p{Script=Latin})(?:${FOREIGN}|\p{Script=Latin}|\p{Mn})*`, 'gu');
const ALONE = new RegExp(`^(?:${FOREIGN})$`, 'u');
const LATIN = /\p{Script=Latin}/u;
const CHINESE = /[\p{Script=Han}。，、；：？！“”‘’（）《》\d]/u;
const MEANT = /[のヶケヵ\u0391-\u03C9]/u; // in names of shops and places, in formulas

/** All else is what newspapers are set in: most passages need no closer look. */
const UNCOMMON = /[^\x20-\x7E\u4E00-\u9FFF\u3000-\u301F\uFF01-\uFF5E“”‘’…—·\u2460-\u2473]|锟斤拷/;

type Stray = { readonly from: number; readonly mark: string; readonly message: (typeof MESSAGES)[number] | 'look-alike' | 'lone'; readonly likely: string | null };

function leftBehind(text: string): readonly Stray[] {
  return Array.from(text.matchAll(STRAY)).flatMap((match): readonly Stray[] => {
    const [mark] = match;
    const message = MESSAGES[match.findIndex((part, i) => i > 0 && part !== undefined) - 1]!;
    const likely = message === 'form' ? hanFor(mark) : message === 'control' || message === 'invisible' ? '' : null;
    if (message === 'form' ? likely === null : Array.from(mark).every(isBlank) && message === 'control') return [];
    return [{ from: match.index, mark, message, likely }];
  });
}

/** A letter of another script alone among Chinese characters, or such inside a Latin word. Whole words of another language are none. */
function misplaced(text: string): readonly Stray[] {
  const words = Array.from(text.matchAll(WORD));
  const speaks = words.some(([word]) => Array.from(word).length > 1 && !LATIN.test(word)); // another language is quoted here
  return words.flatMap(({ 0: word, index }): readonly Stray[] => {
    if (ALONE.test(word)) {
      const [before, after] = [text[index - 1] ?? '', text[index + word.length] ?? ''];
      if (!CHINESE.test(before) && !CHINESE.test(after)) return [];
      const shape = latinFor(word) ?? hanFor(word);
      const likely = /[Oo]/.test(shape ?? '') && /\d/.test(before + after) ? '0' : shape;
      if (likely === null && (speaks || MEANT.test(word))) return [];
      return [{ from: index, mark: word, message: likely === null ? 'lone' : 'look-alike', likely }];
    }
    if (!LATIN.test(word)) return [];
    const likely = Array.from(word, (letter) => latinFor(letter) ?? (LATIN.test(letter) ? letter : null));
    return likely.includes(null) || likely.join('') === word ? [] : [{ from: index, mark: word, message: 'look-alike', likely: likely.join('') }];
  });
}

const codesOf = (mark: string): string => Array.from(mark, (one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).slice(0, 4).join(' ');

const SURE = { replaced: 0.99, control: 0.99, private: 0.95, unassigned: 0.95, invisible: 0.97, form: 0.97, 'look-alike': 0.92, lone: 0.8 } as const;

/** Characters that do not belong in a text: control, private and invisible ones, remains of conversions, letters of another script. */
export const stray: Check = {
  id: 'stray',
  kind: 'confusion',
  inGeneral: { what: 'form', about: itself },
  check: ({ passage, text }) =>
    (UNCOMMON.test(text.text) ? [...leftBehind(text.text), ...misplaced(text.text)] : []).map(({ from, mark, message, likely }): Found => {
      const range = rangeIn(text, from, from + mark.length);
      return {
        range,
        messageId: `check.stray.${message}`,
        data: { mark, codes: codesOf(mark), likely: likely ?? '' },
        probability: SURE[message],
        evidence: [],
        suggestions: likely === null ? [] : [{ kind: 'replaceText', passage, ...range, put: { text: likely, why: mended('stray') } }],
      };
    }),
};
