/**
 * How often keys (32-bit numbers other than 0) were met: an open hash table, at most half full unless it is as large as it may become. Key and count of a slot
 * stand side by side, for memory is far: 0 0 where the slot is empty.
 */
export type Tally = { readonly slots: Int32Array };

const SMALLEST = 1 << 10;
const LARGEST = 1 << 22;
const FULL = 0.75; // of the largest: new keys are no longer taken in
const MOST = 0xffff;

/** Where a key stands, or the empty slot where it would. */
function placeIn(slots: Int32Array, key: number): number {
  const last = slots.length - 2;
  let at = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 8) & last;
  while (slots[at] !== key && slots[at] !== 0) at = (at + 2) & last;
  return at;
}

/** How often a key was met; at most 65535. */
export const metIn = ({ slots }: Tally, key: number): number => slots[placeIn(slots, key) + 1]!;

/** Counts keys as they come, of which so many are expected. What it says of each does not depend on their order. */
export class Tallying {
  #slots: Int32Array;
  #held = 0;

  constructor(expected = 0) {
    this.#slots = new Int32Array(2 * Math.min(LARGEST, Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(expected + 1)))));
  }

  /** Counts the first `count` of the keys. */
  meet(keys: Int32Array, count: number): void {
    let slots = this.#slots;
    for (let k = 0; k < count; k += 1) {
      const key = keys[k]!;
      const at = placeIn(slots, key);
      if (slots[at] !== 0) {
        if (slots[at + 1]! < MOST) slots[at + 1]! += 1;
        continue;
      }
      if (this.#held >= LARGEST * FULL) continue;
      slots[at] = key;
      slots[at + 1] = 1;
      this.#held += 1;
      if (this.#held * 4 > slots.length && slots.length < 2 * LARGEST) slots = this.#grow();
    }
  }

  tally(): Tally {
    return { slots: this.#slots };
  }

  #grow(): Int32Array {
    const slots = new Int32Array(this.#slots.length * 2);
    for (let from = 0; from < this.#slots.length; from += 2) {
      if (this.#slots[from] === 0) continue;
      const at = placeIn(slots, this.#slots[from]!);
      slots[at] = this.#slots[from]!;
      slots[at + 1] = this.#slots[from + 1]!;
    }
    this.#slots = slots;
    return slots;
  }
}
