import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { itself } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';

const LONGEST = 80; // characters: what is longer is text

const TOP_LEVEL = '(?:com|cn|net|org|gov|edu|tv|info|cc|hk|tw|mo)';
const STAFF = '(?:责任编辑|责编|编辑|版面设计|版式设计|版式|美术编辑|美编|校对|校核|检校|审读|组版|图编|制版|视觉|值班(?:编委|总编|主任|编辑)?|执行主编|本版主编)';
const NAME = '[\\p{Script=Han}·]{2,4}';
const STAFF_LINE = `(?:本[版期报])?(?:${STAFF}\\s?[:：/／]\\s?${NAME}(?:[\\s、,，]{1,2}${NAME}(?![:：/／]))*[\\s、,，;；|丨]*)+`;
const PAPER = '\\p{Script=Han}{1,8}(?:报|周刊)';
const DATE = '(?:\\d{4}年\\d{1,2}月\\d{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)';
const WEEKDAY = '(?:星期|周)[一二三四五六日天]';
const PAGE = '(?:第\\s?[A-Z]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})\\s?版|[A-Z]?\\d{1,2}\\s?版|[A-D]\\d{1,2})';

/** What a whole passage of furniture looks like, by what is said of it. */
const WHOLE: readonly (readonly [string, RegExp, number])[] = [
  ['address', new RegExp(`^(?:https?://)?(?:[\\w-]+\\.)+${TOP_LEVEL}(?:\\.cn)?(?:/\\S*)?$|^[\\w.-]+@(?:[\\w-]+\\.)+${TOP_LEVEL}$`, 'iu'), 0.95],
  ['staff', new RegExp(`^[（(]?${STAFF_LINE}[）)]?$`, 'u'), 0.95],
  ['folio', new RegExp(`^(?:${PAPER}\\s?)?(?:${DATE}\\s?[（(]?${WEEKDAY}[）)]?(?:\\s?农历\\S{2,8})?(?:\\s?(?:${PAGE}|${PAPER}))*|${PAPER}\\s?${PAGE}|${PAGE}|${PAGE}\\s?${PAPER}|${DATE}\\s?${PAGE}|${PAGE}\\s?${DATE}(?:\\s?${WEEKDAY})?)$`, 'u'), 0.92],
  ['desk', /^(?:本报|新闻|读者|报料|爆料|投稿|编辑部|广告|发行|订报|社址)(?=[^。！？]*(?:\d[\d\s—-]{6,}|@))[^。！？，]*(?:热线|电话|传真|邮箱|信箱|邮编)[^。！？，]*$/u, 0.92],
  ['imprint', /^(?!.*[。！？])(?=.*(?:国内统一(?:连续出版物号|刊号)|邮发代号|CN\s?\d{2}-\d{4}))/u, 0.95],
  ['jump', /^[（(]?(?:下转|上接|紧接|转接)\s?第?\s?[A-Z]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?版\S{0,4}[）)]?$/u, 0.95],
];

/** … and what stands glued to the end of a paragraph or to its beginning. */
const GLUED: readonly (readonly [string, RegExp])[] = [
  ['staff', new RegExp(`(?<=[。！？…”）])\\s?[（(]?${STAFF_LINE}[）)]?$`, 'u')],
  ['jump', /(?<=\S)\s?[（(](?:下转|转)\s?第?\s?[A-Z]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?版\S{0,4}[）)]$/u],
  ['jump', /^[（(](?:上接|紧接)\s?第?\s?[A-Z]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?版\S{0,4}[）)](?=\s?\S)/u],
];

/** What belongs to the page and stands in an article: addresses, the staff's names, page heads, the desk's telephone, where an article goes on. */
export const furniture: Check = {
  id: 'furniture',
  kind: 'furniture',
  inGeneral: { what: 'form', about: itself },
  check({ passage, text }): readonly Found[] {
    const { length } = text.text;
    const tail = text.text.slice(-LONGEST);
    const whole = length > 0 && length <= LONGEST ? WHOLE.find(([, form]) => form.test(text.text)) : undefined;
    if (whole) {
      const [message, , probability] = whole;
      const suggestions: Found['suggestions'] = [{ kind: 'setAside', moves: [{ passage, to: { article: null, after: null }, role: 'furniture' }] }];
      return [{ range: rangeIn(text, 0, length), messageId: `check.furniture.${message}`, data: {}, probability, evidence: [], suggestions }];
    }
    return GLUED.flatMap(([message, form]): readonly Found[] => {
      const isTail = form.source.endsWith('$');
      const match = form.exec(isTail ? tail : text.text.slice(0, LONGEST));
      if (!match) return [];
      const from = match.index + (isTail ? length - tail.length : 0);
      const range = rangeIn(text, from, from + match[0].length);
      return [{
        range, messageId: `check.furniture.${message}`, data: {}, probability: 0.93, evidence: [],
        suggestions: [{ kind: 'replaceText', passage, ...range, put: { text: '', why: mended('furniture') } }],
      }];
    });
  },
};
