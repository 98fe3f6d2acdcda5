import type { Check, Found } from '../check.ts';
import type { PassageText } from '../passage-text.ts';
import { rangeIn } from '../passage-text.ts';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '（': '）', '(': ')', '《': '》', '「': '」', '『': '』', '【': '】', '〔': '〕' };
const OPENING: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(CLOSING).map(([open, close]) => [close, open]));
const QUOTES = new Set(['“', '‘', '「', '『']); // one in itself is none: the former was never closed

/** A mark that has no partner in its passage. */
type Lone = { readonly mark: string; readonly at: number; readonly isOpen: boolean };

/** `1）` and `一）` number a list, and `it’s` is an apostrophe. */
function isNoBracket(text: string, at: number): boolean {
  const mark = text[at];
  if (mark === '）' || mark === ')') return /(?:^|[\s，。；：、“（(])[\dA-Za-z一二三四五六七八九十]{1,3}$/u.test(text.slice(Math.max(0, at - 4), at));
  return mark === '’' && /[A-Za-z0-9]/.test(text[at - 1] ?? '');
}

function loneMarks({ text }: PassageText): readonly Lone[] {
  const open: Lone[] = [];
  const lone: Lone[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]!;
    if (Object.hasOwn(CLOSING, mark)) {
      if (QUOTES.has(mark) && open.at(-1)?.mark === mark) lone.push(open.pop()!);
      open.push({ mark, at, isOpen: true });
    } else if (Object.hasOwn(OPENING, mark)) {
      const partner = open.findLastIndex((one) => one.mark === OPENING[mark]);
      if (partner >= 0) lone.push(...open.splice(partner).slice(1));
      else if (!isNoBracket(text, at)) lone.push({ mark, at, isOpen: false });
    }
  }
  return [...lone, ...open].toSorted((a, b) => a.at - b.at);
}

/** Quotations run over paragraphs: each begins with the mark anew, or it is closed in a later one. */
function goesOn({ mark, at, isOpen }: Lone, { text, above, below }: { readonly text: PassageText; readonly above: PassageText | null; readonly below: PassageText | null }): boolean {
  if (isOpen) {
    if (!below) return false;
    const first = loneMarks(below).find((one) => !one.isOpen && one.mark === CLOSING[mark]);
    return below.text.startsWith(mark) || first !== undefined;
  }
  if (!above) return false;
  const openMark = OPENING[mark]!;
  return loneMarks(above).some((one) => one.isOpen && one.mark === openMark) && !text.text.slice(0, at).includes(openMark);
}

/** Quotation marks and brackets without a partner. */
export const pairs: Check = {
  id: 'pairs',
  kind: 'unpaired',
  check: (subject) =>
    loneMarks(subject.text).filter((one) => !goesOn(one, subject)).map(({ mark, at, isOpen }): Found => ({
      range: rangeIn(subject.text, at, at + 1),
      messageId: isOpen ? 'check.pairs.unclosed' : 'check.pairs.unopened',
      data: { mark, partner: (isOpen ? CLOSING[mark] : OPENING[mark]) ?? '' },
      probability: 0.9,
      evidence: [],
      suggestions: [],
    })),
};
