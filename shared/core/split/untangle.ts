/** How well one position goes on with another, in log-odds; `above` -1 for a headline, `below` -1 for the end of what is looked at. */
export type Meet = (above: number, below: number) => number;

/** How far an interleaving is followed, in blocks, and how long the headline of the article that came between may be. */
const WINDOW = 30;
const HEAD = 6;

/** What it counts for to change from one column to the other (log-odds): blocks of one article tend to stand together. */
const CHANGE = -1;

/** Two articles taken apart: which positions after `from` move up to what broke off before it; those up to `to` that do not stay in their order. */
export type Untangling = { readonly gain: number; readonly from: number; readonly to: number; readonly moved: readonly number[] };

/** A way to deal the blocks up to here to the two articles: last texts of the one the last block went to, and of the other. */
type Way = { readonly score: number; readonly upper: boolean; readonly own: number; readonly other: number; readonly chain: Chain | null };
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
  let ways: ReadonlyMap<number, Way> = new Map([[0, { score: 0, upper: false, own: -1, other: at, chain: null }]]);
  const found: Untangling[] = [];
  let left = 0; // the score if nothing is moved
  let last = -1;
  for (let k = first; k < length && k - first < WINDOW; k += 1) {
    if (!isText(k)) {
      ways = new Map([...ways].map(([key, way]) => [key, way.upper ? { ...way, chain: { moved: k, before: way.chain } } : way]));
      continue;
    }
    const next = new Map<number, Way>();
    const offer = (way: Way) => {
      const key = (way.other + 1) * 2 + (way.upper ? 1 : 0);
      const known = next.get(key);
      if (known === undefined || way.score > known.score) next.set(key, way);
    };
    for (const { score, upper, own, other, chain } of ways.values()) {
      const moved: Chain = { moved: k, before: chain };
      offer({ score: score + meet(own, k), upper, own: k, other, chain: upper ? moved : chain });
      offer({ score: score + CHANGE + meet(other, k), upper: !upper, own: k, other: own, chain: upper ? chain : moved });
    }
    ways = next;
    left += meet(last, k);
    last = k;
    const end = k + 1 < length && isText(k + 1) ? k + 1 : -1;
    let best: Untangling | null = null;
    const stay = left + meet(at, -1) + meet(k, end);
    for (const { score, upper, own, other, chain } of ways.values()) {
      if (chain === null) continue;
      const [above, below] = upper ? [own, other] : [other, own];
      const gain = score + meet(above, -1) + (below < 0 ? 0 : meet(below, end)) - stay;
      if (best === null || gain > best.gain) best = { gain, from, to: k + 1, moved: positionsOf(chain) };
    }
    if (best !== null) found.push(best);
  }
  return found;
}

function positionsOf(chain: Chain | null): readonly number[] {
  const positions: number[] = [];
  for (let link = chain; link !== null; link = link.before) positions.push(link.moved);
  return positions.reverse();
}
