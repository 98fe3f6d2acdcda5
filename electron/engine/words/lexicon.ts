import type { Word } from '#core/parse/page.ts';

/**
 * A word list as a tree of letters (UTF-16 units), laid out so that to go one letter on is one look into memory. A node stands for the letters that lead
 * to it; many are words. The node of one letter has its number; where no word begins with it, nothing goes on from there.
 */
export type Lexicon = {
  readonly table: Int32Array; // open hash table; an entry: a node, a letter (0: the entry is empty), the node it leads to
  readonly rarities: Float64Array; // by node: log of how often the word occurs, less that of all words together; NaN if it is no word
  readonly unknown: number; // the rarity of what is not on the list
  readonly word: (node: number) => Word; // of a node that is one
};

const ENTRY = 4; // numbers; the last is unused, so that no entry lies across two lines of the processor's cache
const UNITS = 1 << 16;

const hashOf = (node: number, letter: number): number => (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) >>> 7;

/** The node that `letter` leads to from `node`, -1 if no word goes on so. */
export function follow({ table }: Pick<Lexicon, 'table'>, node: number, letter: number): number {
  const last = table.length - ENTRY;
  for (let at = (hashOf(node, letter) * ENTRY) & last; table[at + 1] !== 0; at = (at + ENTRY) & last) {
    if (table[at + 1] === letter && table[at] === node) return table[at + 2]!;
  }
  return -1;
}

function lead(table: Int32Array, node: number, letter: number, to: number): void {
  const last = table.length - ENTRY;
  let at = (hashOf(node, letter) * ENTRY) & last;
  while (table[at + 1] !== 0) at = (at + ENTRY) & last;
  table[at] = node;
  table[at + 1] = letter;
  table[at + 2] = to;
}

/** Reads a word list: a line a word, `word count tag`. */
export function readLexicon(list: string): Lexicon {
  const starts = linesOf(list);
  let most = UNITS; // nodes
  for (const at of starts) most += list.indexOf(' ', at) - at - 1;
  let size = 1024;
  while (size < most) size *= 2;
  const table = new Int32Array(size * ENTRY);
  const counts = new Float64Array(most);
  const places = new Int32Array(most); // where the line of each node's word begins
  let nodes = UNITS;
  let total = 0;
  for (const at of starts) {
    const end = list.indexOf(' ', at);
    let node = list.charCodeAt(at);
    for (let i = at + 1; i < end; i += 1) {
      const letter = list.charCodeAt(i);
      let next = follow({ table }, node, letter);
      if (next < 0) {
        next = nodes;
        nodes += 1;
        lead(table, node, letter, next);
      }
      node = next;
    }
    counts[node] = Number(list.slice(end + 1, list.indexOf(' ', end + 1)));
    places[node] = at;
    total += counts[node]!;
  }
  const rarities = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) rarities[node] = counts[node] === 0 ? Number.NaN : Math.log(counts[node]!) - Math.log(total);
  return { table, rarities, unknown: -Math.log(total), word: wordsOf(list, places.slice(0, nodes)) };
}

/** Where the lines of a list begin. */
function linesOf(list: string): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < list.length; ) {
    starts.push(at);
    const end = list.indexOf('\n', at);
    at = end < 0 ? list.length : end + 1;
  }
  return starts;
}

/** The words of a list by node, made when first asked for: most never are. */
function wordsOf(list: string, places: Int32Array): (node: number) => Word {
  const made = new Map<number, Word>();
  return (node) => {
    const known = made.get(node);
    if (known !== undefined) return known;
    const end = list.indexOf('\n', places[node]);
    const [word = '', , tag = ''] = list.slice(places[node], end < 0 ? list.length : end).trimEnd().split(' ');
    const found = { word, tag };
    made.set(node, found);
    return found;
  };
}
