import type { Block, Truth, TruthArticle, TruthBlock, TruthError } from './page.ts';
import type { Row } from './readme.ts';

/** Looks at the printed text first, and at the truth where print alone cannot show a trait. True if the row tells the truth. */
type Look = (at: readonly number[], page: Page, row: Row) => boolean;

export type Page = { readonly truth: Truth; readonly blocks: readonly Block[] };

const LONG = 45; // code points; no headline, subhead or byline of the samples is longer
const ENDS = /[。！？…；：][”』]?$/;
const CREDIT = /摄$|^资料图片$/;

const text = (page: Page, i: number) => page.blocks[i]?.text ?? '';
const known = (page: Page, i: number): TruthBlock | undefined => page.truth.blocks[i];
const role = (page: Page, i: number) => known(page, i)?.role;
const articleOf = (page: Page, i: number): TruthArticle | undefined =>
  page.truth.articles.find((article) => article.id === known(page, i)?.article);
const short = (line: string) => [...line].length <= LONG && !line.endsWith('。');
const one = (at: readonly number[]) => (at.length === 1 ? (at[0] ?? -1) : -1);

/** Each of the row's blocks matches and has the role. */
const each =
  (pattern: RegExp, ...roles: readonly string[]) =>
  (at: readonly number[], page: Page): boolean =>
    at.every((i) => pattern.test(text(page, i)) && roles.includes(role(page, i) ?? ''));

/** Whether blocks of the article come before, or after, this one with body in them. */
function bodyAround(page: Page, i: number): { readonly before: boolean; readonly after: boolean } {
  const body = (articleOf(page, i)?.blocks ?? []).filter((j) => role(page, j) === 'body');
  return { before: body.some((j) => j < i), after: body.some((j) => j > i) };
}

/** The fault of that kind that the row's `printed → meant` speaks of. */
function faultAt(i: number, page: Page, row: Row, kind: TruthError['kind']): boolean {
  const [printed = '', meant = ''] = row.what.split(' → ');
  return page.truth.errors.some((error) => {
    if (error.block !== i || error.kind !== kind) return false;
    const points = [...text(page, i)];
    const length = [...error.noisy].length;
    const before = points.slice(Math.max(0, error.offset - 2), error.offset).join('');
    const after = points.slice(error.offset + length, error.offset + length + 2).join('');
    const found = points.slice(error.offset, error.offset + length).join('');
    return found === error.noisy && printed === before + found + after && meant === before + error.original + after;
  });
}

const fault =
  (kind: TruthError['kind']): Look =>
  (at, page, row) =>
    faultAt(one(at), page, row, kind);

const cut = (page: Page, a: number, b: number) => known(page, a)?.continues === b && !ENDS.test(text(page, a));

const picture: Look = ([caption = -1, credit = -1], page) =>
  (page.blocks[caption]?.blankAbove ?? 0) > 1 && role(page, caption) === 'caption' && CREDIT.test(text(page, credit)) && role(page, credit) === 'credit';

/** How many places of two texts of equal length differ; infinite if the lengths do. */
function differences(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return [...a].filter((char, i) => char !== [...b][i]).length;
}

function repeated(at: readonly number[], page: Page): number {
  const copy = known(page, one(at));
  if (copy?.role !== 'duplicate' || copy.duplicate_of === undefined) return Number.POSITIVE_INFINITY;
  return differences(text(page, copy.index), text(page, copy.duplicate_of));
}

/** How opening and closing marks balance in a block: 1 is a closing mark missing. */
const unclosed = (line: string) => [...line].filter((c) => '“『'.includes(c)).length - [...line].filter((c) => '”』'.includes(c)).length;

