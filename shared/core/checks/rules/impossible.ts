import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { itself } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';

/** What cannot be: where it stands in the text, and what would mend it. */
type Impossible = { readonly from: number; readonly mark: string; readonly message: string; readonly likely?: string; readonly sure: number };

const NUMERALS = '一二三四五六七八九';
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const WEEKDAYS = '日一二三四五六';

/** A number as newspapers write it, 0 to 99 or digit by digit; null for what is none. */
function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[〇零一二三四五六七八九]+$/u.test(text)) return Number(Array.from(text, (one) => NUMERALS.indexOf(one) + 1).join(''));
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(text) ?? [];
  return tens === undefined ? null : (tens === '' ? 1 : NUMERALS.indexOf(tens) + 1) * 10 + (ones ? NUMERALS.indexOf(ones) + 1 : 0);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day of the week, 0 for Sunday (Sakamoto's method). The Gregorian calendar. */
function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]! + day) % 7;
}

const COUNT = '(?:\\d{1,2}|[〇零一二三四五六七八九十]{1,3})';
const DATE = new RegExp(`(?<![\\d.第农阴旧])(?<!农历|阴历|旧历)(?:(?<year>\\d{4}|[一二三四五六七八九〇零]{4})年)?(?<![\\d.历])(?<month>${COUNT})月(?<day>${COUNT})[日号](?:[（(\\s，]{0,2}(?:星期|周)(?<weekday>[一二三四五六日天])(?![至到线]))?`, 'gu');

function dates(text: string): readonly Impossible[] {
  return Array.from(text.matchAll(DATE)).flatMap(({ 0: mark, index, groups = {} }): readonly Impossible[] => {
    const year = groups['year'] === undefined ? null : numberOf(groups['year']);
    const [month, day] = [numberOf(groups['month'] ?? ''), numberOf(groups['day'] ?? '')];
    if (month === null || day === null || (year === null && !/\d/.test(mark))) return []; // without a year, dates in Chinese numerals may be of the lunar calendar
    if (month < 1 || month > 12) return [{ from: index, mark, message: 'month', sure: 0.95 }];
    const last = month === 2 && year !== null && !isLeap(year) ? 28 : DAYS[month - 1]!;
    if (day < 1 || day > last) return [{ from: index, mark, message: 'day', sure: 0.95 }];
    const weekday = groups['weekday'];
    if (weekday === undefined || year === null || year < 1900) return [];
    const right = WEEKDAYS[weekdayOf(year, month, day)]!;
    return right === weekday.replace('天', '日') ? [] : [{ from: index + mark.length - 1, mark: mark.replace(/[（(\s，]/gu, ''), message: 'weekday', likely: right, sure: 0.88 }];
  });
}

const TIME = /(?<![\d.:：比])(?<half>上午|凌晨|早上|清晨|下午|晚上|傍晚|当晚|中午)?(?<hour>\d{1,2})(?:(?<clock>[:：])(?<minute>\d{2})|[时点](?:(?<minutes>\d{1,2})分)?)(?![\d:：]|[\p{Script=Han}]?钟?头)/gu;
const LASTING = /(?:历时|用时|耗时|长达|持续|成绩为?|连续|超过|近|比分为?)$/u;

function times(text: string): readonly Impossible[] {
  return Array.from(text.matchAll(TIME)).flatMap(({ 0: mark, index, groups = {} }): readonly Impossible[] => {
    const { half, hour = '', clock, minute, minutes } = groups;
    const isDated = half !== undefined || text[index - 1] === '日';
    if (!isDated && (clock !== undefined || minutes === undefined)) return []; // scores, 30时 as a number of hours
    if (LASTING.test(text.slice(Math.max(0, index - 4), index))) return [];
    const isPast = Number(hour) > 24 || Number(minute ?? minutes ?? 0) > 59;
    const isOther = /^(?:上午|凌晨|早上|清晨)$/u.test(half ?? '') && Number(hour) > 12 && Number(hour) <= 24;
    return isPast ? [{ from: index, mark, message: 'time', sure: 0.93 }] : isOther ? [{ from: index, mark, message: 'half', sure: 0.85 }] : [];
  });
}

/** A number that no hand writes: two points, a sign of per cent inside or twice. */
const FORM = /(?<![\d.．])\d*(?:[.．]{2,}|[.．]\d+[.．])\d*[%％‰]|\d+(?:[.．]\d+)?(?:%{2,}|％{2,})/gu;

const forms = (text: string): readonly Impossible[] =>
  Array.from(text.matchAll(FORM), ({ 0: mark, index }): Impossible => {
    const once = mark.replace(/[.．]{2,}/gu, '.').replace(/([%％])\1+/gu, '$1');
    return { from: index, mark, message: 'form', sure: 0.95, ...(/^\d+(?:\.\d+)?[%％‰]$/u.test(once) ? { likely: once } : {}) };
  });

const RANGE = /(?<![\d.—-])(?<from>1[5-9]\d{2}|20\d{2})年?[至到—–~～-]{1,2}(?<to>1[5-9]\d{2}|20\d{2})(?:年|(?<=（\d{4}—\d{4})）)/gu;

const ranges = (text: string): readonly Impossible[] =>
  Array.from(text.matchAll(RANGE)).flatMap(({ 0: mark, index, groups = {} }) => (Number(groups['from']) > Number(groups['to']) ? [{ from: index, mark, message: 'backwards', sure: 0.9 }] : []));

/** Dates, times and numbers that cannot be. */
export const impossible: Check = {
  id: 'impossible',
  kind: 'impossible',
  inGeneral: { what: 'form', about: itself },
  check: ({ passage, text }) =>
    [dates, times, forms, ranges].flatMap((find) => find(text.text)).map(({ from, mark, message, likely, sure }): Found => {
      const range = rangeIn(text, from, from + (message === 'weekday' ? 1 : mark.length));
      return {
        range, messageId: `check.impossible.${message}`, data: { mark, likely: likely ?? '' }, probability: sure, evidence: [],
        suggestions: likely === undefined ? [] : [{ kind: 'replaceText', passage, ...range, put: { text: likely, why: mended('impossible') } }],
      };
    }),
};
