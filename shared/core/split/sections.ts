import type { Overlap } from '../parse/overlap.ts';
import type { Sliding } from '../parse/sliding.ts';
import type { Outline } from './outline.ts';

/**
 * A stack of lines that could be titles, and the prose on either side up to the next stacks. `near`, `far`: how alike the prose before and after is, up
 * to the next stack and past it, in parts of the page's mean. `own`, `earlier`: the share of the stack's wording, and the most of an earlier
 * stack's, that the prose after it takes up. `above`, `below`: where the neighbouring stacks begin.
 */
export type Section = {
  readonly near: number;
  readonly far: number;
  readonly own: number;
  readonly earlier: number;
  readonly above: readonly number[];
  readonly below: readonly number[];
};

const MOST = 8; // paragraphs of a section that are looked at
const FAR = 12;
const STACKS = 4; // on either side

/** The sections of an outline, by the position their stack begins at; `slide` goes along all its prose. */
export function sectionsOf({ order, titled, prose, runStart, runEnd }: Outline, overlap: Overlap, slide: Sliding): ReadonlyMap<number, Section> {
  const starts: number[] = [];
  const paragraphs: number[] = []; // blocks of prose
  const before: number[] = []; // paragraphs above each stack
  for (let i = 0; i < order.length; i += 1) {
    if (prose[i]) paragraphs.push(order[i]!);
    if (!titled[i] || runStart[i] !== i) continue;
    starts.push(i);
    before.push(paragraphs.length);
  }
  const stacks = starts.map((start) => order.slice(start, runEnd[start]));
  const windows = before.map((place, k) => paragraphs.slice(place, Math.min(place + MOST, before[k + 1] ?? paragraphs.length)));
  const shares = overlap.sharesAhead(stacks, windows, STACKS);
  const raw = starts.map((start, k) => {
    const place = before[k]!;
    let earlier = 0;
    for (let stack = Math.max(0, k - STACKS); stack < k; stack += 1) earlier = Math.max(earlier, shares[stack * (STACKS + 1) + k - stack]!);
    return {
      start,
      near: slide.at(place, Math.min(MOST, place - (before[k - 1] ?? 0)), windows[k]!.length),
      far: slide.at(place, Math.min(FAR, place), Math.min(FAR, paragraphs.length - place)),
      own: shares[k * (STACKS + 1)]!,
      earlier,
      above: starts.slice(Math.max(0, k - STACKS), k).reverse(),
      below: starts.slice(k + 1, k + 1 + STACKS),
    };
  });
  const mean = (value: (each: (typeof raw)[number]) => number) => raw.reduce((sum, each) => sum + value(each), 0) / Math.max(1, raw.length) || 1;
  const [near, far] = [mean((each) => each.near), mean((each) => each.far)];
  return new Map(raw.map((each) => [each.start, { ...each, near: each.near / near, far: each.far / far }]));
}
