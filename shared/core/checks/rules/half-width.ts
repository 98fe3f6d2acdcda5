import type { Check, Found } from '../check.ts';
import { MENDED } from '../check.ts';
import { rangeIn } from '../passage-text.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）', '.': '。' };
const MARK = /[,;:!?().]/g;
const CHINESE = /[\p{Script=Han}“”‘’（）《》「」『』【】、，。；：！？…—]/u;

const before = (text: string, at: number): string => Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
const after = (text: string, at: number): string => Array.from(text.slice(at + 1, at + 3))[0] ?? '';

/** Half-width marks of punctuation among Chinese characters. Beside digits and letters they may be meant. */
export const halfWidth: Check = {
  id: 'half-width',
  kind: 'halfwidth',
  check: ({ passage, text }) =>
    Array.from(text.text.matchAll(MARK)).flatMap(({ 0: mark, index }): readonly Found[] => {
      const [left, right] = [before(text.text, index), after(text.text, index)];
      const ends = right === '' || /\s/u.test(right);
      const fits = mark === '(' ? CHINESE.test(right) && (left === '' || CHINESE.test(left)) : CHINESE.test(left) && (ends || CHINESE.test(right));
      if (!fits) return [];
      const range = rangeIn(text, index, index + 1);
      const full = FULL[mark]!;
      return [{
        range, messageId: 'check.half-width.found', data: { mark, full }, probability: mark === '.' ? 0.85 : 0.97, evidence: [],
        suggestions: [{ kind: 'replaceText', passage, ...range, put: { text: full, why: MENDED } }],
      }];
    }),
};
