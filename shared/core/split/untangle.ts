/**
 * How well one position goes on with another, in log-odds; `above` -1 for a headline, `below` -1 for the end of what is looked at. With `atLeast`, -Infinity
 * will do where it is not more than that.
 */
export type Meet = (above: number, below: number, atLeast?: number) => number;

/** How far an interleaving is followed, in blocks, and how long the headline of the article that came between may be. */
const WINDOW = 30;
const HEAD = 6;

/** What it counts for to change from one column to the other (log-odds): blocks of one article tend to stand together. */
const CHANGE = -1;

/** Two articles taken apart: which positions after `from` move up to what broke off before it; those up to `to` that do not stay in their order. */
export type Untangling = { readonly gain: number; readonly from: number; readonly to: number; readonly moved: () => readonly number[] };

/** More than sums of the same numbers in another order differ by. */
const ROUNDING = 1e-9;

/**
 * A way to deal the blocks up to here to the two articles: all from `since` on went to the upper one, or to the lower. The last text is that one's; `other`: the
 * last of the other. `chain`: the runs that went to the upper one before.
 */
type Way = { score: number; readonly upper: boolean; readonly other: number; readonly since: number; readonly chain: Chain | null };
type Chain = { readonly from: number; readonly to: number; readonly before: Chain | null };

/**
 * Deals the blocks after position `at`, whose text breaks off before a headline, to its article and the headline's, so that all ends that meet fit best
 * (dynamic programming over the last texts of both; exact within the window), one way for every block the interleaving may end with. What is no text stays with
 * the block before it. Empty if nothing is to be dealt. Of dealing so many blocks, what gains less than `least` is left out.
 */
export function untangle(at: number, length: number, isText: (position: number) => boolean, meet: Meet, least: (blocks: number) => number = () => -Infinity): readonly Untangling[] {
  const from = at + 1;
  let first = from;
  while (first < length && first - from <= HEAD && !isText(first)) first += 1;
  if (first >= length || first - from > HEAD || first === from) return [];
  const ways: Way[] = [{ score: 0, upper: false, other: at, since: from, chain: null }];
  const found: Untangling[] = [];
  let left = 0; // the score if nothing is moved
  let last = -1; // the last text
  for (let k = first; k < length && k - first < WINDOW; k += 1) {
    if (!isText(k)) continue; // it went where the last block did
    const on = meet(last, k);
    deal(ways, k, last, on, meet);
    left += on;
    last = k;
    const end = k + 1 < length && isText(k + 1) ? k + 1 : -1;
    let best: Way | null = null;
    let most = 0; // its gain
    const stay = left + meet(at, -1) + meet(k, end);
    let enough = least(k + 1 - from); // ends are held against each other only where this may be passed
    for (const way of ways) {
      const { score, upper, other } = way;
      if (!upper && way.chain === null) continue; // nothing is moved
      const above = upper ? k : other;
      const below = upper ? other : k;
      const broken = meet(above, -1);
      const gain = score + broken + (below < 0 ? 0 : meet(below, end, enough - ROUNDING + stay - score - broken)) - stay;
      if (gain < enough || (best !== null && gain === most)) continue;
      best = way;
      most = enough = gain;
    }
    if (best !== null) found.push(untangling(best, most, from, k + 1));
  }
  return found;
}

/**
 * Deals text `k` too: to the article of the `last` text, with which it goes on by `on`, or to the other. After a change the other's last text is always `last`:
 * of all ways that change, only the best to either article goes on. It comes to stand after the first it could come from.
 */
function deal(ways: Way[], k: number, last: number, on: number, meet: Meet): void {
  const changes: { readonly place: number; readonly way: Way }[] = [];
  for (const upper of [false, true]) {
    let best: Way | null = null;
    let place = -1;
    for (let at = 0; at < ways.length; at += 1) {
      const way = ways[at]!;
      if (way.upper !== upper) continue;
      if (place < 0) place = at + 1;
      const most: number = best === null ? -Infinity : best.score;
      const score: number = way.score + CHANGE + meet(way.other, k, most - ROUNDING - way.score - CHANGE);
      if (best !== null && score <= most) continue;
      best = { score, upper: !upper, other: last, since: k, chain: upper ? { from: way.since, to: k, before: way.chain } : way.chain };
    }
    if (best !== null) changes.push({ place, way: best });
  }
  for (const way of ways) way.score += on;
  // The later place first, so that the other one still holds.
  for (const { place, way } of changes.sort((a, b) => b.place - a.place)) ways.splice(place, 0, way);
}

/** Which positions move is worked out when asked for: most untanglings gain too little. */
const untangling = (way: Way, gain: number, from: number, to: number): Untangling => ({ gain, from, to, moved: () => positionsOf(way, to) });

/** The positions that go to the upper article, of those before `end`. */
function positionsOf({ upper, since, chain }: Way, end: number): readonly number[] {
  const runs: Chain[] = [];
  for (let run = upper ? { from: since, to: end, before: chain } : chain; run !== null; run = run.before) runs.push(run);
  const positions: number[] = [];
  for (let k = runs.length - 1; k >= 0; k -= 1) for (let position = runs[k]!.from; position < runs[k]!.to; position += 1) positions.push(position);
  return positions;
}
