import { doubles } from '#util/scratch.ts';

/**
 * How well one position goes on with another, in log-odds; `above` -1 and `below` the length stand for the ends of the page. With `atLeast`, -Infinity will do
 * where it is not more than that.
 */
export type Fit = (above: number, below: number, atLeast?: number) => number;

/** What is asked of a reading to find out which blocks may have strayed. All positions are places in its order. */
export type Strayable = {
  readonly length: number;
  readonly isText: (position: number) => boolean;
  readonly isCut: (position: number) => boolean; // text that breaks off
  readonly begins: (position: number) => boolean; // an article begins there
  readonly fit: Fit;
  readonly relief: (position: number) => number; // what it is worth at least that a position no longer stands where it does (log-odds)
  readonly mostAfter: (above: number) => number; // how well anything goes on with it at most
  readonly least: (over: number, long: number) => number; // moves over so many blocks of a run so long that gain less are not asked for
  readonly note?: (move: Move) => void; // told of every move as it is found: `least` may be more from then on
};

/** The blocks from `from` up to `to` are put before position `before`; `gain`: how much better all ends that meet then fit (log-odds). */
export type Move = { readonly from: number; readonly to: number; readonly before: number; readonly gain: number };

/** How far on or back a text that breaks off may go on, and how long a run may have strayed, in blocks. */
const WINDOW = 16;

/** A stray run between a text and its rest is at most this long, in blocks. */
const BETWEEN = 4;

/** A text that goes on this well with what follows it is left in peace (log-odds). */
const CONTENT = 2.5;

/** How much better than what follows another block must go on with it, its relief included, to be looked at (log-odds), and how many such blocks are looked at. */
const BETTER = 2;
const RIVALS = 4;

/**
 * The moves of one run of blocks that make a text that breaks off meet a better rest: its rest comes to it, it goes to its rest, or what stands between goes
 * elsewhere. In no order; those that gain less than is asked for may be left out.
 */
export function movesOf(reading: Strayable): readonly Move[] {
  const { length, isText, isCut, fit, relief } = reading;
  const moves: Move[] = [];
  const stands = doubles(length + 1).fill(Number.NaN); // how well each position goes on with the one before it
  const standing = (position: number): number => {
    if (Number.isNaN(stands[position])) stands[position] = fit(position - 1, position);
    return stands[position]!;
  };
  for (let at = 0; at < length; at += 1) {
    if (!isText(at) || !isCut(at)) continue;
    const here = standing(at + 1);
    if (here > CONTENT) continue;
    const rivals: { readonly position: number; readonly meets: number }[] = [];
    for (let position = Math.max(0, at - WINDOW); position < Math.min(length, at + WINDOW + 1); position += 1) {
      if (position === at || position === at + 1 || !isText(position)) continue;
      const enough = here + BETTER - relief(position);
      const meets = fit(at, position, enough);
      if (meets > enough) rivals.push({ position, meets });
    }
    if (rivals.length === 0) continue;
    rivals.sort((a, b) => b.meets - a.meets || a.position - b.position);
    for (const { position, meets } of rivals.slice(0, RIVALS)) movesFor(reading, standing, { at, rest: position, meets }, moves);
  }
  return moves;
}

/** More than sums of the same numbers in another order differ by. */
const ROUNDING = 1e-9;

/** The text at `at` is to be followed by the one at `rest`, with which it goes on by `meets`. */
type Wish = { readonly at: number; readonly rest: number; readonly meets: number };

/** Adds the moves that fulfil a wish. */
function movesFor({ length, begins, fit, mostAfter, least, note }: Strayable, standing: (position: number) => number, { at, rest, meets }: Wish, moves: Move[]): void {
  const mostOf = (above: number, below: number) => (above === at && below === rest ? meets : mostAfter(above));
  const offer = (from: number, to: number, before: number) => {
    // What the blocks do where they stand, and the meeting that is wished for, are known; what is not is asked for only as long as the gain may suffice.
    const first = standing(from);
    const second = standing(to);
    const third = standing(before);
    const needed = least(before <= from ? from - before : before - to, to - from) - ROUNDING + first + second + third;
    const mayLeave = mostOf(to - 1, before);
    const mayClose = mostOf(from - 1, to);
    if (mostOf(before - 1, from) + mayLeave + mayClose < needed) return;
    const enters = fit(before - 1, from, needed - mayLeave - mayClose);
    if (enters + mayLeave + mayClose < needed) return;
    const leaves = fit(to - 1, before, needed - enters - mayClose);
    if (enters + leaves + mayClose < needed) return;
    const closes = fit(from - 1, to, needed - enters - leaves);
    const gain = closes + enters + leaves - first - second - third;
    if (gain === -Infinity) return;
    const move = { from, to, before, gain };
    moves.push(move);
    note?.(move);
  };
  // The rest comes: it and what follows it, up to where another article begins.
  const last = rest > at ? length : at;
  for (let to = rest + 1; to <= last && to - rest <= WINDOW; to += 1) {
    if (to - 1 > rest && begins(to - 1)) break;
    offer(rest, to, at + 1);
  }
  // The text goes: it and what stands before it.
  const first = rest < at ? rest + 1 : 0;
  for (let from = at; from >= first && at - from < WINDOW && !begins(from); from -= 1) offer(from, at + 1, rest);
  // What stands between goes.
  if (rest <= at + 1 || rest - at - 1 > BETWEEN) return;
  for (let between = at + 1; between < rest; between += 1) if (begins(between)) return;
  for (let before = Math.max(0, at - WINDOW); before <= Math.min(length, rest + WINDOW); before += 1) {
    if (before <= at || before > rest) offer(at + 1, rest, before);
  }
}
