import { bytes } from '#util/scratch.ts';
import { breaksOff } from '../flow/continuity.ts';
import type { Continuity } from '../flow/goes-on.ts';
import type { Page } from '../parse/page.ts';
import type { Shape } from '../parse/shape.ts';
import { type Fit, type Move, movesOf } from './moves.ts';
import type { Read } from './read-in.ts';
import { STATES, beginsArticle } from './states.ts';
import { untangle } from './untangle.ts';

/**
 * How unlikely disorder is beforehand (log-odds): two articles dealt into each other, the more so the further they reach (a number for every e-fold of
 * blocks); one run of blocks put elsewhere, the more so the longer it is and the more blocks it was put over. These and all other weights of a repair
 * began as a regression (conditional logistic) of the right repair, if any, on pages of dev, clean and our own in which a rest had been put elsewhere or an
 * article broken off, and were rounded and chosen there.
 */
const DEALT = 2.2;
const MOVED = 7;
const FARTHER = 1;
const LONGER = 1.5;

/**
 * What it counts for instead if a single block stands at most so many blocks from its place. Chosen on pages of dev, clean and our own, as they are, with one
 * paragraph put a few paragraphs on or back within its article, and with an article broken off: from 5 to 7 more come home the lower it is, below that complete
 * paragraphs begin to follow texts that break off.
 */
const NEAR = 5.5;
const NEARBY = 5;

/** What the ends that meet count for beside the rest of the evidence: the model that reads the page looks at the same ends. */
const ENDS = 0.6;

/** An order whose ends fit worse than this is not proposed: wording and reading seldom make up for so much (log-odds). */
const PROMISE = 6;

/** What it counts for if a text that breaks off meets a headline, or the end of the page (log-odds). */
const BROKEN = -5;

/** What it counts for if a block that can hardly be a paragraph, but end one, follows one that is complete (log-odds). */
const ORPHANED = -3;

/** A complete text as short as this (full-width characters) is more often the end of a paragraph than a paragraph. */
const STUB = 6;

/**
 * What it counts for instead if such a text stands in prose and behind no text that breaks off (log-odds): on pages of dev and clean each of the 25 that stand in
 * prose ends a paragraph. Chosen there, on our own, and on pages made of all three with a paragraph moved or an article broken off.
 */
const STRANDED = -7;

/** A text wider than this (full-width characters) is prose: lines of verse and of lists are narrower. */
const PROSE = 16;

/** Cut text shorter than this (full-width characters) is more often a line of its own than the beginning of a paragraph; shorter yet where it has a pause. */
const SHORTEST = 20;
const SHORTEST_PAUSED = 10;

/** A page in another order: the blocks that move, and how much better the ends then fit, less how unlikely such a disorder is beforehand (log-odds). */
export type Proposal = { readonly order: () => readonly number[]; readonly run: () => readonly number[]; readonly fits: number };

/** What is asked of the blocks of a reading again and again, by position; 1: yes. */
export type Ends = {
  readonly text: Uint8Array;
  readonly open: Uint8Array; // text that breaks off
  readonly cut: Uint8Array; // the same, long enough to be part of a paragraph
  readonly orphaned: Uint8Array; // text that can hardly begin a paragraph
  readonly stub: Uint8Array; // the few last characters of a paragraph, in prose
};

const TEXT = STATES.map(({ kind }) => kind === 'lead' || kind === 'paragraph' || kind === 'continued');

/** Asks it. */
export function endsOf(page: Page, { order, states }: Read): Ends {
  const { length } = order;
  const ends = { text: bytes(length), open: bytes(length), cut: bytes(length), orphaned: bytes(length), stub: bytes(length) };
  const isProse = (at: number) => !(at >= 0 && at < length && TEXT[states[at]!]) || page.shapes[order[at]!]!.width > PROSE;
  for (let at = 0; at < length; at += 1) {
    if (!TEXT[states[at]!]) continue;
    const shape = page.shapes[order[at]!]!;
    ends.text[at] = 1;
    if (breaksOff(shape)) ends.open[at] = 1;
    if (ends.open[at] && (shape.width >= (shape.pauses > 0 ? SHORTEST_PAUSED : SHORTEST) || shape.unclosed)) ends.cut[at] = 1;
    const isStub = shape.width <= STUB && isComplete(shape);
    if (shape.opening === 'bound' || shape.unopened || isStub) ends.orphaned[at] = 1;
    if (isStub && (shape.ending === 'final' || shape.unopened) && isProse(at - 1) && isProse(at + 1)) ends.stub[at] = 1;
  }
  return ends;
}

const isComplete = ({ ending }: Shape): boolean => ending === 'final' || ending === 'final-quoted';

