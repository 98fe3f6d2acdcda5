import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { inItsWord } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';

const FULL: Readonly<Record<string, string>> = {
  ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）', '.': '。', '．': '。',
  '｡': '。', '､': '、', '﹐': '，', '﹑': '、', '﹒': '。', '﹔': '；', '﹕': '：', '﹖': '？', '﹗': '！', '。': '.',
};
const MARK = /\.{3,6}|(?<!-)--(?!-)|[,;:!?().．｡､﹐﹑﹒﹔﹕﹖﹗]|(?<=\d)。(?=\d+(?:[%％‰]|[万亿]?[元米吨]))/g;
const CHINESE = /[\p{Script=Han}“”‘’（）《》「」『』【】、，。；：！？…—]/u;
const ENDS_NUMBER = /[%％‰℃°]/;
const NUMBERED = /^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]?$/u; // 一．加强领导
const LONGEST = 60; // characters between brackets that are looked at as a pair

const before = (text: string, at: number): string => Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
const after = (text: string, at: number): string => Array.from(text.slice(at, at + 2))[0] ?? '';

/** Whether a bracket, if it has a partner, holds Chinese; those about a word in Latin letters or a number may be meant. */
function holdsChinese(text: string, at: number): boolean | null {
  const inside = text[at] === '(' ? /^\(([^()（）]*)\)/.exec(text.slice(at, at + LONGEST)) : /\(([^()（）]*)\)$/.exec(text.slice(Math.max(0, at + 1 - LONGEST), at + 1));
  return inside ? /\p{Script=Han}/u.test(inside[1]!) : null;
}

function isMeantFull(text: string, at: number, mark: string): boolean {
  const [left, right] = [before(text, at), after(text, at + mark.length)];
  const ends = right === '' || /\s/u.test(right);
  const [isLeft, isRight] = [CHINESE.test(left), CHINESE.test(right)];
  switch (mark) {
    case '。': // between digits of a number: the mark expects that
      return true;
    case '(':
      return holdsChinese(text, at) ?? (isRight && (left === '' || isLeft));
    case ')':
      return holdsChinese(text, at) ?? (isLeft && (ends || isRight));
    case '.':
    case '．':
    case '﹒':
      return (isLeft || (right === '' && ENDS_NUMBER.test(left))) && (ends || isRight) && !NUMBERED.test(text.slice(0, at));
    case '--':
      return isRight && (left === '' || isLeft);
    default:
      // Between two numbers or words in Latin letters it may be meant (3,000 · 3:30 · A, B). Dots that trail off follow what they end.
      return isLeft || (mark.length === 1 && (isRight || ENDS_NUMBER.test(left)) && left !== '' && !/\s/u.test(left));
  }
}

/** Marks of punctuation of the wrong width: half-width ones about Chinese characters, a full stop for a decimal point. Between digits and letters they may be meant. */
export const halfWidth: Check = {
  id: 'half-width',
  kind: 'halfwidth',
  inGeneral: { what: 'form', about: inItsWord },
  check: ({ passage, text }) =>
    Array.from(text.text.matchAll(MARK)).flatMap(({ 0: mark, index }): readonly Found[] => {
      if (!isMeantFull(text.text, index, mark)) return [];
      const range = rangeIn(text, index, index + mark.length);
      const full = FULL[mark] ?? (mark === '--' ? '——' : '……');
      return [{
        range, messageId: mark === '。' ? 'check.half-width.point' : 'check.half-width.found', data: { mark, full }, probability: mark === '.' ? 0.85 : 0.97, evidence: [],
        suggestions: [{ kind: 'replaceText', passage, ...range, put: { text: full, why: mended('half-width') } }],
      }];
    }),
};
