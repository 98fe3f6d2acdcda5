import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { inItsWord } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';

/** A form of number that a machine misreads: what it looks like, what is said of it, what is meant (the same where it is in order). */
type Form = { readonly pattern: RegExp; readonly message: string; readonly likely: (mark: string) => string; readonly sure: number };

const UNIT = '[年月日时分秒岁人名个万亿千百元％%‰℃度米公倍次项家户条届点位吨斤亩]';
const NO_WORD = '(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９./:：_@&-])'; // numbers of cars and models, addresses
const NO_MORE = '(?![A-Za-zＡ-Ｚａ-ｚ0-9０-９_@&/-])';
const LETTER = '[OoIl|ＯｏＩｌ]';
const DIGIT = '[\\d０-９]';
const NUMBER = '[OoIl|ＯｏＩｌ\\d０-９]';
const ONE_TO_NINE = '[一二三四五六七八九]';
const STRONG = '(?:个(?!旧)|名(?!山)|位|些|直|定(?!州|西|海|安|陶|远|边)|般|批|系列|方面|旦|律|切|起|样|块|种|次|场|家|条|件|项|把)';

const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', Ｏ: '０', ｏ: '０', I: '1', l: '1', '|': '1', Ｉ: '１', ｌ: '１', B: '8' };
const asDigits = (mark: string): string => Array.from(mark, (one) => DIGITS[one] ?? one).join('');
const FULL_ZERO = 0xff10;
const asHalf = (mark: string): string => Array.from(mark, (one) => (one === '．' ? '.' : /[０-９]/.test(one) ? String(one.charCodeAt(0) - FULL_ZERO) : one)).join('');

/** Each looks for its first character before anything else: nearly all places are passed over at once. */
const FORMS: readonly Form[] = [
  // 2O24, 1O.5%, l5日; not 5l (litres), O2 (oxygen), H2O
  { pattern: new RegExp(`(?=${NUMBER})${NO_WORD}(?=${NUMBER}*${LETTER})(?=${NUMBER}*${DIGIT})(?:${DIGIT}${NUMBER}*${DIGIT}|${NUMBER}+(?=(?:\\.\\d+)?多?${UNIT}))(?:\\.\\d+)?${NO_MORE}`, 'gu'), message: 'letter', likely: asDigits, sure: 0.95 },
  { pattern: new RegExp(`(?=\\d)${NO_WORD}\\d+\\.\\d*[OoI]\\d*(?=${UNIT})`, 'gu'), message: 'letter', likely: asDigits, sure: 0.95 },
  { pattern: new RegExp(`(?=[lI])${NO_WORD}[lI][Oo0](?=[月日]|年代)`, 'gu'), message: 'letter', likely: asDigits, sure: 0.93 },
  { pattern: new RegExp(`(?=[12])${NO_WORD}(?:1B\\d{2}|1[789]B\\d|1[89]\\dB|20B\\d|20[012]B)(?=年)`, 'gu'), message: 'letter', likely: asDigits, sure: 0.92 },
  { pattern: /(?=0)(?<=[A-Za-z][a-z]+)0(?=[a-z]{2})/g, message: 'zero-in-word', likely: () => 'o', sure: 0.85 },
  { pattern: new RegExp(`(?=[0OoＯ０])(?<=${ONE_TO_NINE})(?=[0０]*[OoＯ])[0OoＯ０]+(?=${ONE_TO_NINE}|[年后])`, 'gu'), message: 'chinese-zero', likely: (mark) => '〇'.repeat(mark.length), sure: 0.95 },
  // A zero where 〇 belongs: many a paper typed it so itself.
  { pattern: new RegExp(`(?=[0０])(?<=${ONE_TO_NINE})[0０]+(?=${ONE_TO_NINE}|[年后])`, 'gu'), message: 'chinese-zero', likely: (mark) => '〇'.repeat(mark.length), sure: 0.85 },
  { pattern: new RegExp(`(?=[○◯])(?<=${ONE_TO_NINE})[○◯]+(?=${ONE_TO_NINE}|[年后])`, 'gu'), message: 'circle', likely: (mark) => '〇'.repeat(mark.length), sure: 0.85 },
  { pattern: /(?=[〇○◯])(?<=\d)[〇○◯]+(?=\d|年)/g, message: 'chinese-zero', likely: (mark) => '0'.repeat(mark.length), sure: 0.93 },
  { pattern: /[\d０-９]+(?:[.．][\d０-９]+)*/g, message: 'widths', likely: (mark) => (/\d/.test(mark) && /[０-９．]/.test(mark) ? asHalf(mark) : mark), sure: 0.93 },
  { pattern: /(?=一)(?<=\d[年月日时%％℃]?)一(?=\d)/g, message: 'dash', likely: () => '—', sure: 0.92 },
  { pattern: /^一一(?=\p{Script=Han}|[“《])(?!对应|列举|介绍|说明|作答|回答|解答|回应|记录|查看|核对|走访|落实|道来)/gu, message: 'dash', likely: () => '——', sure: 0.85 },
  { pattern: new RegExp(`(?=[—－―-])(?<=^|[是有的了这那在每另为以成将让给用从和与及或也都又再就还只某任，。“])[—－―-](?=${STRONG})`, 'gu'), message: 'one', likely: () => '一', sure: 0.9 },
  { pattern: /(?=[—－―-])(?:(?<=(?<![传系总血正法体])统|唯|第)[—－―-](?=\p{Script=Han})|(?<=进)[—－―-](?=步)|(?<=之)[—－―-](?=[，。、；）]|$))/gu, message: 'one', likely: () => '一', sure: 0.9 },
];

/** Numbers in which letters, dashes, circles or widths were taken for one another. */
export const digits: Check = {
  id: 'digits',
  kind: 'confusion',
  inGeneral: { what: 'form', about: inItsWord },
  check: ({ passage, text }) =>
    FORMS.flatMap(({ pattern, message, likely, sure }) =>
      Array.from(text.text.matchAll(pattern)).flatMap(({ 0: mark, index }): readonly Found[] => {
        const meant = likely(mark);
        if (meant === mark) return [];
        const range = rangeIn(text, index, index + mark.length);
        return [{
          range, messageId: `check.digits.${message}`, data: { mark, likely: meant }, probability: sure, evidence: [],
          suggestions: [{ kind: 'replaceText', passage, ...range, put: { text: meant, why: mended('digits') } }],
        }];
      })),
};
