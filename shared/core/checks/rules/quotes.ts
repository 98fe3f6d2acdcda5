import type { Check, Found } from '../check.ts';
import { MENDED } from '../check.ts';
import { traitsOf } from '../page-traits.ts';
import { rangeIn } from '../passage-text.ts';

const HAN = /\p{Script=Han}/u;
const BESIDE = /[\p{Script=Han}，。、；：？！（）“”《》…—]|^$/u;
const LONGEST = 200; // characters between two straight marks

/** A mark of another kind than the page's, and the mark that is meant. */
type Other = { readonly at: number; readonly mark: string; readonly meant: string };

/** Straight marks in pairs about Chinese text: the first opens, the second closes. An odd one is left to a person. */
function straight(text: string): readonly Other[] {
  return [['"', '“', '”'], ['＂', '“', '”'], ["'", '‘', '’'], ['＇', '‘', '’']].flatMap(([mark = '', open = '', close = '']) => {
    const places = Array.from(text.matchAll(new RegExp(mark, 'gu')), ({ index }) => index);
    if (places.length % 2 > 0) return [];
    const pairs = places.flatMap((at, i) => (i % 2 > 0 ? [] : [{ from: at, to: places[i + 1]! }]));
    const isChinese = pairs.every(({ from, to }) => to - from > 1 && to - from < LONGEST && HAN.test(text.slice(from, to)) && BESIDE.test(text[from - 1] ?? '') && BESIDE.test(text[to + 1] ?? ''));
    return isChinese ? pairs.flatMap(({ from, to }) => [{ at: from, mark, meant: open }, { at: to, mark, meant: close }]) : [];
  });
}

/** 『』 and 「」 where “” are meant, and inside a quotation ‘’. */
function corner(text: string): readonly Other[] {
  let depth = 0;
  return Array.from(text.matchAll(/[“”「」『』]/g)).flatMap(({ 0: mark, index }): readonly Other[] => {
    if (mark === '“' || mark === '”') {
      depth = Math.max(0, depth + (mark === '“' ? 1 : -1));
      return [];
    }
    const isOpen = mark === '「' || mark === '『';
    return [{ at: index, mark, meant: depth > 0 ? (isOpen ? '‘' : '’') : isOpen ? '“' : '”' }];
  });
}

/** Quotation marks of another kind than the page's: straight ones, and those of vertical setting on a page in simplified characters. */
export const quotes: Check = {
  id: 'quotes',
  kind: 'quotes',
  check({ source, passage, text: reading }) {
    const { text } = reading;
    if (!/["'＂＇「」『』]/.test(text)) return [];
    const traits = traitsOf(source);
    const isCurly = traits.isSimplified && traits.curly >= traits.corner;
    return [...straight(text), ...(isCurly ? corner(text) : [])].map(({ at, mark, meant }): Found => {
      const range = rangeIn(reading, at, at + 1);
      return {
        range, messageId: /[「」『』]/.test(mark) ? 'check.quotes.corner' : 'check.quotes.straight', data: { mark, meant }, probability: 0.9, evidence: [],
        suggestions: [{ kind: 'replaceText', passage, ...range, put: { text: meant, why: MENDED } }],
      };
    });
  },
};