/** How well two positions meet: the ends of texts that break off, and beginnings that cannot begin a paragraph. */
function fitOf({ order }: Read, { text, open, orphaned, stub }: Ends, { goesOn }: Continuity): Fit {
  const { length } = order;
  return (above, below, atLeast) => {
    const after = below >= 0 && below < length && text[below] === 1;
    if (above >= 0 && above < length) {
      if (open[above] === 1) return after ? goesOn(order[above]!, order[below]!, atLeast) : BROKEN;
      if (text[above] === 0) return after && stub[below] === 1 ? STRANDED : 0;
    }
    if (after && stub[below] === 1) return STRANDED;
    return after && orphaned[below] === 1 ? ORPHANED : 0;
  };
}

/** All orders that may fit better; of those that fit no better than `most` others some are left out. */
export function proposalsFor(reading: Read, ends: Ends, continuity: Continuity, most = Infinity): readonly Proposal[] {
  const found: Proposal[] = []; // filled one by one: what `concat` and `map` make is of another kind once they are compiled
  addUntanglings(found, reading, ends, continuity);
  addMoves(found, reading, ends, continuity, most);
  return found;
}

/** The best fits so far, as many as will be looked at, best first. */
class BestFits {
  readonly #most: number;
  readonly #fits: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  note(fits: number): void {
    const best = this.#fits;
    if (best.length === this.#most) {
      if (fits <= best[best.length - 1]!) return;
      best.pop();
    }
    let at = best.length;
    best.push(fits);
    for (; at > 0 && best[at - 1]! < fits; at -= 1) best[at] = best[at - 1]!;
    best[at] = fits;
  }

  /** What a proposal has to fit better than to be among them. */
  bar(): number {
    return this.#fits.length < this.#most ? -Infinity : this.#fits[this.#most - 1]!;
  }
}

/** The orders after taking two interleaved articles apart, for every text that breaks off before what is not the rest of it as the model reads the page. */
function addUntanglings(found: Proposal[], reading: Read, ends: Ends, continuity: Continuity): void {
  const { order, states } = reading;
  const fit = fitOf(reading, ends, continuity);
  const costOf = (blocks: number) => DEALT + FARTHER * Math.log(blocks);
  for (let at = 0; at + 2 < order.length; at += 1) {
    if (!ends.cut[at] || STATES[states[at + 1]!]!.phase === 'body') continue;
    for (const { gain, from, to, moved } of untangle(at, order.length, (position) => ends.text[position] === 1, fit, (blocks) => (costOf(blocks) - PROMISE) / ENDS)) {
      const fits = ENDS * gain - costOf(to - from);
      if (fits < -PROMISE) continue;
      const run = () => {
        const blocks: number[] = [];
        for (const position of moved()) blocks.push(order[position]!);
        return blocks;
      };
      const dealt = () => {
        const up = moved(); // in ascending order
        const made = order.slice(); // keeps the kind that an array is of
        let at = from;
        for (let k = 0; k < up.length; k += 1, at += 1) made[at] = order[up[k]!]!;
        for (let position = from, next = 0; position < to; position += 1) {
          if (position === up[next]) next += 1;
          else made[at++] = order[position]!;
        }
        return made;
      };
      found.push({ fits, run, order: dealt });
    }
  }
}

/** The orders after moving one run of blocks. */
function addMoves(found: Proposal[], reading: Read, ends: Ends, continuity: Continuity, most: number): void {
  const { order, states } = reading;
  const best = new BestFits(most);
  for (const { fits } of found) best.note(fits);
  const costOf = (over: number, long: number) => (long === 1 && over <= NEARBY ? NEAR : MOVED + LONGER * Math.log(over * long));
  const fitsOf = ({ from, to, before, gain }: Move) => ENDS * gain - costOf(before <= from ? from - before : before - to, to - from);
  const moves = movesOf({
    length: order.length,
    isText: (position) => ends.text[position] === 1,
    isCut: (position) => ends.cut[position] === 1,
    begins: (position) => beginsArticle(STATES[states[position - 1] ?? -1] ?? null, STATES[states[position]!]!),
    fit: fitOf(reading, ends, continuity),
    relief: (position) => (ends.stub[position] === 1 && ends.open[position - 1] !== 1 ? -STRANDED : 0),
    mostAfter: (above) => (ends.open[above] === 1 ? Math.max(0, continuity.most) : 0), // else nothing speaks for any meeting
    least: (over, long) => (costOf(over, long) + Math.max(-PROMISE, best.bar())) / ENDS,
    note: (move) => best.note(fitsOf(move)),
  });
  for (const move of moves) {
    const { from, to, before } = move;
    const fits = fitsOf(move);
    if (fits < -PROMISE) continue;
    const run = () => order.slice(from, to);
    const moved = () => {
      const made = order.slice(); // of the same kind as all orders
      let at = Math.min(from, before);
      for (let position = to; position < before; position += 1, at += 1) made[at] = order[position]!;
      for (let position = from; position < to; position += 1, at += 1) made[at] = order[position]!;
      for (let position = before; position < from; position += 1, at += 1) made[at] = order[position]!;
      return made;
    };
    found.push({ fits, run, order: moved });
  }
}
