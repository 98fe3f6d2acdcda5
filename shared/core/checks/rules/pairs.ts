import type { Edit } from '../../edits/edit.ts';
import type { Check, Found, Subject } from '../check.ts';
import { mended } from '../check.ts';
import { exchangePair } from '../exchange.ts';
import { traitsOf } from '../page-traits.ts';
import { CLOSING, OPENING, placesOfClosing, placesOfOpening } from '../partners.ts';
import type { Place } from '../partners.ts';
import type { PassageText } from '../passage-text.ts';
import { rangeIn } from '../passage-text.ts';

const MARKS = new RegExp(`[${Object.entries(CLOSING).flat().join('')}]`, 'gu');
const QUOTES = new Set(['“', '‘', '「', '『']); // one in itself is none: the former was never closed
const INNER: Readonly<Record<string, readonly [string, string]>> = { '“': ['‘', '’'], '「': ['『', '』'] };
const NESTED = 20; // characters a quotation inside another has at most; longer ones are more likely two of which each lacks a mark

/** A mark that has no partner in its passage, or that begins a pair inside a pair of the same marks. */
type Lone = { readonly mark: string; readonly at: number; readonly isOpen: boolean; readonly inner?: number }; // `inner`: where the partner of an inner mark stands

/** `1）` and `一）` number a list, and `it’s` is an apostrophe. */
function isNoBracket(text: string, at: number): boolean {
  const mark = text[at];
  if (mark === '）' || mark === ')') return /(?:^|[\s，。；：、“（(])[\dA-Za-z一二三四五六七八九十]{1,3}$/u.test(text.slice(Math.max(0, at - 4), at));
  return mark === '’' && /[A-Za-z0-9]/.test(text[at - 1] ?? '');
}

function loneMarks({ text }: PassageText): readonly Lone[] {
  const open: Lone[] = [];
  const lone: Lone[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (Object.hasOwn(CLOSING, mark)) {
      if (QUOTES.has(mark) && open.at(-1)?.mark === mark) lone.push(open.pop()!);
      open.push({ mark, at, isOpen: true });
    } else {
      const partner = open.findLastIndex((one) => one.mark === OPENING[mark]);
      if (partner >= 0) lone.push(...open.splice(partner).slice(1));
      else if (!isNoBracket(text, at)) lone.push({ mark, at, isOpen: false });
    }
  }
  return nested(text, [...lone, ...open].toSorted((a, b) => a.at - b.at));
}

/** “…“里”…”: the outer marks are a pair after all, and the inner ones are of the wrong kind. */
function nested(text: string, lone: readonly Lone[]): readonly Lone[] {
  return lone.flatMap((one, i): readonly Lone[] => {
    const [before, after] = [lone[i - 1], lone[i + 1]];
    if (!one.isOpen && before && innerPair(text, before, one)) return [];
    const pair = one.isOpen && after ? innerPair(text, one, after) : null;
    return pair ?? [one];
  });
}

function innerPair(text: string, open: Lone, close: Lone): readonly Lone[] | null {
  if (!open.isOpen || close.isOpen || INNER[open.mark] === undefined || CLOSING[open.mark] !== close.mark) return null;
  const body = text.slice(open.at + 1, close.at);
  const [from, to] = [body.indexOf(open.mark), body.indexOf(close.mark)];
  const isPair = from > 0 && to > from && to - from <= NESTED && from === body.lastIndexOf(open.mark) && to === body.lastIndexOf(close.mark);
  if (!isPair || /[。！？]/u.test(body.slice(from, to))) return null;
  return [{ mark: open.mark, at: open.at + 1 + from, isOpen: true, inner: open.at + 1 + to }];
}

/** Quotations run over paragraphs: each begins with the mark anew, or it is closed in a later one. */
function goesOn({ mark, at, isOpen, inner }: Lone, { text, above, below }: Subject): boolean {
  if (inner !== undefined) return false;
  if (isOpen) {
    const isTerm = QUOTES.has(mark) && /\p{Script=Han}/u.test(text.text[at - 1] ?? '') && !/[说道称曰问答喊]/u.test(text.text[at - 1]!); // a quoted word, no speech
    if (!below || isTerm) return false;
    const first = loneMarks(below).find((one) => !one.isOpen && one.mark === CLOSING[mark]);
    return below.text.startsWith(mark) || first !== undefined;
  }
  if (!above) return false;
  const openMark = OPENING[mark]!;
  return loneMarks(above).some((one) => one.isOpen && one.mark === openMark) && !text.text.slice(0, at).includes(openMark);
}

/** What mends a lone mark: its partner put where it belongs, or the mark that is one too many struck; best first. */
function mending({ mark, at, isOpen }: Lone, { source, passage, text }: Subject): { readonly places: readonly Place[]; readonly suggestions: readonly Edit[] } {
  const put = (from: number, to: number, added: string): Edit => ({ kind: 'replaceText', passage, from, to, put: { text: added, why: mended('pairs') } });
  const next = text.text.indexOf(mark, at + 1);
  const places = isOpen
    ? placesOfClosing(text.text, at, next < 0 ? text.text.length : next, traitsOf(source))
    : placesOfOpening(text.text, at, text.text.lastIndexOf(mark, at - 1) + 1, traitsOf(source));
  const suggestions = places.map((place) => {
    if (place.kind === 'strike') {
      const range = rangeIn(text, place.at, place.at + 1);
      return put(range.from, range.to, '');
    }
    const spot = place.at === 0 ? rangeIn(text, 0, 1).from : rangeIn(text, place.at - 1, place.at).to;
    return put(spot, spot, (isOpen ? CLOSING[mark] : OPENING[mark])!);
  });
  return { places, suggestions };
}

const SAID = 6; // characters that tell where the missing mark belongs

/** What is said of a lone mark: that it is one, and where its partner is thought to belong. */
function said({ mark, isOpen }: Lone, [place]: readonly Place[], text: string): Pick<Found, 'messageId' | 'data'> {
  const data = { mark, partner: (isOpen ? CLOSING[mark] : OPENING[mark]) ?? '' };
  if (!place) return { messageId: isOpen ? 'check.pairs.unclosed' : 'check.pairs.unopened', data };
  if (place.kind === 'strike') return { messageId: 'check.pairs.too-many', data: { ...data, words: text.slice(Math.max(0, place.at - SAID), place.at) } };
  return isOpen
    ? { messageId: 'check.pairs.closes-behind', data: { ...data, words: text.slice(Math.max(0, place.at - SAID), place.at) } }
    : { messageId: 'check.pairs.opens-before', data: { ...data, words: text.slice(place.at, place.at + SAID) } };
}

/** Quotation marks and brackets without a partner. */
export const pairs: Check = {
  id: 'pairs',
  kind: 'unpaired',
  check: (subject) =>
    loneMarks(subject.text).filter((one) => !goesOn(one, subject)).map((one): Found => {
      const { mark, at, inner } = one;
      const { text, passage } = subject;
      if (inner !== undefined) {
        const range = rangeIn(text, at, inner + 1);
        const data = { mark: `${mark} ${CLOSING[mark]}`, partner: INNER[mark]!.join(' ') };
        return { range, messageId: 'check.pairs.nested', data, probability: 0.85, evidence: [], suggestions: [exchangePair('pairs', passage, text, at, inner, INNER[mark]!)] };
      }
      const { places, suggestions } = mending(one, subject);
      return { range: rangeIn(text, at, at + 1), ...said(one, places, text.text), probability: places[0]?.sure ?? 0.88, evidence: [], suggestions };
    }),
};
