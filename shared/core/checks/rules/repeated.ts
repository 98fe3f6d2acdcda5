import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { itself } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';

/** Words of two characters that nobody says twice: nouns, pronouns, conjunctions, prepositions. Verbs and adjectives do repeat (研究研究, 雪白雪白). */
const NEVER_TWICE = [
  '记者 本报 我们 你们 他们 她们 它们 我国 中国 国家 全国 全省 全市 全县 全区 省委 市委 县委 区委 政府 部门 单位 公司 企业 学校 学生 教师 老师 医院 医生 患者 居民 市民 村民 群众 社区 街道 乡镇 农村',
  '城市 项目 工程 资金 问题 情况 方面 措施 制度 政策 活动 会议 领导 干部 党员 社会 经济 市场 产业 技术 文化 教育 环境 时间 地区 国际 世界 人民 代表 委员 主任 书记 局长 市长 县长 公里 万元 亿元 近日 日前 目前 今年 去年 当天',
  '因为 所以 但是 由于 以及 并且 而且 如果 虽然 为了 对于 关于 根据 按照 通过 进行 其中 同时 此外 另外 以来 以上 以下 之间 之后 之前 可以 已经 必须 应该 不仅 不是 就是 成为 作为 位于 属于',
].join(' ').split(' ');
const WORDS = new Set(NEVER_TWICE);
const WORD = 2; // UTF-16 units of each

const SHORTEST = 3; // characters
const CLAUSE = 6; // … of what may stand twice with a mark between
const MEMBER = 5; // … of a list
const LONGEST = 60;
const MARK = new Set(Array.from('，。、；：！？,;:!?”’）》」』 ', (mark) => mark.charCodeAt(0)));
const isMark = (text: string, at: number): boolean => MARK.has(text.charCodeAt(at));
const HAN = /^\p{Script=Han}+$/u;
const SPOKEN = /[“‘「『][^”’」』]*$/u; // people say things twice
const COUNTED = /^[一二三四五六七八九十两半每几整\d]|^(?:越|又|再|还|边|不|好|很|多|加油|没|谢|对|快|是|来|走|等|救)/u; // 一步步一步步, 好开心好开心

type Repeat = { readonly from: number; readonly once: string; readonly gap: number };

/** Words that stand twice running or oftener. */
export function wordsIn(text: string): readonly { readonly from: number; readonly to: number; readonly once: string; readonly extra: number }[] {
  const found: ReturnType<typeof wordsIn>[number][] = [];
  for (let from = 0; from + 2 * WORD <= text.length; ) {
    const once = isTwice(text, from, from + WORD, WORD) ? text.slice(from, from + WORD) : '';
    if (!WORDS.has(once)) {
      from += 1;
      continue;
    }
    let to = from + 2 * WORD;
    while (text.startsWith(once, to)) to += WORD;
    found.push({ from, to, once, extra: from + WORD });
    from = to;
  }
  return found;
}

const MOST_CHAINS = 2 ** 16;

/** For each place in a text, asked from the first to the last: where its three units stood last, at most so far before. */
function lastTriples(text: string): (at: number) => number | null {
  let chains = 64;
  while (chains < text.length && chains < MOST_CHAINS) chains *= 2;
  const newest = new Int32Array(chains); // of each chain one place and one more, 0 for none: places whose three units have one hash
  const older = new Int32Array(text.length); // the place before it in its chain, likewise
  return (at) => {
    const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
    const chain = (Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35), 0x27d4eb2f) >>> 8) & (chains - 1);
    let place = newest[chain]! - 1;
    older[at] = place + 1;
    newest[chain] = at + 1;
    for (; place >= 0 && at - place <= LONGEST; place = older[place]! - 1) {
      if (text.charCodeAt(place) === a && text.charCodeAt(place + 1) === b && text.charCodeAt(place + 2) === c) return place;
    }
    return null;
  };
}

/** What is said twice running, with a mark between or none: the first of each run of characters against the place where its first three stood last. */
function clauses(text: string): readonly Repeat[] {
  const lastOf = lastTriples(text);
  const found: Repeat[] = [];
  let free = 0; // behind what was found
  for (let at = 0; at + SHORTEST <= text.length; at += 1) {
    const before = lastOf(at);
    if (before === null || before < free) continue;
    const gap = isMark(text, at - 1) ? 1 : 0;
    const length = at - gap - before;
    if (isMark(text, at) || !isTwice(text, before, at, length)) continue;
    const once = text.slice(before, before + length);
    if (!isRepeat(text, before, once, gap)) continue;
    found.push({ from: before, once, gap });
    free = at + once.length;
  }
  return found;
}

function isTwice(text: string, first: number, second: number, length: number): boolean {
  let k = 0;
  while (k < length && text.charCodeAt(first + k) === text.charCodeAt(second + k)) k += 1;
  return k === length;
}

function isRepeat(text: string, from: number, once: string, gap: number): boolean {
  const { length } = Array.from(once);
  if (length < SHORTEST || /^(.+?)\1+$|拷锟|锟斤拷/u.test(once)) return false; // 哈哈哈哈; what is left of conversions is another check's
  const begins = from === 0 || isMark(text, from - 1);
  if (gap > 0) return length >= (text[from + once.length] === '、' ? MEMBER : CLAUSE) && begins && /\p{Script=Han}{4}/u.test(once) && !SPOKEN.test(text.slice(0, from));
  if (COUNTED.test(once)) return /^\d{4}年/.test(once);
  if (!HAN.test(once)) return /\p{Script=Han}{2}|\d年/u.test(once) && (begins || !/[，。、；：！？“”（）《》]/.test(once));
  return length > SHORTEST || !SPOKEN.test(text.slice(0, from));
}

/** Words, clauses and sentences that stand twice running. Reduplication is good Chinese: what it may be is left alone. */
export const repeated: Check = {
  id: 'repeated',
  kind: 'doubled',
  inGeneral: { what: 'form', about: itself },
  check: ({ passage, text }) => {
    const words = wordsIn(text.text);
    const longer = clauses(text.text).map(({ from, once, gap }) => ({ from, to: from + 2 * once.length + gap, once, extra: from + once.length }));
    const apart = words.filter((word) => !longer.some(({ from, to }) => word.from < to && from < word.to));
    return [...apart, ...longer].map(({ from, to, once, extra }): Found => ({
      range: rangeIn(text, from, to),
      messageId: 'check.repeated.found',
      data: { once },
      probability: once.length > CLAUSE ? 0.9 : 0.85,
      evidence: [],
      suggestions: [{ kind: 'replaceText', passage, ...rangeIn(text, extra, to), put: { text: '', why: mended('repeated') } }],
    }));
  },
};
