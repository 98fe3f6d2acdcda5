import type { Check, Found } from '../check.ts';
import { exchangePair } from '../exchange.ts';
import { itself } from '../in-general.ts';
import { traitsOf } from '../page-traits.ts';
import { rangeIn } from '../passage-text.ts';

const HAN = /\p{Script=Han}/u;
const BESIDE = /[\p{Script=Han}，。、；：？！（）“”《》…—]|^$/u;
const LONGEST = 200; // characters between two straight marks
const SHOWN = 20; // of a longer quotation only the mark it begins with is shown

type Marks = readonly [open: string, close: string];
const DOUBLE: Marks = ['“', '”'];
const SINGLE: Marks = ['‘', '’'];
const STRAIGHT: readonly (readonly [string, Marks])[] = [['"', DOUBLE], ['＂', DOUBLE], ["'", SINGLE], ['＇', SINGLE]];

/** A pair of marks of another kind than the page's, and those that are meant. */
type Pair = { readonly from: number; readonly to: number; readonly message: 'corner' | 'straight'; readonly meant: Marks };

/** Straight marks in pairs about Chinese text: the first opens, the second closes. Where one is odd, all are left to a person. */
function straight(text: string): readonly Pair[] {
  return STRAIGHT.flatMap(([mark, meant]) => {
    const places = Array.from(text.matchAll(new RegExp(mark, 'gu')), ({ index }) => index);
    if (places.length % 2 > 0) return [];
    const pairs = places.flatMap((from, i): readonly Pair[] => (i % 2 > 0 ? [] : [{ from, to: places[i + 1]!, message: 'straight', meant }]));
    const isChinese = pairs.every(({ from, to }) => to - from > 1 && to - from < LONGEST && HAN.test(text.slice(from, to)) && BESIDE.test(text[from - 1] ?? '') && BESIDE.test(text[to + 1] ?? ''));
    return isChinese ? pairs : [];
  });
}

/** 『』 and 「」 where “” are meant, and inside a quotation ‘’. */
function corner(text: string): readonly Pair[] {
  const open: { readonly mark: string; readonly at: number; readonly isInside: boolean }[] = [];
  return Array.from(text.matchAll(/[“”「」『』]/g)).flatMap(({ 0: mark, index }): readonly Pair[] => {
    if (mark === '“' || mark === '「' || mark === '『') {
      open.push({ mark, at: index, isInside: open.length > 0 });
      return [];
    }
    const partner = open.findLastIndex((one) => one.mark === (mark === '”' ? '“' : mark === '」' ? '「' : '『'));
    const [found] = partner < 0 ? [] : open.splice(partner);
    return found === undefined || mark === '”' ? [] : [{ from: found.at, to: index, message: 'corner', meant: found.isInside ? SINGLE : DOUBLE }];
  });
}

/** Quotation marks of another kind than the page's: straight ones, and those of vertical setting on a page in simplified characters. */
export const quotes: Check = {
  id: 'quotes',
  kind: 'quotes',
  inGeneral: { what: 'form', about: itself },
  check({ source, passage, text: reading }) {
    const { text } = reading;
    if (!/["'＂＇「」『』]/.test(text)) return [];
    const traits = traitsOf(source);
    const isCurly = traits.isSimplified && traits.curly >= traits.corner;
    return [...straight(text), ...(isCurly ? corner(text) : [])].map(({ from, to, message, meant }): Found => ({
      range: rangeIn(reading, from, to - from > SHOWN ? from + 1 : to + 1),
      messageId: `check.quotes.${message}`,
      data: { mark: `${text[from]!} ${text[to]!}`, meant: meant.join(' ') },
      probability: 0.9,
      evidence: [],
      suggestions: [exchangePair('quotes', passage, reading, from, to, meant)],
    }));
  },
};
