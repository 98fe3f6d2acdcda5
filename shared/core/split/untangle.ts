/** How well one position goes on with another, in log-odds; `above` -1 for a headline, `below` -1 for the end of what is looked at. */
export type Meet = (above: number, below: number) => number;

/** How far an interleaving is followed, in blocks, and how long the headline of the article that came between may be. */
const WINDOW = 30;
const HEAD = 6;

/** What it counts for to change from one column to the other (log-odds): blocks of one article tend to stand together. */
const CHANGE = -1;

/** Two articles taken apart: which positions after `from` move up to what broke off before it; those up to `to` that do not stay in their order. */
export type Untangling = { readonly gain: number; readonly from: number; readonly to: number; readonly moved: readonly number[] };

/** A way to deal the blocks up to here to the two articles. The last text is the one's that the last block went to; `other`: the last of the other. */
type Way = { readonly score: number; readonly upper: boolean; readonly other: number; readonly chain: Chain | null };
type Chain = { readonly moved: number; readonly before: Chain | null };

/**
 * Deals the blocks after position `at`, whose text breaks off before a headline, to its article and the headline's, so that all ends that meet fit best
 * (dynamic programming over the last texts of both; exact within the window), one way for every block the interleaving may end with. What is no text stays with
 * the block before it. Empty if nothing is to be dealt.
 */
export function untangle(at: number, length: number, isText: (position: number) => boolean, meet: Meet): readonly Untangling[] {
  const from = at + 1;
  let first = from;
  while (first < length && first - from <= HEAD && !isText(first)) first += 1;
  if (first >= length || first - from > HEAD || first === from) return [];
  let ways: readonly Way[] = [{ score: 0, upper: false, other: at, chain: null }];
  const found: Untangling[] = [];
  let left = 0; // the score if nothing is moved
  let last = -1; // the last text
  for (let k = first; k < length && k - first < WINDOW; k += 1) {
    if (!isText(k)) {
      ways = ways.map((way) => (way.upper ? { ...way, chain: { moved: k, before: way.chain } } : way));
      continue;
    }
    const on = meet(last, k);
    ways = dealt(ways, k, last, on, meet);
    left += on;
    last = k;
    const end = k + 1 < length && isText(k + 1) ? k + 1 : -1;
    let best: { readonly gain: number; readonly chain: Chain } | null = null;
    const stay = left + meet(at, -1) + meet(k, end);
    for (const { score, upper, other, chain } of ways) {
      if (chain === null) continue;
      const [above, below] = upper ? [k, other] : [other, k];
      const gain = score + meet(above, -1) + (below < 0 ? 0 : meet(below, end)) - stay;
      if (best === null || gain > best.gain) best = { gain, chain };
    }
    if (best !== null) found.push({ gain: best.gain, from, to: k + 1, moved: positionsOf(best.chain) });
  }
  return found;
}

/**
 * The best ways to deal text `k` too: to the article of the `last` text, with which it goes on by `on`, or to the other. After a change the other's last text
 * is always `last`: of all ways that change, only the best to either article goes on.
 */
function dealt(ways: readonly Way[], k: number, last: number, on: number, meet: Meet): readonly Way[] {
  const next: Way[] = [];
  const changed = { upper: -1, lower: -1 }; // places of those ways in `next`
  for (const { score, upper, other, chain } of ways) {
    next.push({ score: score + on, upper, other, chain: upper ? { moved: k, before: chain } : chain });
    const change: Way = { score: score + CHANGE + meet(other, k), upper: !upper, other: last, chain: upper ? chain : { moved: k, before: chain } };
    const to = upper ? 'lower' : 'upper';
    if (changed[to] < 0) {
      changed[to] = next.length;
      next.push(change);
    } else if (change.score > next[changed[to]]!.score) next[changed[to]] = change;
  }
  return next;
}

function positionsOf(chain: Chain | null): readonly number[] {
  const positions: number[] = [];
  for (let link = chain; link !== null; link = link.before) positions.push(link.moved);
  return positions.reverse();
}
