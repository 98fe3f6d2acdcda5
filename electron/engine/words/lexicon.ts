import { invariant } from '#util/invariant.ts';

/**
 * A word list as a tree of letters (UTF-16 units), laid out so that to go one letter on is at most one look into far memory. A node stands for the letters
 * that lead to it; many are words. The node of one letter has its number; every other node is a place in `table`.
 */
export type Lexicon = {
  readonly pairs: Uint8Array; // bits, by a hash of two letters: 0 if no word begins with them
  readonly table: Int32Array; // open hash table; an entry: the node before, the letter (0: the entry is empty) with the word's tag and branches, and
  readonly rarities: Float64Array; // in the same memory, behind the two, how rare the word is
  readonly letters: Float64Array; // rarities of words of one letter
  readonly letterTags: Uint8Array;
  readonly tags: readonly string[]; // parts of speech, by number
  readonly total: number; // log of how often all words together occur
};

const ENTRY = 4;
const UNITS = 1 << 16;
const PAIR_BITS = 21;
const TAG = 16; // above the letter's bits: the number of the tag
const TAGS = 0x3f;
const BRANCHES = 24; // above those: which letters may come next, each standing for one of eight bits
const branchOf = (letter: number): number => 1 << (BRANCHES + (letter & 7));

const hashOf = (node: number, letter: number): number => Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b);

type Tree = Pick<Lexicon, 'pairs' | 'table'>;

/** The node that `letter` leads to from `node`, -1 if no word goes on so. */
export function follow({ pairs, table }: Tree, node: number, letter: number): number {
  const hash = hashOf(node, letter);
  // Most letters lead nowhere: that is known without a look into far memory.
  if (node < UNITS ? ((pairs[hash >>> (35 - PAIR_BITS)]! >> ((hash >>> (32 - PAIR_BITS)) & 7)) & 1) === 0 : (table[node - UNITS + 1]! & branchOf(letter)) === 0) return -1;
  const last = table.length - ENTRY;
  for (let at = ((hash >>> 7) * ENTRY) & last; table[at + 1] !== 0; at = (at + ENTRY) & last) {
    if ((table[at + 1]! & (UNITS - 1)) === letter && table[at] === node) return UNITS + at;
  }
  return -1;
}

/** Where the rarity of a node of several letters stands. */
const rarityAt = (node: number): number => (node - UNITS) / 2 + 1;

/** How rare the word at a node is: log of how often it occurs, less that of all words together; NaN if the node is no word. */
export function rarityOf({ rarities, letters }: Lexicon, node: number): number {
  return node < UNITS ? letters[node]! : rarities[rarityAt(node)]!;
}

/** The part of speech of the word at a node. */
export function tagOf({ table, letterTags, tags }: Lexicon, node: number): string {
  return tags[node < UNITS ? letterTags[node]! : (table[node - UNITS + 1]! >>> TAG) & TAGS]!;
}

/** Reads a word list: a line a word, `word count tag`. */
export function readLexicon(list: string): Lexicon {
  const starts = linesOf(list);
  let most = 0; // entries
  for (const at of starts) most += list.indexOf(' ', at) - at - 1;
  let size = 1024;
  while (size < most) size *= 2;
  const table = new Int32Array(size * ENTRY);
  const tree = { pairs: new Uint8Array(1 << (PAIR_BITS - 3)), table };
  const rarities = new Float64Array(table.buffer); // counts, until all are known
  const letters = new Float64Array(UNITS);
  const letterTags = new Uint8Array(UNITS);
  const tags = new Map<string, number>();
  let sum = 0;
  for (const at of starts) {
    const [word = '', number = '', tag = ''] = lineAt(list, at).split(' ');
    const count = Number(number);
    if (!tags.has(tag)) tags.set(tag, tags.size);
    let node = word.charCodeAt(0);
    for (let i = 1; i < word.length; i += 1) node = grow(tree, node, word.charCodeAt(i));
    if (node < UNITS) {
      letters[node] = count;
      letterTags[node] = tags.get(tag)!;
    } else {
      rarities[rarityAt(node)] = count;
      table[node - UNITS + 1]! |= tags.get(tag)! << TAG;
    }
    sum += count;
  }
  invariant(tags.size <= TAGS + 1, 'a word list has more parts of speech than there is room for');
  const total = Math.log(sum);
  const rarity = (count: number) => (count === 0 ? Number.NaN : Math.log(count) - total);
  for (let node = UNITS; node < UNITS + table.length; node += ENTRY) if (table[node - UNITS + 1] !== 0) rarities[rarityAt(node)] = rarity(rarities[rarityAt(node)]!);
  return { ...tree, rarities, letters: letters.map(rarity), letterTags, tags: [...tags.keys()], total };
}

/** The node that `letter` leads to from `node`, made if it is not there. */
function grow(tree: Tree, node: number, letter: number): number {
  const found = follow(tree, node, letter);
  if (found >= 0) return found;
  const { pairs, table } = tree;
  const hash = hashOf(node, letter);
  if (node < UNITS) pairs[hash >>> (35 - PAIR_BITS)]! |= 1 << ((hash >>> (32 - PAIR_BITS)) & 7);
  else table[node - UNITS + 1]! |= branchOf(letter);
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

function lineAt(list: string, at: number): string {
  const end = list.indexOf('\n', at);
  return list.slice(at, end < 0 ? list.length : end).trimEnd();
}
