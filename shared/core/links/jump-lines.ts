import { fold } from '#util/fold.ts';
import type { LinkSide } from '../model/issue.ts';

/** A line that says on which page an article goes on, or comes from. `page`: as `pageKey` has it; `title`: what it calls the article there, if anything. */
export type JumpLine = { readonly side: LinkSide; readonly page: string; readonly title: string };

const NUMBER = '[A-Za-zＡ-Ｚａ-ｚ]?[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}';
const TITLE = '[“"「『《](?<title>[^”"」』》]{2,40})[”"」』》]';
/** What such lines say: 下转第三版, 紧接A5版, 上接第1版“…”. A 转 alone counts only in brackets or behind marks: a story may turn. */
const LINE = new RegExp(
  `(?:(?<on>(?:文|紧)?下转|[（(▶▷►→>＞]\\s*(?:文|正文)?转)|(?<back>上接|紧接|[（(]\\s*接))\\s*(?:本报)?\\s*第?\\s*(?<page>${NUMBER})\\s*版\\s*(?:${TITLE})?`, 'gu',
);

const DIGITS = '〇一二三四五六七八九';

/** Takes a number in Chinese below a hundred, gives it in digits. */
function digitsOf(number: string): string {
  const digit = (text: string, none: number) => (text === '' ? none : DIGITS.indexOf(text));
  const at = number.indexOf('十');
  return String(at < 0 ? digit(number.slice(0, 1), 0) : digit(number.slice(0, at).slice(-1), 1) * 10 + digit(number.slice(at + 1, at + 2), 0));
}

/** A page as jump lines and papers call it, written in one way: `3` of 03, ３, 第三版; `A5` of a05. '' where it has no number. */
export function pageKey(page: string): string {
  const [, letter = '', number] = /(?<!\d)([a-z])?0*(\d{1,3})(?!\d)/u.exec(fold(page).toLowerCase()) ?? [];
  if (number !== undefined) return letter.toUpperCase() + number;
  const [chinese] = /[一二三四五六七八九十]{1,3}/u.exec(page) ?? [];
  return chinese === undefined ? '' : digitsOf(chinese);
}

/** How well a page a line names fits a page of the paper: 1 the same, .5 the same number where only one of them has a letter, 0 not. */
export function pageFit(said: string, page: string): 0 | 0.5 | 1 {
  const [a, b] = [pageKey(said), pageKey(page)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const isNumber = (key: string) => /^\d/u.test(key);
  return isNumber(a) !== isNumber(b) && a.replace(/^\D/u, '') === b.replace(/^\D/u, '') ? 0.5 : 0;
}

/** The jump lines of a text, in its order. */
export function jumpLinesIn(text: string): readonly JumpLine[] {
  return Array.from(text.matchAll(LINE), (found): JumpLine => {
    const { on, page = '', title = '' } = found.groups ?? {};
    return { side: on === undefined ? 'previous' : 'next', page: pageKey(page), title };
  });
}
