import { docCount, startOf } from './pack.ts';

/** How often something stands in docs of a pack: their places in it, each once, and how often it stands there. */
export type Tally = { readonly at: Int32Array; readonly count: Int32Array };

export const NOTHING: Tally = { at: new Int32Array(0), count: new Int32Array(0) };

/** Roles as bits: which lines are looked at; null: all. */
export type RoleBits = number | null;

/** Counts places in a pack, in any order, by the docs they stand in. `lines` are only needed for some roles. */
export class Counter {
  readonly #docs: Int32Array;
  readonly #lines: Int32Array | null;
  readonly #roles: RoleBits;
  readonly #counts: Int32Array;
  readonly #blocks: Int32Array;
  readonly #met: number[] = []; // docs, as they first came
  #doc = 0;
  #line = 0;

  constructor(docs: Int32Array, blocks: Int32Array, lines: Int32Array | null, roles: RoleBits) {
    this.#docs = docs;
    this.#lines = roles === null ? null : lines;
    this.#roles = roles;
    this.#counts = new Int32Array(docCount(docs));
    this.#blocks = blocks;
  }

  add(place: number): void {
    if (this.#lines && !this.#inRole(this.#lines, place)) return;
    let doc = this.#doc;
    if (place < startOf(this.#docs, doc) || place - startOf(this.#docs, doc) > BLOCK) doc = this.#blocks[place >> BITS]!;
    const last = this.#counts.length - 1;
    while (doc < last && startOf(this.#docs, doc + 1) <= place) doc += 1;
    this.#doc = doc;
    if (this.#counts[doc] === 0) this.#met.push(doc);
    this.#counts[doc]! += 1;
  }

  tally(): Tally {
    const at = Int32Array.from(this.#met).sort();
    const count = at.map((doc) => this.#counts[doc]!);
    return { at, count };
  }

  #inRole(lines: Int32Array, place: number): boolean {
    let line = this.#line;
    if (lines.length === 0) return false;
    if (place < lines[line]! >> 3 || (line + SOME < lines.length && lines[line + SOME]! >> 3 <= place)) {
      let [from, to] = [0, lines.length - 1];
      while (from < to) {
        const middle = (from + to + 1) >> 1;
        if (lines[middle]! >> 3 <= place) from = middle;
        else to = middle - 1;
      }
      line = from;
    }
    while (line + 1 < lines.length && lines[line + 1]! >> 3 <= place) line += 1;
    this.#line = line;
    return ((this.#roles! >> (lines[line]! & 7)) & 1) === 1;
  }
}

const BITS = 8;
const BLOCK = 1 << BITS;
const SOME = 16; // lines that are walked along rather than jumped over

/** In which doc each stretch of a pack's text begins. */
export function blocksOf(docs: Int32Array, length: number): Int32Array {
  const blocks = new Int32Array((length >> BITS) + 1);
  for (let block = 0, doc = 0; block < blocks.length; block += 1) {
    while (doc + 1 < docCount(docs) && startOf(docs, doc + 1) <= block << BITS) doc += 1;
    blocks[block] = doc;
  }
  return blocks;
}