/** One way to look for each trait of README.md's table. */
export const TRAITS: Readonly<Record<string, Look>> = {
  'headline-group': (at, page) =>
    at.length > 1 &&
    at.every((i) => short(text(page, i)) && ['kicker', 'headline', 'subtitle'].includes(role(page, i) ?? '')) &&
    new Set(at.map((i) => known(page, i)?.article)).size === 1,
  'dash-line': each(/^——/, 'subtitle'),
  office: each(/(街道|社区|镇)$/, 'kicker'),
  banner: each(/^.{4,6}$/, 'banner'),
  series: each(/系列报道之.$/, 'kicker'),
  web: each(/^www\.[a-z]+\.example$/, 'furniture'),
  furniture: each(/^[^。]{4,30}$/, 'furniture'),
  'byline-run-in': (at, page) => at.every((i) => /^本报讯（记者 (.+?)）/.test(text(page, i)) && role(page, i) === 'body'),
  'byline-before': (at, page) => at.every((i) => role(page, i) === 'byline' && short(text(page, i)) && !bodyAround(page, i).before),
  'byline-after': (at, page) => at.every((i) => role(page, i) === 'byline' && short(text(page, i)) && !bodyAround(page, i).after),
  'byline-glued': (at, page) =>
    at.every((i) => {
      const tail = [...text(page, i)].slice(known(page, i)?.tail?.offset ?? Number.POSITIVE_INFINITY).join('');
      return /^本报记者 \S{2,4}$/.test(tail) && articleOf(page, i)?.byline === tail.slice(5);
    }),
  subhead: (at, page) =>
    at.every((i) => role(page, i) === 'subhead' && short(text(page, i)) && bodyAround(page, i).before && bodyAround(page, i).after),
  picture: (at, page, row) => picture(at, page, row) && articleOf(page, one(at.slice(0, 1)))?.blocks.at(-1) !== at[1],
  'picture-in-cut': (at, page, row) =>
    picture(at, page, row) && page.truth.blocks.some((b) => b.index < (at[0] ?? 0) && (b.continues ?? 0) > (at[1] ?? 0)),
  cut: ([a = -1, b = -1], page) => cut(page, a, b),
  'cut-lost': ([a = -1, b = -1], page, row) => {
    const [printed = '', meant = ''] = row.what.split(' → ');
    const [left = '', right = ''] = printed.split('/');
    const lost = page.truth.errors.find((e) => e.kind === 'lost_char' && ((e.block === b && e.offset === 0) || (e.block === a && e.offset === [...text(page, a)].length)));
    return cut(page, a, b) && text(page, a).endsWith(left) && text(page, b).startsWith(right) && meant === left + lost?.original + right;
  },
  interleaved: (at, page) => {
    const article = articleOf(page, at[0] ?? -1);
    const between = page.truth.blocks.slice(at[0], at.at(-1)).some((b) => b.article !== null && b.article !== article?.id);
    return between && article !== undefined && at.every((i) => article.blocks.includes(i));
  },
  duplicate: (at, page) => repeated(at, page) === 0,
  'duplicate-misread': (at, page) => repeated(at, page) >= 1 && repeated(at, page) <= 5,
  truncated: (at, page) => one(at) === page.blocks.length - 1 && !ENDS.test(text(page, one(at))) && role(page, one(at)) === 'body',
  'half-width': (at, page) => {
    const whole = at.map((i) => text(page, i)).join('');
    return at[0] === 0 && at.length === page.blocks.length && !whole.includes('，') && whole.split(',').length > 100;
  },
  'corner-quotes': (at, page) => {
    const whole = at.map((i) => text(page, i)).join('');
    return at[0] === 0 && at.length === page.blocks.length && !/[“”]/.test(whole) && whole.split('『').length > 10;
  },
  'quote-missing': (at, page, row) => unclosed(text(page, one(at))) === 1 && faultAt(one(at), page, row, 'dropped_quote'),
  'quote-extra': (at, page, row) => unclosed(text(page, one(at))) === -1 && faultAt(one(at), page, row, 'extra_quote'),
  misread: fault('confusion'),
  dropped: fault('lost_char'),
  'name-variant': (at, page, row) => {
    const [printed = '', meant = ''] = row.what.split(' → ').map((s) => s.slice(0, 3).replace('，', ''));
    const elsewhere = page.truth.blocks.some((b) => b.text.includes(meant));
    return printed !== meant && elsewhere && faultAt(one(at), page, row, 'name_variant');
  },
  verse: (at, page) => {
    const article = articleOf(page, at[0] ?? -1);
    const whole = article?.blocks.filter((i) => role(page, i) === 'body').join() === at.join();
    return whole && at.every((i) => text(page, i).split('\n').every((line) => [...line].length <= 24));
  },
  notice: (at, page) => /(通知|启事|声明)$/.test(text(page, at[0] ?? -1)) && role(page, at[0] ?? -1) === 'headline',
  list: (at, page) => at.length > 2 && [/^[一二三四]、/, /^周[一二三四五六日] /, /^《/].some((mark) => each(mark, 'body')(at, page)),
  brief: ([head = -1, body = -1], page) =>
    role(page, head) === 'headline' && articleOf(page, head)?.blocks.join() === `${head},${body}` && articleOf(page, head)?.byline === '' && !text(page, body).includes('记者 '),
  'rare-character': (at, page) => at.every((i) => /[\u{3400}-\u{4DBF}\u{10000}-\u{3FFFF}]/u.test(text(page, i))),
};
