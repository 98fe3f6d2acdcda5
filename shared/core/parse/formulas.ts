/**
 * The standing formulas of Chinese newspapers: how a dispatch opens, how a byline, a credit, a caption and a page's own furniture are worded.
 * They are common knowledge of the trade, not words of any page.
 */
const AGENCY = '本报|本刊|本台|本网|新华社|新华网|中新社|中新网|人民网|央视网|新华日报';
const WRITER = '(?:首席|见习|实习|特约|特派|驻\\S{1,6})?(?:全媒体)?(?:记者|通讯员|评论员|观察员|特派员|实习生|摄影)';

const DATELINE = new RegExp(
  [
    `^[（(【]?(?:据)?(?:${AGENCY})[^。，,；]{0,20}?(?:讯|电|消息|报道)`,
    '^[^。；]{0,24}(?:讯|日电|消息|报道)\\s*[（(：:]',
    `^[^。；]{0,24}[（(][^（()）]{0,12}(?:记者|通讯员)`,
    '^[^。，；]{2,16}\\d日(?:电|讯|消息)',
  ].join('|'),
);
/** Every dateline has one of these; most paragraphs have none, and need not be searched. */
const MAY_BE_DATELINE = /[讯电消报记通]/;
const BYLINE = new RegExp(
  [
    `^[（(]?(?:${AGENCY}|\\S{2,8}[报网台社])?\\s*${WRITER}[\\s：:\\S]{1,60}$`,
    '^[（(]?作者(?:系|为|单位|[:：])',
    '^[（(]据.{2,16}(?:电|报|网|报道|整理)',
    '^[（(]?(?:文/|图/文|文、图|文图|策划|执笔|采写|整理|撰文)[/／:：\\s]?\\S',
  ].join('|'),
);
const WRITTEN = /(?:采写|整理|参与采写|供稿|撰稿)[）)]?$/;
const CREDIT = /(?:摄|摄影|摄影报道|供图|制图|绘图|绘|资料图|资料图片|资料照片|人民视觉|影像中国|视觉中国|发)[）)]?$/;
/** What is a credit even if it begins as a byline does. */
const TAKEN = /(?:摄|摄影|供图|制图|绘图)[）)]?$/;
/** An office or a name, and the date below which it is set. */
const SIGNED = /^[^。！？，,]{2,24}?\s*(?:\d{4}|[一二三四五六七八九○〇零]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$/;
const CAPTION = /^[（(]?(?:图为|图①|图一|图[:：]|[上下左右]图|图片[:：说]|图\d)/;
const STAFF = /^(?:本版|本期)?(?:责编|责任编辑|编辑|版式|校对|美编|视觉|值班|主编|审读|编审)\S{0,4}[:：\s]/;
const ADDRESS = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\S{0,20}$|^\S+@\S+$/;
const FOLIO = /第\s*\S{1,4}\s*版|星期[一二三四五六日天]|农历|^\d{4}年\d{1,2}月\d{1,2}日\s*$|热线|电子邮[箱件]|投稿/;
const SERIES = /系列(?:报道|评论|之)|之[一二三四五六七八九十]+[）)]?$|[①②③④⑤⑥⑦⑧⑨⑩]$|·/;
const LIST = /^(?:[（(]?[一二三四五六七八九十]{1,2}[、.．）)]|[（(]?\d{1,2}[、.．）)]|[一二三四五六七八九十]是|——|第[一二三四五六七八九十][，,、])/;

/** What the wordings above that stand at the beginning of a block begin with, by UTF-16 unit: a look at the first character tells most blocks from all of these. */
const STAFFS = 1;
const CAPTIONS = 2;
const LISTS = 4;
const BEGINS = new Uint8Array(1 << 16);
for (const [what, marks] of [[STAFFS, '本责编版校美视值主审'], [CAPTIONS, '（(图上下左右'], [LISTS, '（(一二三四五六七八九十0123456789—第']] as const) {
  for (const mark of marks) BEGINS[mark.charCodeAt(0)]! |= what;
}

/** Every byline has one of these. */
const MAY_BE_BYLINE = /[者员生影据文策执采整]/;

/** The formula a block's wording follows; `none` for running text. Closed: the features count on it. */
export const FORMULAS = ['none', 'dateline', 'byline', 'credit', 'caption', 'staff', 'address', 'folio', 'series', 'list', 'signed'] as const;
export type Formula = (typeof FORMULAS)[number];

/** What the wordings above that stand at the end of a block end with: most blocks end with none of these, and need not be searched. */
const ENDS_WRITTEN = '写理稿';
const ENDS_TAKEN = '摄影图';
const ENDS_CREDIT = '摄影道图绘片觉国发';

const isList = (begins: number, head: string): boolean => (begins & LISTS) !== 0 && LIST.test(head);
const isDateline = (head: string): boolean => MAY_BE_DATELINE.test(head) && DATELINE.test(head);

/** The formula of a block of `width` (in full-width characters). Long blocks are looked at from their beginning only. */
export function formulaOf(text: string, width: number): Formula {
  const head = text.slice(0, 80);
  const begins = text === '' ? 0 : BEGINS[text.charCodeAt(0)]!;
  if (width > 60) return isDateline(head) ? 'dateline' : isList(begins, head) ? 'list' : 'none';
  if ((head.includes('.') || head.includes('@')) && ADDRESS.test(head)) return 'address';
  if ((begins & STAFFS) !== 0 && STAFF.test(head)) return 'staff';
  if ((begins & CAPTIONS) !== 0 && width <= 40 && CAPTION.test(head)) return 'caption';
  const inner = /[。！？!?].*\S/.test(head);
  const end = head.charAt(head.length - 1);
  const last = end === '）' || end === ')' ? head.charAt(head.length - 2) : end;
  if (width <= 26 && !inner && ENDS_TAKEN.includes(last) && TAKEN.test(head)) return 'credit';
  if (width <= 45 && !inner && ((MAY_BE_BYLINE.test(head) && BYLINE.test(head)) || (ENDS_WRITTEN.includes(last) && WRITTEN.test(head)))) return 'byline';
  if (width <= 26 && !inner && ENDS_CREDIT.includes(last) && CREDIT.test(head)) return 'credit';
  if (isDateline(head)) return 'dateline';
  if (width <= 40 && !inner && end === '日' && SIGNED.test(head)) return 'signed';
  if (width <= 30 && FOLIO.test(head)) return 'folio';
  if (width <= 40 && SERIES.test(head)) return 'series';
  return isList(begins, head) ? 'list' : 'none';
}

const TAIL = new RegExp(
  `[。！？!?…”"』」）)](\\s*(?:[（(]\\s*(?:(?:${AGENCY})\\s*${WRITER}|${WRITER}|作者(?:系|为))[^（()）。]{1,80}[）)]` +
    `|(?:${AGENCY})\\s*${WRITER}[^（()）。，；！？]{1,40}))$`,
);

/** What no glued byline ends with, which is how nearly all paragraphs end: these need not be searched. */
const NO_TAIL = '。，；！？（(';

/** Where a byline glued to the end of a paragraph begins (offset in `text`, blanks before it left out), or -1. */
export function gluedByline(text: string): number {
  if (NO_TAIL.includes(text.charAt(text.length - 1))) return -1;
  const start = Math.max(0, text.length - 130);
  const match = TAIL.exec(text.slice(start));
  const tail = match?.[1];
  if (match === null || tail === undefined) return -1;
  return text.length - tail.trimStart().length;
}
