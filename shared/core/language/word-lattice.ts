import { isHan } from '../parse/characters.ts';

/**
 * A list of words as a tree of letters (UTF-16 units): the node of one unit has its number. `rarity`: the logarithm of a word's share of running text, NaN where
 * a node is no word. `unknown`: the same of a character that no word is.
 */
export type WordTree = { readonly follow: (node: number, unit: number) => number; readonly rarity: (node: number) => number; readonly unknown: number };

/** Whether a text as it is stands in the list. */
export function isWord(words: WordTree, text: string): boolean {
  let node = text.charCodeAt(0);
  for (let at = 1; at < text.length && node >= 0; at += 1) node = words.follow(node, text.charCodeAt(at));
  return node >= 0 && !Number.isNaN(words.rarity(node));
}

const LONGEST = 6; // of the words that are looked at, in characters

/**
 * The likeliest ways to cut the runs of Chinese characters of a text into words: scores to each place from its run's beginning, and from it to the end; of these ways where the
 * word begins that ends at a place (`last`), and where the one ends that begins there (`first`).
 */
export type Lattice = {
  readonly units: Uint16Array;
  readonly ahead: Float64Array;
  readonly behind: Float64Array;
  readonly last: Int32Array;
  readonly first: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
};

/** Weighs all ways to cut the words of a text, given as units. */
export function latticeOf(units: Uint16Array, words: WordTree): Lattice {
  const { length } = units;
  const [ahead, behind] = [new Float64Array(length + 1), new Float64Array(length + 1)];
  const [last, first] = [new Int32Array(length + 1), new Int32Array(length + 1)];
  const [start, end] = [new Int32Array(length), new Int32Array(length)];
  for (let from = 0; from < length; ) {
    let to = from;
    while (to < length && isHan(units[to]!)) to += 1;
    if (to > from) {
      weigh(units, from, to, words, { ahead, behind, last, first });
      start.fill(from, from, to);
      end.fill(to, from, to);
      from = to;
    } else from += 1;
  }
  return { units, ahead, behind, last, first, start, end };
}

const single = (unit: number, words: WordTree): number => {
  const rarity = words.rarity(unit);
  return Number.isNaN(rarity) ? words.unknown : rarity;
};

function weigh(units: Uint16Array, from: number, to: number, words: WordTree, { ahead, behind, last, first }: Pick<Lattice, 'ahead' | 'behind' | 'last' | 'first'>): void {
  ahead.fill(-Infinity, from + 1, to + 1);
  ahead[from] = 0;
  for (let i = from; i < to; i += 1) {
    let node = units[i]!;
    const alone = ahead[i]! + single(node, words);
    if (alone > ahead[i + 1]!) {
      ahead[i + 1] = alone;
      last[i + 1] = i;
    }
    for (let j = i + 1; j < to && j < i + LONGEST; j += 1) {
      node = words.follow(node, units[j]!);
      if (node < 0) break;
      const value = ahead[i]! + words.rarity(node);
      if (value > ahead[j + 1]!) {
        ahead[j + 1] = value;
        last[j + 1] = i;
      }
    }
  }
  behind[to] = 0;
  for (let i = to - 1; i >= from; i -= 1) {
    let node = units[i]!;
    let best = behind[i + 1]! + single(node, words);
    first[i] = i + 1;
    for (let j = i + 1; j < to && j < i + LONGEST; j += 1) {
      node = words.follow(node, units[j]!);
      if (node < 0) break;
      const value = words.rarity(node) + behind[j + 1]!;
      if (value > best) {
        best = value;
        first[i] = j + 1;
      }
    }
    behind[i] = best;
  }
}

/** What stands at a place: how good the best cut of the run is in which the unit there were `unit`, and where the word would begin that it lies in, and how long it would be. */
export type Placed = { readonly score: number; readonly from: number; readonly length: number };

/** Weighs single characters put in one place of a lattice. What stands before the place is walked through once for all of them. */
export function placing({ units, ahead, behind, start, end }: Lattice, at: number, words: WordTree): (unit: number) => Placed {
  const [from, to] = [Math.max(start[at]!, at - LONGEST + 1), end[at]!];
  const nodes: number[] = []; // behind the letters from each start up to the place, where words go on
  const starts: number[] = [];
  for (let s = from; s < at; s += 1) {
    let node = units[s]!;
    for (let j = s + 1; j < at && node >= 0; j += 1) node = words.follow(node, units[j]!);
    if (node < 0) continue;
    nodes.push(node);
    starts.push(s);
  }
  const { follow, rarity: rarityOf } = words;
  return (unit) => {
    let score = ahead[at]! + single(unit, words) + behind[at + 1]!;
    let [begin, length] = [at, 1];
    for (let k = nodes.length; k >= 0; k -= 1) {
      const s = k === nodes.length ? at : starts[k]!;
      let node = k === nodes.length ? unit : follow(nodes[k]!, unit);
      const last = Math.min(to, s + LONGEST);
      for (let j = at; node >= 0; ) {
        if (j > s) {
          const value = ahead[s]! + rarityOf(node) + behind[j + 1]!;
          if (value > score) {
            score = value;
            begin = s;
            length = j + 1 - s;
          }
        }
        j += 1;
        if (j >= last) break;
        node = follow(node, units[j]!);
      }
    }
    return { score, from: begin, length };
  };
}
