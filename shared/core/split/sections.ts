import type { Overlap, Sliding } from '../parse/overlap.ts';
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
  for (let i = 0; i < order.length; i += 1) if (titled[i] && runStart[i] === i) starts.push(i);
  const blocksIn = (from: number, to: number): readonly number[] => {
    const blocks: number[] = [];
    for (let i = from; i < to; i += 1) if (prose[i]) blocks.push(order[i]!);
    return blocks;
  };
  const after = starts.map((start, k) => blocksIn(runEnd[start]!, starts[k + 1] ?? order.length));
  const sliding = slide(FAR);
  const before = starts.map(() => 0); // paragraphs above each stack
  for (let k = 0, count = 0, i = 0; k < starts.length; k += 1) {
    for (; i < starts[k]!; i += 1) if (prose[i]) count += 1;
    before[k] = count;
  }
  const raw = starts.map((start, k) => {
    const above = starts.slice(Math.max(0, k - STACKS), k).reverse();
    const next = after[k]!.slice(0, MOST);
    const shareOf = (from: number) => overlap.share(order.slice(from, runEnd[from]), next);
    return {
      start,
      near: overlap.likeness(k === 0 ? blocksIn(0, start).slice(-MOST) : after[k - 1]!.slice(-MOST), next),
      far: sliding[before[k]!]!,
      own: shareOf(start),
      earlier: above.reduce((most, from) => Math.max(most, shareOf(from)), 0),
      above,
      below: starts.slice(k + 1, k + 1 + STACKS),
    };
  });
  const mean = (value: (each: (typeof raw)[number]) => number) => raw.reduce((sum, each) => sum + value(each), 0) / Math.max(1, raw.length) || 1;
  const [near, far] = [mean((each) => each.near), mean((each) => each.far)];
  return new Map(raw.map((each) => [each.start, { ...each, near: each.near / near, far: each.far / far }]));
}
