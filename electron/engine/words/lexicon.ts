import type { Word } from '#core/parse/words.ts';

/**
 * A word list as a tree of letters (UTF-16 units), laid out so that to go one letter on is at most one look into far memory. A node stands for the letters
 * that lead to it; many are words. The node of one letter has its number; every other node is a place in `table`.
 */
export type Lexicon = {
  readonly pairs: Uint8Array; // bits, by a hash of two letters: 0 if no word begins with them
  readonly table: Int32Array; // open hash table; an entry: the node before, the letter (0: the entry is empty), how often the word occurs, where its line begins
  readonly letters: Float64Array; // rarities of words of one letter
  readonly total: number; // log of how often all words together occur
  readonly word: (node: number) => Word; // of a node that is one
};

const ENTRY = 4;
const UNITS = 1 << 16;
const PAIR_BITS = 21;

const hashOf = (node: number, letter: number): number => Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b);

/** The node that `letter` leads to from `node`, -1 if no word goes on so. */
export function follow({ pairs, table }: Pick<Lexicon, 'pairs' | 'table'>, node: number, letter: number): number {
  const hash = hashOf(node, letter);
  if (node < UNITS && ((pairs[hash >>> (35 - PAIR_BITS)]! >> ((hash >>> (32 - PAIR_BITS)) & 7)) & 1) === 0) return -1;
  const last = table.length - ENTRY;
  for (let at = ((hash >>> 7) * ENTRY) & last; table[at + 1] !== 0; at = (at + ENTRY) & last) {
    if (table[at + 1] === letter && table[at] === node) return UNITS + at;
  }
  return -1;
}

/** How rare the word at a node is: log of how often it occurs, less that of all words together; NaN if the node is no word. */
export function rarityOf({ table, letters, total }: Lexicon, node: number): number {
  if (node < UNITS) return letters[node]!;
  const count = table[node - UNITS + 2]!;
  return count === 0 ? Number.NaN : Math.log(count) - total;
}

/** Reads a word list: a line a word, `word count tag`. */
export function readLexicon(list: string): Lexicon {
  const starts = linesOf(list);
  let most = 0; // entries
  for (const at of starts) most += list.indexOf(' ', at) - at - 1;
  let size = 1024;
  while (size < most) size *= 2;
  const tree = { pairs: new Uint8Array(1 << (PAIR_BITS - 3)), table: new Int32Array(size * ENTRY) };
  const counts = new Float64Array(UNITS); // of words of one letter
  const places = new Int32Array(UNITS); // where their lines begin
  let sum = 0;
  for (const at of starts) {
    const end = list.indexOf(' ', at);
    let node = list.charCodeAt(at);
    for (let i = at + 1; i < end; i += 1) node = grow(tree, node, list.charCodeAt(i));
    const count = Number(list.slice(end + 1, list.indexOf(' ', end + 1)));
    if (node < UNITS) {
      counts[node] = count;
      places[node] = at;
    } else {
      tree.table[node - UNITS + 2] = count;
      tree.table[node - UNITS + 3] = at;
    }
    sum += count;
  }
  const total = Math.log(sum);
  const placeOf = (node: number) => (node < UNITS ? places[node]! : tree.table[node - UNITS + 3]!);
  return { ...tree, total, letters: counts.map((count) => (count === 0 ? Number.NaN : Math.log(count) - total)), word: wordsOf(list, placeOf) };
}

/** The node that `letter` leads to from `node`, made if it is not there. */
function grow(tree: Pick<Lexicon, 'pairs' | 'table'>, node: number, letter: number): number {
  const found = follow(tree, node, letter);
  if (found >= 0) return found;
  const { pairs, table } = tree;
  const hash = hashOf(node, letter);
  if (node < UNITS) pairs[hash >>> (35 - PAIR_BITS)]! |= 1 << ((hash >>> (32 - PAIR_BITS)) & 7);
  const last = table.length - ENTRY;
  let at = ((hash >>> 7) * ENTRY) & last;
  while (table[at + 1] !== 0) at = (at + ENTRY) & last;
  table[at] = node;
  table[at + 1] = letter;
  return UNITS + at;
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
function wordsOf(list: string, placeOf: (node: number) => number): (node: number) => Word {
  const made = new Map<number, Word>();
  return (node) => {
    const known = made.get(node);
    if (known !== undefined) return known;
    const at = placeOf(node);
    const end = list.indexOf('\n', at);
    const [word = '', , tag = ''] = list.slice(at, end < 0 ? list.length : end).trimEnd().split(' ');
    const found = { word, tag };
    made.set(node, found);
    return found;
  };
}
