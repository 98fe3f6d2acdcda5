import type { PageTraits } from './page-traits.ts';

/** Opening marks and what closes each. */
export const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '（': '）', '(': ')', '《': '》', '「': '」', '『': '』', '【': '】', '〔': '〕' };
export const OPENING: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(CLOSING).map(([open, close]) => [close, open]));

/** Where a missing mark belongs, or which mark is one too many; offsets in the text. `sure`: how well the place is known, 0..1. */
export type Place = { readonly kind: 'put' | 'strike'; readonly at: number; readonly sure: number };

const END = /[。！？!?…]/u;
const PAUSE = /^[，。、；,;]/u;
const SAYS = /^[\p{Script=Han}·]{1,12}(?:说|表示|介绍|坦言|回忆|解释|指出|强调|认为|感慨|谈道|告诉记者)(?:[，,。：:道]|$)/u;
const TERM = 5; // characters a quoted term has at most, if a pause follows it or 的 stands before it
/** What follows a quoted term of two to eight characters. */
const HEADED = /^[^“”，。；：！？]{2,8}?(?=行动|力度|作业|活动|工程|计划|工作|政策|模式|战略|项目|品牌|精神|理念|机制|平台|制度|问题|现象|称号|专项|主题|专题|系列|大赛|论坛|试点|改革|教育|服务|体系|原则|一词|二字|三字|四字|这[一二三四几些个])/u;
const QUOTE = /[“「『‘]/u;
const GUESSED = 0.6; // how well a place is known of which nothing tells but what is usual
const GUESSED_TERM = 4; // characters a term has mostly

/** Places for the partner of an opening mark at `at`, best first; `end` is as far as it can reach. */
export function placesOfClosing(text: string, at: number, end: number, { quoted }: PageTraits): readonly Place[] {
  const inside = text.slice(at + 1, end);
  for (let length = Math.min(12, inside.length); length >= 2; length -= 1) {
    if (quoted.has(inside.slice(0, length))) return [{ kind: 'put', at: at + 1 + length, sure: 0.93 }];
  }
  if (!QUOTE.test(text[at]!)) return [];
  for (let i = 1; i < inside.length; i += 1) {
    if (END.test(inside[i - 1]!) && SAYS.test(inside.slice(i))) return [{ kind: 'put', at: at + 1 + i, sure: 0.9 }];
  }
  const isSpeech = at === 0 || /[：:]/.test(text[at - 1]!);
  const ends = Array.from(inside).filter((one) => END.test(one)).length;
  if (isSpeech) return END.test(inside.at(-1) ?? '') && (at > 0 || ends === 1) ? [{ kind: 'put', at: end, sure: 0.85 }] : closingAtAGuess(text, at, end, true);
  const headed = HEADED.exec(inside);
  if (headed) return [{ kind: 'put', at: at + 1 + headed[0].length, sure: 0.8 }];
  const term = inside.search(/[，。、；,;]/u);
  return term >= 2 && term <= TERM && PAUSE.test(inside.slice(term)) ? [{ kind: 'put', at: at + 1 + term, sure: 0.8 }] : closingAtAGuess(text, at, end, /[，,]/.test(text[at - 1]!));
}

/** Where nothing tells, a quotation most likely is one sentence, and a quoted term goes to the next mark. */
function closingAtAGuess(text: string, at: number, end: number, isSaid: boolean): readonly Place[] {
  const inside = text.slice(at + 1, end);
  const stop = inside.search(isSaid ? END : /[，。、；：！？,;:!?]/u);
  const length = stop < 0 ? inside.length : isSaid ? stop + 1 : stop;
  return length === 0 ? [] : [{ kind: 'put', at: at + 1 + length, sure: GUESSED }];
}

/** Places for the partner of a closing mark at `at`, best first; `start` is as far back as it can reach: behind the mark of its kind before, or 0. */
export function placesOfOpening(text: string, at: number, start: number, { quoted }: PageTraits): readonly Place[] {
  const inside = text.slice(start, at);
  for (let length = Math.min(12, inside.length); length >= 2; length -= 1) {
    if (quoted.has(inside.slice(-length))) return [{ kind: 'put', at: at - length, sure: 0.93 }];
  }
  if (!/[”」』’]/u.test(text[at]!)) return [];
  if (!END.test(inside.at(-1) ?? '')) {
    const term = new RegExp(`的([\\p{Script=Han}]{2,${TERM}})$`, 'u').exec(inside)?.[1];
    if (term !== undefined && !term.includes('的')) return [{ kind: 'put', at: at - term.length, sure: 0.8 }];
    const words = /[\p{Script=Han}A-Za-z0-9·]+$/u.exec(inside)?.[0].length ?? 0;
    return words === 0 ? [] : [{ kind: 'put', at: at - Math.min(words, GUESSED_TERM), sure: GUESSED }];
  }
  const colon = Math.max(inside.lastIndexOf('：'), inside.lastIndexOf(':'));
  if (colon >= 0) return [{ kind: 'put', at: start + colon + 1, sure: 0.9 }];
  const put: Place = { kind: 'put', at: start, sure: 0.85 };
  if (start > 0) {
    const strike: Place = { kind: 'strike', at: start - 1, sure: 0.8 };
    const before = text[start - 2] ?? '';
    if (/[？?]/.test(before)) return [put, strike];
    if (END.test(before)) return [strike, put];
  } else if (Array.from(inside).filter((one) => END.test(one)).length === 1) return [put];
  const sentence = Array.from(inside.slice(0, -1)).findLastIndex((one) => END.test(one)) + 1;
  return [{ kind: 'put', at: start + sentence, sure: GUESSED }]; // the sentence before the mark
}
